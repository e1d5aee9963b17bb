import type { LinkTo } from '../../cards/links.ts';
import type { RequestWording } from '../../cards/sign-off/request-card.ts';
import { wordingFor } from '../../cards/sign-off/words.ts';
import type { Directory } from '../../directory/directory.ts';
import type { DirectoryNow } from '../../directory/open.ts';
import type { Context } from '../../escalations/context.ts';
import type { Policy } from '../../escalations/policy.ts';
import type { Refusal } from '../../escalations/refusals.ts';
import { type Edition, passageOf } from '../../guidelines/edition.ts';
import type { Language } from '../../i18n/language.ts';
import type { Tell } from '../in-own-chat.ts';
import type { Incoming, Person } from '../incoming.ts';
import type { Reply } from '../reply.ts';
import type { By, SignOff } from './ports.ts';
import { refusalText } from './refusal-text.ts';

/** What the use cases of sign-off work with. */
export interface SignOffTools {
  readonly signOff: SignOff;
  readonly directory: DirectoryNow;
  readonly policy: Policy;
  readonly edition: Edition;
  readonly linkTo: LinkTo;
  readonly now: () => Date;
  /** Whether a chat with the person is known. */
  readonly canTell: (personId: string) => Promise<boolean>;
  readonly tell: Tell;
}

export type Press = Extract<Incoming, { kind: 'press' }>;

/** The verified sender of a turn, for the service. */
export function byOf(person: Person, press?: string): By {
  const { id: actor, fromHomeTenant } = person;
  return { actor, fromHomeTenant, ...(press === undefined ? {} : { press }) };
}

export function wordingOf(
  { policy, edition, linkTo }: Pick<SignOffTools, 'policy' | 'edition' | 'linkTo'>,
  directory: Directory,
  language: Language,
): RequestWording {
  return { ...wordingFor(policy, directory, language), edition, linkTo };
}

/** What the rules need to know to say what somebody could do now. */
export function contextOf(
  { policy, edition, now }: SignOffTools,
  offices: Directory,
  actor: string,
): Context {
  return { actor, now: now(), policy, offices, hasPassage: id => passageOf(edition, id) !== undefined };
}

/** Tells whoever pressed why nothing was changed; the card stays. */
export async function refuse(parts: SignOffTools, refusal: Refusal, language: Language): Promise<Reply> {
  const wording = wordingOf(parts, await parts.directory(), language);
  return { kind: 'notice', language, text: refusalText(refusal, wording) };
}
