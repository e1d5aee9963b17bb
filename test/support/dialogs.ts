import { invoke, type Payload } from '../fakes/payloads.ts';
import type { Answered, Bot, Visitor } from './bot.ts';
import { type CardPart, partsOf } from './card.ts';

/** A dialog that is open over a person's client, until it says a last word. */
export interface OpenDialog {
  readonly title: string;
  readonly card: CardPart;
  /** Presses the button that asks for this, with what is typed in the fields. */
  submit(verb: string, inputs?: Readonly<Record<string, unknown>>): Promise<OpenDialog>;
  /** The same, where the dialog ends with a sentence. */
  submitLast(verb: string, inputs?: Readonly<Record<string, unknown>>): Promise<string>;
}

type Send = (data: unknown) => Promise<Answered>;

/**
 * Opens the dialog of a card's button as Teams does. Source: Microsoft, "Use dialogs in Teams bots".
 *
 * @param inputs what is typed in the fields of the card
 */
export async function openDialog(
  bot: Bot,
  { who, chat }: Visitor,
  button: CardPart,
  inputs: Readonly<Record<string, unknown>> = {},
  place = chat,
): Promise<OpenDialog> {
  const send = (name: string) => (data: unknown) =>
    bot.deliver(invoke(bot.installation, who, place, name, { data, context: { theme: 'default' } }));
  if (!opensDialog(button)) throw new Error(`no button of a dialog: ${JSON.stringify(button)}`);
  const opened = await send('task/fetch')({ ...(button.data as object), ...inputs });
  return dialogOf(opened, send('task/submit'));
}

/** Calls an action of the message extension on a message, as Teams does; without a message, from the compose box. */
export function callAction(
  { deliver, installation }: Bot,
  { who, chat }: Visitor,
  command: string | undefined,
  html: string | undefined,
  place = chat,
): { open(): Promise<OpenDialog>; answer(): Promise<Answered> } {
  const value: Payload = {
    ...(command ? { commandId: command } : {}),
    commandContext: html === undefined ? 'compose' : 'message',
    context: { theme: 'default' },
    ...(html === undefined
      ? {}
      : { messagePayload: { id: '1', body: { contentType: 'html', content: html } } }),
  };
  const call = (name: string, data?: unknown) =>
    deliver(invoke(installation, who, place, `composeExtension/${name}`, { ...value, data }));
  return {
    answer: () => call('fetchTask'),
    open: async () => dialogOf(await call('fetchTask'), data => call('submitAction', data)),
  };
}

/** Whether a button asks the client for a dialog. */
export function opensDialog({ type, data }: CardPart): boolean {
  const { msteams } = (data ?? {}) as { msteams?: { type?: string } };
  return type === 'Action.Submit' && msteams?.type === 'task/fetch';
}

function dialogOf({ body }: Answered, send: Send): OpenDialog {
  const { task } = body;
  if (task?.type !== 'continue') throw new Error(`no dialog, but: ${JSON.stringify(body)}`);
  const card: CardPart = task.value.card.content;
  const press = (verb: string, inputs: Readonly<Record<string, unknown>> = {}) => {
    // Teams knows no other button in a dialog.
    const button = partsOf(card).find(
      ({ type, data }) => type === 'Action.Submit' && (data as { verb?: string } | undefined)?.verb === verb,
    );
    if (!button) throw new Error(`the dialog has no button “${verb}”`);
    return send({ ...(button.data as object), ...inputs });
  };
  return {
    title: task.value.title,
    card,
    submit: async (verb, inputs) => dialogOf(await press(verb, inputs), send),
    submitLast: async (verb, inputs) => {
      const { body: last } = await press(verb, inputs);
      if (last.task?.type !== 'message') throw new Error(`no last word, but: ${JSON.stringify(last)}`);
      return last.task.value;
    },
  };
}
