import { listCard } from '../../cards/sign-off/other-cards.ts';
import type { Directory } from '../../directory/directory.ts';
import type { EscalationQuery } from '../../escalations/ports.ts';
import type { Language } from '../../i18n/language.ts';
import { type Translator, translatorFor } from '../../i18n/translator.ts';
import { answerPrivately } from '../in-own-chat.ts';
import type { Person, Turn } from '../incoming.ts';
import type { Reply } from '../reply.ts';
import { byOf, type Press, type SignOffTools, wordingOf } from './parts.ts';
import type { ListName } from './press-data.ts';

/** A card holds so many with room to spare. */
const pageSize = 8;

/** The use case of finding requests: one's own, those that wait for one, the mission's, and by code name. */
export function createFindRequests(parts: SignOffTools) {
  const { signOff, directory, now } = parts;

  async function page(person: Person, list: ListName, words: string, after: string, language: Language) {
    const t = translatorFor(language);
    const offices = await directory();
    const query = queryOf(list, words, person, offices, now());
    const { found, count, next } = query
      ? await signOff.list({ ...query, most: pageSize, ...(after === '' ? {} : { after }) }, byOf(person))
      : { found: [], count: 0, next: undefined };
    return listCard(
      {
        title: titleOf(list, words, t),
        intro: t('signOff.list.count', { count }),
        rows: found.map(({ state }) => ({
          request: state,
          overdue: state.status === 'pending' && new Date(state.due) < now(),
        })),
        ...(next ? { next: { list, words, after: next } } : {}),
      },
      wordingOf(parts, offices, language),
    );
  }

  async function show(turn: Turn, list: ListName, words: string, language: Language): Promise<Reply> {
    const t = translatorFor(language);
    const card = await page(turn.person, list, words, '', language);
    const message = { language, card, summary: titleOf(list, words, t) };
    const key = `sign-off-list:${turn.person.id}:${list}:${now().getTime()}`;
    return answerPrivately(parts.tell, turn, key, message, {
      sent: t('signOff.inYourChat'),
      unknown: t('signOff.noChatYet'),
    });
  }

  async function more(
    { person }: Press,
    { list, words, after }: { list: ListName; words: string; after: string },
    language: Language,
  ): Promise<Reply> {
    return { kind: 'card', language, card: await page(person, list, words, after, language) };
  }

  return { show, more };
}
export type FindRequests = ReturnType<typeof createFindRequests>;

/** Undefined when the person can have none of the kind asked for. */
function queryOf(
  list: ListName,
  words: string,
  { id }: Person,
  directory: Directory,
  at: Date,
): Omit<EscalationQuery, 'most' | 'within'> | undefined {
  const mission = directory.official(id)?.mission;
  switch (list) {
    case 'mine':
      return { requester: id };
    case 'waiting': {
      const desks = directory.desks.filter(desk => directory.actsFor(desk.id, id, at) !== undefined);
      if (desks.length > 0) return { waitingFor: desks.map(desk => desk.id) };
      return mission === undefined ? undefined : { mission, status: 'changes-asked' };
    }
    case 'mission':
      return mission === undefined ? undefined : { mission };
    case 'search':
      return { codeName: words };
  }
}

function titleOf(list: ListName, words: string, t: Translator): string {
  return list === 'search' ? t('signOff.list.search', { words }) : t(`signOff.list.${list}`);
}
