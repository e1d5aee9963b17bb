import type { z } from 'zod';
import { rosterCard } from '../../cards/hearings/roster-card.ts';
import { fairTurns } from '../../hearings/fair-turns.ts';
import { isAttending } from '../../hearings/roster.ts';
import { translatorFor } from '../../i18n/translator.ts';
import type { Reply } from '../reply.ts';
import { type Asking, type AttendTools, change, lookUp, notice, show } from './attend-parts.ts';
import type * as data from './attend-press-data.ts';
import { refused } from './parts.ts';

/** How far back attendance counts for whose turn it is, in milliseconds. */
const year = 365 * 24 * 3_600_000;
/** More hearings of one case than a year has. */
const mostHeld = 500;

/** The use case of the roster: who attends, who leads, who goes in whose place, and whose turn it is. */
export function createChangeRoster(tools: AttendTools) {
  const { calendar, directory, zones, now } = tools;
  const withRevision = (revision: number | undefined) => (revision === undefined ? {} : { revision });

  /** The roster with what can be done about it, as it stands. */
  async function open(asking: Asking, id: string): Promise<Reply> {
    const { actor, wording } = await lookUp(tools, asking);
    if (!actor) return refused('not-official', asking.language);
    const hearing = await calendar.hearings.find(id);
    if (!hearing) return refused('unknown', asking.language);
    return show(asking, hearing, wording, rosterCard);
  }

  /** Whose turn it is among the missions that follow the case, with the reason. */
  async function suggest(asking: Asking, id: string): Promise<Reply> {
    const { actor, wording } = await lookUp(tools, asking);
    if (!actor) return refused('not-official', asking.language);
    const hearing = await calendar.hearings.find(id);
    if (!hearing) return refused('unknown', asking.language);
    const offices = wording.directory;
    const followers = await calendar.follows.followersOf(hearing);
    const following = followers.flatMap(follower => {
      const mission =
        follower.kind === 'person'
          ? offices.official(follower.id)?.mission
          : offices.missionOfChannel(follower.id)?.id;
      return mission ?? [];
    });
    const at = now();
    const held = await calendar.hearings.list({
      caseName: hearing.caseName,
      states: ['held'],
      from: new Date(at.getTime() - year),
      most: mostHeld,
    });
    const turns = fairTurns(hearing, [hearing.mission, ...following], held, at, zones);
    return show(asking, hearing, wording, (one, words) => rosterCard(one, words, turns));
  }

  /** Whoever cannot come and was not down to come has nothing to take back. */
  async function cant(asking: Asking, id: string, revision?: number): Promise<Reply> {
    const hearing = await calendar.hearings.find(id);
    const { person } = asking.turn;
    if (hearing && person.fromHomeTenant && !isAttending(hearing.roster, person.id)) {
      return notice(translatorFor(asking.language)('reminder.notDown'), asking.language);
    }
    return change(tools, asking, id, { command: 'Withdraw', ...withRevision(revision) });
  }

  async function handOver(asking: Asking, given: z.infer<typeof data.handOver>): Promise<Reply> {
    const { hearing, revision, to } = given;
    const official = (await directory()).officialNamed(to);
    if (!official) {
      return notice(translatorFor(asking.language)('reminder.unknownPerson', { name: to }), asking.language);
    }
    const mission = official.mission === undefined ? {} : { toMission: official.mission };
    return change(
      tools,
      asking,
      hearing,
      { command: 'HandOver', revision, to: official.id, ...mission },
      rosterCard,
    );
  }

  async function partner(asking: Asking, given: z.infer<typeof data.partner>): Promise<Reply> {
    const { hearing: id, change: wanted, kind, organisation } = given;
    const hearing = await calendar.hearings.find(id);
    const known = hearing?.roster.partners.find(
      one => one.organisation.localeCompare(organisation, undefined, { sensitivity: 'base' }) === 0,
    );
    const command = wanted === 'add' ? 'AddPartner' : 'RemovePartner';
    return change(tools, asking, id, { command, partner: known ?? { kind, organisation } }, rosterCard);
  }

  return {
    open,
    suggest,
    cant,
    handOver,
    partner,
    attend: (asking: Asking, id: string, revision?: number) =>
      change(tools, asking, id, { command: 'SignUp', ...withRevision(revision) }),
    confirm: (asking: Asking, id: string, revision?: number) =>
      change(tools, asking, id, { command: 'ConfirmAttendance', ...withRevision(revision) }),
    lead: (asking: Asking, id: string, revision?: number) =>
      change(tools, asking, id, { command: 'SignUp', asLead: true, ...withRevision(revision) }, rosterCard),
    nameLead: (asking: Asking, id: string, person: string) =>
      change(tools, asking, id, { command: 'NameLead', person }, rosterCard),
    takeOver: (asking: Asking, { hearing, revision, person }: z.infer<typeof data.takeOver>) =>
      change(tools, asking, hearing, { command: 'TakeOver', revision, from: person }, rosterCard),
    interpreter: (asking: Asking, id: string, needed: boolean) =>
      change(tools, asking, id, { command: 'SetInterpreter', needed }, rosterCard),
  };
}
export type ChangeRoster = ReturnType<typeof createChangeRoster>;
