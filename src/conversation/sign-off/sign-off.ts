import type { Policy } from '../../escalations/policy.ts';
import type { Language } from '../../i18n/language.ts';
import { translatorFor } from '../../i18n/translator.ts';
import { shorten } from '../../shared/shorten.ts';
import type { Turn } from '../incoming.ts';
import { type Reply, say } from '../reply.ts';
import { createAnswerRequest } from './answer-request.ts';
import { createAskSignOff } from './ask-sign-off.ts';
import type { SignOffCommand } from './commands.ts';
import { createFindRequests } from './find-requests.ts';
import type { Press, SignOffTools } from './parts.ts';
import * as data from './press-data.ts';
import { createUnitSettings, type UnitSettings } from './unit-settings.ts';

/** The verbs of sign-off's buttons begin with this. */
export const signOffVerbs = 'sign-off.';

/** No question takes a longer answer, in characters. */
const longestAbout = 4_000;

/** Everything that people say and press about sign-off, each led to its use case. */
export function createSignOffConversation(parts: SignOffTools, settings: UnitSettings) {
  const ask = createAskSignOff(parts);
  const answer = createAnswerRequest(parts);
  const find = createFindRequests(parts);
  const units = createUnitSettings(parts, settings);

  async function command(turn: Turn, given: SignOffCommand, language: Language): Promise<Reply> {
    const t = translatorFor(language);
    switch (given.kind) {
      case 'request-sign-off': {
        const kind = kindNamed(parts.policy, given.about);
        return ask.begin(turn, language, kind ? { kind } : {});
      }
      case 'urgent-action': {
        const kind = parts.policy.kinds.find(({ urgentAction }) => urgentAction)?.id;
        return ask.begin(turn, language, kind ? { kind } : {});
      }
      case 'requests':
        return find.show(turn, given.list, given.words, language);
      case 'request-status':
        return given.reference
          ? answer.status(turn, given.reference, language)
          : say({ language, text: t('signOff.unknownReference') });
      case 'link-channel':
        return units.link(turn, given.unit, given.id, language);
      case 'delegate':
        return units.delegate(turn, given.name, given.until, language);
      case 'delegate-how':
        return say({ language, text: t('signOff.delegate.usage') });
      case 'end-delegation':
        return units.endDelegation(turn, language);
    }
  }

  async function press(pressed: Press, language: Language): Promise<Reply> {
    const verb = pressed.verb.slice(signOffVerbs.length);
    const unclear: Reply = { kind: 'notice', language, text: translatorFor(language)('press.invalid') };
    switch (verb) {
      case 'ask': {
        const given = data.askedFromAnswer.safeParse(pressed.data);
        if (!given.success) return unclear;
        const { kind } = given.data;
        // The policy names passages of one edition; what another one says at that place is another thing.
        const [passage, edition = parts.edition.id] = (given.data.passage ?? '').split(' ').toReversed();
        const isOurs = passage && edition === parts.edition.id;
        return ask.begin(pressed, language, { kind, ...(isOurs ? { passage } : {}) });
      }
      case 'kind': {
        const given = data.chosenKind.safeParse(pressed.data);
        return given.success ? ask.chooseKind(pressed, language, given.data) : unclear;
      }
      case 'preview':
      case 'edit':
      case 'send':
      case 'discard': {
        const given = data.aboutDraft.safeParse(pressed.data);
        return given.success ? ask[verb](pressed, given.data.draft, language) : unclear;
      }
      case 'open':
      case 'details': {
        const given = data.aboutRequest.safeParse(pressed.data);
        return given.success ? answer[verb](pressed, given.data.reference, language) : unclear;
      }
      case 'revise': {
        const given = data.aboutRequest.safeParse(pressed.data);
        return given.success ? ask.revise(pressed, given.data.reference, language) : unclear;
      }
      case 'decide':
      case 'reconsider': {
        const given = data.decision.safeParse(pressed.data);
        return given.success ? answer[verb](pressed, given.data, language) : unclear;
      }
      case 'comment': {
        const given = data.comment.safeParse(pressed.data);
        if (!given.success) return unclear;
        const { reference, commentText: text } = given.data;
        const begun = { part: 'comment', typed: { commentText: text } } as const;
        return answer.change(pressed, reference, { type: 'comment', text }, begun, language);
      }
      case 'reassign': {
        const given = data.reassignment.safeParse(pressed.data);
        if (!given.success) return unclear;
        const { reference, revision, from, to, reassignText: text } = given.data;
        const own = from ? { desk: from } : {};
        const change = { type: 'reassign', revision, ...own, to, ...(text ? { text } : {}) } as const;
        const begun = { part: 'reassign', typed: { from, to, reassignText: text } } as const;
        return answer.change(pressed, reference, change, begun, language);
      }
      case 'withdraw': {
        const given = data.withdrawal.safeParse(pressed.data);
        if (!given.success) return unclear;
        const { reference, revision, withdrawText: text } = given.data;
        const change = { type: 'withdraw', revision, ...(text ? { text } : {}) } as const;
        const begun = { part: 'withdraw', typed: { withdrawText: text } } as const;
        return answer.change(pressed, reference, change, begun, language);
      }
      case 'list': {
        const given = data.nextPage.safeParse(pressed.data);
        return given.success ? find.more(pressed, given.data, language) : unclear;
      }
      default:
        return { kind: 'notice', language, text: translatorFor(language)('press.unknown') };
    }
  }

  /** Asks for sign-off about a message, from its menu. */
  const askAbout = (turn: Turn, about: string, language: Language) =>
    ask.begin(turn, language, { about: shorten(about, longestAbout) });

  return { command, press, askAbout };
}
export type SignOffConversation = ReturnType<typeof createSignOffConversation>;

/** The kind that a person means by its id or its title, in either language. */
function kindNamed({ kinds }: Policy, about: string): string | undefined {
  const plain = (text: string) =>
    text
      .normalize('NFD')
      .replace(/[^\p{L}]/gu, '')
      .toLowerCase();
  const wanted = plain(about);
  if (wanted === '') return undefined;
  return kinds.find(({ id, title }) => [id, title.en, title.fr].some(name => plain(name) === wanted))?.id;
}
