import { hearingCard } from '../../cards/hearings/hearing-card.ts';
import { hearingMessage } from '../../cards/hearings/messages.ts';
import { type HearingWording, hearingWording } from '../../cards/hearings/words.ts';
import type { Card } from '../../cards/template.ts';
import type { HearingContext } from '../../hearings/decide.ts';
import type { Hearing } from '../../hearings/hearing.ts';
import type { CalendarStore, Follows, Hearings } from '../../hearings/ports.ts';
import { type Refused, wordRefusal } from '../../hearings/refusals.ts';
import type { Language } from '../../i18n/language.ts';
import { translatorFor } from '../../i18n/translator.ts';
import type { Turn } from '../incoming.ts';
import type { Reply } from '../reply.ts';
import type { Changed, ChangeHearing, ChangeRequest } from './change-hearing.ts';
import { actorOf, type HearingTools } from './parts.ts';

/** What the use cases of attending work with. */
export interface AttendTools
  extends Pick<HearingTools, 'directory' | 'zones' | 'tell' | 'now'>,
    Pick<HearingWording, 'edition' | 'linkTo'> {
  readonly calendar: CalendarStore & {
    readonly hearings: Pick<Hearings, 'find' | 'list'>;
    readonly follows: Pick<Follows, 'followersOf'>;
  };
  readonly changes: ChangeHearing;
  /** Whether a chat with the person is known. */
  readonly canTell: (personId: string) => Promise<boolean>;
}

/** Somebody who asks for something about a hearing, by a press or by typing. */
export interface Asking {
  readonly turn: Turn;
  readonly language: Language;
  /** What makes a press this one; absent for what was typed. */
  readonly press?: string;
}

/** Who asks, with what cards are worded from. */
export interface Asked {
  readonly actor: HearingContext['actor'];
  readonly wording: HearingWording;
}

export async function lookUp(tools: AttendTools, { turn, language }: Asking): Promise<Asked> {
  const directory = await tools.directory();
  const { zones, edition, linkTo, now } = tools;
  return {
    actor: actorOf(turn.person, directory),
    wording: hearingWording({ directory, zones, edition, linkTo, now: now() }, language),
  };
}

/** Makes a change and shows what has become of the hearing, or says why nothing has. */
export async function change(
  tools: AttendTools,
  asking: Asking,
  id: string,
  request: ChangeRequest,
  cardOf: (hearing: Hearing, wording: HearingWording) => Card = hearingCard,
): Promise<Reply> {
  const asked = await lookUp(tools, asking);
  const changed = await tools.changes.change(id, request, asked.actor, asking.press);
  return 'hearing' in changed
    ? show(asking, changed.hearing, asked.wording, cardOf)
    : unchanged(changed, asking.language);
}

/** A press has its card replaced; what was typed is answered by a message. */
export function show(
  { press, language }: Asking,
  hearing: Hearing,
  wording: HearingWording,
  cardOf: (hearing: Hearing, wording: HearingWording) => Card = hearingCard,
): Reply {
  const card = cardOf(hearing, wording);
  if (press !== undefined) return { kind: 'card', language, card };
  return { kind: 'messages', messages: [{ ...hearingMessage(hearing, wording), card }] };
}

/** Why nothing was changed. */
export function unchanged(changed: Exclude<Changed, { hearing: Hearing }>, language: Language): Reply {
  return notice(
    'repeated' in changed
      ? translatorFor(language)('refusal.repeated-delivery')
      : wordRefusal(changed as Refused, language),
    language,
  );
}

export function notice(text: string, language: Language): Reply {
  return { kind: 'notice', language, text };
}
