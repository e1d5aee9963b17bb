import type { Card } from '../cards/template.ts';

/** A card as Teams is to get it. */
export type Present = (card: Card) => Card;

type Button = Readonly<Record<string, unknown>> & { readonly type: 'Action.Execute' };

/**
 * A button that carries `"opens": "dialog"` is answered in a dialog, where clients have dialogs; elsewhere it is an ordinary
 * button, whose answer comes in the chat. Source: Microsoft, "Use dialogs in Teams bots", opening by a card's button.
 */
export const openingDialogs: Present = card =>
  mapButtons(card, ({ verb, data, type: _, ...button }) =>
    opensDialog(data)
      ? {
          ...button,
          type: 'Action.Submit',
          data: { ...data, verb, msteams: { type: 'task/fetch' } },
        }
      : undefined,
  );

/** In a dialog the buttons submit: what a card is refreshed by, or presses with, belongs to chats. */
export const withinDialog: Present = ({ refresh: _, ...card }) =>
  mapButtons(card as Card, ({ verb, data, type: _type, ...button }) => ({
    ...button,
    type: 'Action.Submit',
    data: { ...(data as object | undefined), verb },
  }));

function opensDialog(data: unknown): data is object {
  return typeof data === 'object' && data !== null && 'opens' in data && data.opens === 'dialog';
}

/** @param change undefined leaves a button as it is */
function mapButtons(card: Card, change: (button: Button) => object | undefined): Card {
  const map = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(map);
    if (typeof part !== 'object' || part === null) return part;
    if ('type' in part && part.type === 'Action.Execute') return change(part as Button) ?? part;
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, map(value)]));
  };
  return map(card) as Card;
}
