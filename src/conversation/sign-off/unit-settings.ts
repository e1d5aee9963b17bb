import type { ChannelLink, Delegation, Directory } from '../../directory/directory.ts';
import { endOfDay } from '../../directory/end-of-day.ts';
import type { Desk, Mission } from '../../directory/unit.ts';
import type { Language } from '../../i18n/language.ts';
import { translatorFor } from '../../i18n/translator.ts';
import type { Turn } from '../incoming.ts';
import { type Reply, say } from '../reply.ts';
import type { SignOffTools } from './parts.ts';

/** Keeps what people say of the directory, and puts it on record in the same commit. */
export interface UnitSettings {
  link(link: ChannelLink, by: string, at: Date): Promise<void>;
  delegate(delegation: Delegation, at: Date): Promise<void>;
  /** False when there was none. */
  endDelegation(desk: string, from: string, at: Date): Promise<boolean>;
}

/** Nobody is away for longer. */
const longestDelegation = 366 * 86_400_000;

/** The use case of telling Vigil whose a channel is, and who decides in one's place. */
export function createUnitSettings(
  { directory, now }: Pick<SignOffTools, 'directory' | 'now'>,
  settings: UnitSettings,
) {
  async function link(
    { person, chat }: Turn,
    kind: 'desk' | 'mission',
    id: string,
    language: Language,
  ): Promise<Reply> {
    const t = translatorFor(language);
    const offices = await directory();
    const units: readonly (Desk | Mission)[] = kind === 'desk' ? offices.desks : offices.missions;
    const unit = units.find(one => one.id === id || sameName(one.name[language], id));
    if (!unit) {
      const known = units.map(one => one.id).join(', ');
      return say({ language, text: t('signOff.link.unknownUnit', { kind, id, known }) });
    }
    const target = { kind, id: unit.id };
    const called = unit.name[language];
    if (!person.fromHomeTenant || !offices.mayLink(person.id, target)) {
      return say({ language, text: t('signOff.link.notAllowed', { unit: called }) });
    }
    if (chat.kind === 'personal') return say({ language, text: t('signOff.link.notAChannel') });
    await settings.link({ channel: chat.channelId ?? chat.id, unit: target }, person.id, now());
    return say({ language, text: t('signOff.link.done', { unit: called }) });
  }

  /** @param until the last day on which it holds, `2026-12-24`, by the clock of each desk */
  async function delegate({ person }: Turn, name: string, until: string, language: Language): Promise<Reply> {
    const t = translatorFor(language);
    const offices = await directory();
    const refused = (key: 'unknownPerson' | 'yourself' | 'notAtADesk' | 'past') =>
      say({ language, text: t(`signOff.delegate.${key}`, { name }) });
    const own = ownDesks(offices, person.id);
    if (own.length === 0 || !person.fromHomeTenant) return refused('notAtADesk');
    const to = offices.officialNamed(name);
    if (!to) return refused('unknownPerson');
    if (to.id === person.id) return refused('yourself');
    const at = now();
    const delegations = own.flatMap(({ id: desk, timeZone }): Delegation[] => {
      const end = endOfDay(until, timeZone);
      const ahead = end ? end.getTime() - at.getTime() : 0;
      const holds = end && ahead > 0 && ahead < longestDelegation;
      return holds ? [{ desk, from: person.id, to: to.id, until: end }] : [];
    });
    if (delegations.length < own.length) return refused('past');
    for (const delegation of delegations) await settings.delegate(delegation, at);
    return say({
      language,
      text: t('signOff.delegate.done', {
        name: to.name,
        desk: own.map(desk => desk.name[language]).join(', '),
        until,
      }),
    });
  }

  async function endDelegation({ person }: Turn, language: Language): Promise<Reply> {
    const offices = await directory();
    const ended = await Promise.all(
      ownDesks(offices, person.id).map(({ id }) => settings.endDelegation(id, person.id, now())),
    );
    const key = ended.includes(true) ? 'signOff.delegate.ended' : 'signOff.delegate.none';
    return say({ language, text: translatorFor(language)(key) });
  }

  return { link, delegate, endDelegation };
}
export type UnitSettingsUseCase = ReturnType<typeof createUnitSettings>;

function ownDesks(directory: Directory, personId: string): readonly Desk[] {
  return directory.desks.filter(({ staff }) => staff.includes(personId));
}

function sameName(a: string, b: string): boolean {
  return a.localeCompare(b, undefined, { sensitivity: 'base' }) === 0;
}
