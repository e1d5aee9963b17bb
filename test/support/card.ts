/** An element or action of a card, or a whole card, as JSON. */
export type CardPart = { readonly type?: string } & Readonly<Record<string, unknown>>;

/** Every object in a card, from the outside in. */
export function partsOf(card: unknown): CardPart[] {
  if (Array.isArray(card)) return card.flatMap(partsOf);
  if (typeof card !== 'object' || card === null) return [];
  return [card as CardPart, ...Object.values(card).flatMap(partsOf)];
}

/** What a person reads on a card, one line per text, also what a toggle still hides. */
export function textOf(card: unknown): string {
  return partsOf(card)
    .filter(({ type }) => type === 'TextBlock' || type === 'TextRun')
    .map(({ text }) => String(text))
    .join('\n');
}

/** The buttons of a card in their order. */
export function buttonsOf(card: unknown): CardPart[] {
  return partsOf(card).filter(({ type }) => type?.startsWith('Action.'));
}

/** The button with this title; fails when there is none. */
export function buttonOf(card: unknown, title: string): CardPart {
  const found = buttonsOf(card).find(button => button.title === title);
  if (!found) throw new Error(`the card has no button “${title}”`);
  return found;
}
