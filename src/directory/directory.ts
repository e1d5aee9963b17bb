import type { DirectoryFile } from './directory-file.ts';
import type { Desk, DeskRole, Mission, Official } from './unit.ts';

/** A channel that somebody has made a unit's own; it goes before the file's. */
export interface ChannelLink {
  readonly channel: string;
  readonly unit: { readonly kind: 'desk' | 'mission'; readonly id: string };
}

/** A person as Teams knows them in a channel. */
export interface Member {
  /** Entra object id. */
  readonly id: string;
  readonly name: string;
}
/** Who is in a channel or group chat. Never throws. */
export type MembersOf = (channelId: string) => Promise<readonly Member[]>;

/** One officer lets another person decide in their place at a desk, until a time. */
export interface Delegation {
  readonly desk: string;
  /** Entra object id, as everywhere. */
  readonly from: string;
  readonly to: string;
  readonly until: Date;
}

/** In what right somebody acts for a unit. */
export type Right = 'head' | 'duty-officer' | 'officer' | 'delegate';

/** Who is who, and who may decide what. Pure: it is made anew when the file, a link or a delegation changes. */
export interface Directory {
  readonly missions: readonly Mission[];
  readonly desks: readonly Desk[];
  official(personId: string): Official | undefined;
  nameOf(personId: string): string | undefined;
  /** The one person who has this name, whatever the case and accents; undefined for none or several. */
  officialNamed(name: string): Official | undefined;
  mission(id: string): Mission | undefined;
  desk(id: string): Desk | undefined;
  /** The desk that answers a mission in a role: one responsible for this mission goes before one for all. */
  deskFor(role: DeskRole, missionId: string): Desk | undefined;
  deskOfChannel(channelId: string): Desk | undefined;
  missionOfChannel(channelId: string): Mission | undefined;
  /** In what right a person decides for a desk at a time; undefined when they may not. */
  actsFor(deskId: string, personId: string, at: Date): Right | undefined;
  /** The same for a mission, where nobody delegates. */
  servesAt(missionId: string, personId: string): Exclude<Right, 'delegate'> | undefined;
  /** The delegations of a desk that hold at a time. */
  delegationsOf(deskId: string, at: Date): readonly Delegation[];
  /** Whether a person may make a channel a unit's own: its head, its duty officer, an administrator. */
  mayLink(personId: string, unit: ChannelLink['unit']): boolean;
}

/**
 * Puts the file together with what people have said since. Links and delegations to unknown units are passed over.
 *
 * @param members who is in a channel, by its id, for the units that follow theirs
 */
export function createDirectory(
  file: DirectoryFile,
  links: readonly ChannelLink[] = [],
  delegations: readonly Delegation[] = [],
  members: ReadonlyMap<string, readonly Member[]> = new Map(),
): Directory {
  const joined = <Unit extends Mission | Desk>(unit: Unit): Unit => {
    const others = unit.followsChannel && unit.channel ? (members.get(unit.channel) ?? []) : [];
    return { ...unit, staff: [...new Set([...unit.staff, ...others.map(({ id }) => id)])] };
  };
  const linked = <Unit extends Mission | Desk>(unit: Unit): Unit => {
    const link = links.find(one => one.unit.kind === unit.kind && one.unit.id === unit.id);
    if (link) return { ...unit, channel: link.channel };
    // A channel has one unit: what the file says of it ends when it is linked to another.
    if (!unit.channel || !links.some(one => one.channel === unit.channel)) return unit;
    const { channel: _, ...without } = unit;
    return without as Unit;
  };
  const missions = file.missions.map(linked).map(joined);
  const desks = file.desks.map(linked).map(joined);
  const officials = officialsOf(file, missions, desks, members);
  const desk = (id: string) => desks.find(one => one.id === id);
  const mission = (id: string) => missions.find(one => one.id === id);
  const delegationsOf = (deskId: string, at: Date) =>
    delegations.filter(
      one => one.desk === deskId && one.until > at && desk(deskId)?.staff.includes(one.from),
    );
  return {
    missions,
    desks,
    mission,
    desk,
    official: id => officials.get(id),
    nameOf: id => officials.get(id)?.name,
    officialNamed: name => {
      const called = [...officials.values()].filter(
        one => one.name.localeCompare(name, undefined, { sensitivity: 'base' }) === 0,
      );
      return called.length === 1 ? called[0] : undefined;
    },
    deskFor: (role, missionId) => {
      const inRole = desks.filter(one => one.role === role);
      return (
        inRole.find(one => one.missions?.includes(missionId)) ??
        inRole.find(one => one.missions === undefined)
      );
    },
    deskOfChannel: channelId => desks.find(({ channel }) => channel === channelId),
    missionOfChannel: channelId => missions.find(({ channel }) => channel === channelId),
    actsFor: (deskId, personId, at) =>
      rightIn(desk(deskId), personId) ??
      (delegationsOf(deskId, at).some(({ to }) => to === personId) && officials.has(personId)
        ? 'delegate'
        : undefined),
    servesAt: (missionId, personId) => rightIn(mission(missionId), personId),
    delegationsOf,
    mayLink: (personId, { kind, id }) => {
      const right = rightIn(kind === 'desk' ? desk(id) : mission(id), personId);
      return right === 'head' || right === 'duty-officer' || officials.get(personId)?.administrator === true;
    },
  };
}

/** Those of the file, and those whom only a channel knows. */
function officialsOf(
  file: DirectoryFile,
  missions: readonly Mission[],
  desks: readonly Desk[],
  members: ReadonlyMap<string, readonly Member[]>,
): Map<string, Official> {
  const named = new Map(file.officials.map(official => [official.id, official]));
  const others = [...members.values()].flat().filter(({ id }) => !named.has(id));
  const people = [
    ...file.officials,
    ...others.map(({ id, name }) => ({ id, name, desks: [], administrator: false })),
  ];
  return new Map(
    people.map((person: Official) => {
      // Where the file has somebody serve stands; a channel can only add to it.
      const mission = person.mission ?? missions.find(({ staff }) => staff.includes(person.id))?.id;
      const at = desks.filter(({ staff }) => staff.includes(person.id)).map(({ id }) => id);
      return [person.id, { ...person, desks: at, ...(mission ? { mission } : {}) }];
    }),
  );
}

function rightIn(unit: Mission | Desk | undefined, personId: string): Exclude<Right, 'delegate'> | undefined {
  if (unit?.head === personId) return 'head';
  if (unit?.dutyOfficer === personId) return 'duty-officer';
  return unit?.staff.includes(personId) ? 'officer' : undefined;
}
