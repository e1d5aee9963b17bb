import { cleanText } from '../shared/clean-text.ts';
import type { Ask, Change } from './commands.ts';
import type { Context } from './context.ts';
import type { InquiryAsked, InquiryChanged } from './events.ts';
import { type Inquiry, progressOf } from './inquiry.ts';
import { isRefusal, type Refusal } from './refusals.ts';

/** Characters at most in a question or an answer: as many as Vigil reads in a chat. */
export const longestText = 2_000;
/** What is said in one inquiry at most; its card would not hold more. */
const mostSaid = 20;

/** What an event is before it has a number. */
export type Asked = Omit<InquiryAsked, 'reference'>;

/** Decides on a new question: anybody of the ministry may ask, and the human rights desk answers. Pure. */
export function ask(
  { text: given, language, passage }: Ask,
  { actor, now, offices }: Context,
): { readonly asked: Asked } | Refusal {
  const text = readText(given);
  if (isRefusal(text)) return text;
  const desk = offices.deskFor('human-rights', offices.official(actor)?.mission ?? '');
  if (!desk) return { refusal: 'no-desk' };
  return {
    asked: {
      type: 'InquiryAsked',
      by: actor,
      at: now.toISOString(),
      language,
      desk: desk.id,
      ...(passage === undefined ? {} : { passage }),
      ...text,
    },
  };
}

/** Everything but publishing, which makes something of its own (`publish.ts`). */
export type PlainChange = Exclude<Change, { type: 'publish' }>;

/** Decides on a command about an inquiry that exists: what happened, or why nothing did. Pure. */
export function decide(state: Inquiry, command: PlainChange, context: Context): InquiryChanged | Refusal {
  const happened = { by: context.actor, at: context.now.toISOString() };
  switch (command.type) {
    case 'answer': {
      const refusal = mayAnswer(state, command.progress, context) ?? saidTooMuch(state);
      if (refusal) return refusal;
      const text = readText(command.text);
      return isRefusal(text) ? text : { type: 'InquiryAnswered', ...happened, ...text };
    }
    case 'ask-further': {
      const refusal = isAskers(state, context) ?? isCurrent(state, command.progress) ?? saidTooMuch(state);
      if (refusal) return refusal;
      const text = readText(command.text);
      return isRefusal(text) ? text : { type: 'InquiryContinued', ...happened, ...text };
    }
    case 'withdraw': {
      const refusal = isAskers(state, context);
      if (refusal) return refusal;
      return state.status === 'answered'
        ? { refusal: 'answered' }
        : { type: 'InquiryWithdrawn', ...happened };
    }
  }
}

/** Whoever acts for the desk speaks for it, on what the card showed. No four eyes: an answer decides nothing. */
export function mayAnswer(
  state: Inquiry,
  progress: number,
  { actor, now, offices }: Context,
): Refusal | undefined {
  if (!offices.actsFor(state.desk, actor, now)) return { refusal: 'not-of-the-desk' };
  if (state.status === 'withdrawn') return { refusal: 'withdrawn' };
  return isCurrent(state, progress);
}

function isAskers(state: Inquiry, { actor }: Context): Refusal | undefined {
  if (state.asker !== actor) return { refusal: 'not-the-asker' };
  return state.status === 'withdrawn' ? { refusal: 'withdrawn' } : undefined;
}

function isCurrent(state: Inquiry, progress: number): Refusal | undefined {
  return progress === progressOf(state) ? undefined : { refusal: 'moved-on' };
}

function saidTooMuch({ said }: Inquiry): Refusal | undefined {
  return said.length >= mostSaid ? { refusal: 'too-much-said' } : undefined;
}

/** Reads what was typed, as it is kept. */
export function readText(given: string): { readonly text: string } | Refusal {
  const text = cleanText(given);
  if (text === undefined) return { refusal: 'text-required' };
  return text.length > longestText ? { refusal: 'text-too-long', most: longestText } : { text };
}

/** Whether the person may read all of an inquiry: its asker, and who acts for its desk. */
export function mayRead(
  { asker, desk }: Inquiry,
  { actor, now, offices }: Pick<Context, 'actor' | 'now' | 'offices'>,
): boolean {
  return asker === actor || offices.actsFor(desk, actor, now) !== undefined;
}
