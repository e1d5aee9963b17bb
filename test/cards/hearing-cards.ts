import { readFileSync } from 'node:fs';
import { hearingCard } from '../../src/cards/hearings/hearing-card.ts';
import { digestMessage } from '../../src/cards/hearings/messages.ts';
import { notesCard } from '../../src/cards/hearings/notes-card.ts';
import { outcomeCard } from '../../src/cards/hearings/outcome-card.ts';
import { rosterCard } from '../../src/cards/hearings/roster-card.ts';
import { hearingWording } from '../../src/cards/hearings/words.ts';
import { createLinks } from '../../src/cards/links.ts';
import type { Card } from '../../src/cards/template.ts';
import { createDirectory } from '../../src/directory/directory.ts';
import { parseDirectory } from '../../src/directory/directory-file.ts';
import { guidelinesFolder } from '../../src/guidelines/folder.ts';
import { openGuidelines } from '../../src/guidelines/open.ts';
import { type CourtTime, zones } from '../../src/hearings/court-time.ts';
import type { Hearing, Schedule } from '../../src/hearings/hearing.ts';
import type { Permission } from '../../src/hearings/permission.ts';
import type { Language } from '../../src/i18n/language.ts';
import { textOf } from '../support/card.ts';

const file = new URL('../../playground/directory.yaml', import.meta.url);
const directory = createDirectory(parseDirectory('directory.yaml', readFileSync(file, 'utf8')));
const { edition } = openGuidelines(guidelinesFolder);
const linkTo = createLinks('https://vigil.example.org');
const now = new Date('2026-03-07T14:30:00Z');
const [amara = '', ingrid = ''] = [directory.mission('bogota')?.head, directory.mission('nairobi')?.head];

/** A time in Bogotá, one that its clock skips and one that it shows twice. */
const times: readonly CourtTime[] = [
  { date: '2026-03-14', time: '09:30', zone: 'America/Bogota' },
  { date: '2026-03-08', time: '02:30', zone: 'America/Toronto' },
  { date: '2026-11-01', time: '01:30', zone: 'America/Toronto', turn: 'second' },
];
const [time] = times as [CourtTime];

const schedules: readonly Schedule[] = [
  ...times.map(one => ({ state: 'scheduled', time: one, adjournedFrom: time }) as const),
  { state: 'scheduled', time: { ...time, date: '2026-03-07', time: '09:29' } },
  { state: 'to-be-announced', adjournedFrom: time },
  { state: 'cancelled' },
  {
    state: 'held',
    time,
    outcome: { attendance: 'attended', result: 'adjourned', next: 'HRG-2026-0002' },
  },
];
const permissions: readonly Permission[] = [
  { state: 'not-requested' },
  { state: 'requested', requestedOn: '2026-02-01' },
  { state: 'granted', requestedOn: '2026-02-01', answeredOn: '2026-02-03' },
  { state: 'refused', answeredOn: '2026-02-03' },
];

function hearingsOf(text: string): Hearing[] {
  return schedules.flatMap((schedule, index) => {
    const common = {
      id: 'HRG-2026-0042',
      caseName: text,
      mission: 'bogota',
      kind: 'trial',
      court: text,
      place: text,
      zone: 'America/Bogota',
      access: 'permission-needed',
      permission: permissions[index % permissions.length] as Permission,
      schedule,
      revision: 2,
    } as const;
    const roster = {
      officials: [
        { person: ingrid, mission: 'nairobi', confirmed: true },
        { person: amara, mission: 'bogota', confirmed: false },
        { person: 'gone', confirmed: false },
      ],
      partners: [
        { kind: 'mission', organisation: text },
        { kind: 'ngo', organisation: text },
      ],
      lead: amara,
      interpreterNeeded: true,
    } as const;
    const nobody = { officials: [], partners: [], interpreterNeeded: false };
    return [
      { ...common, roster },
      { ...common, roster: nobody },
    ];
  });
}

const wordingIn = (language: Language) =>
  hearingWording({ directory, zones, edition, linkTo, now }, language);

/** The cards that show the roster of a hearing with so many partners. */
export function crowdedCards(count: number, organisation: string, language: Language): Card[] {
  const [one] = hearingsOf('Juzgado 4');
  if (!one) throw new Error('no hearing');
  const partners = Array.from({ length: count }, () => ({ kind: 'ngo', organisation }) as const);
  const hearing = { ...one, roster: { ...one.roster, partners } };
  return [hearingCard, rosterCard].map(cardOf => cardOf(hearing, wordingIn(language)));
}

/** The digest of a week with so many hearings, with the numbers of those that it shows. */
export function fullDigest(count: number, text: string, language: Language) {
  const [one] = hearingsOf(text);
  if (!one) throw new Error('no hearing');
  const hearings = Array.from({ length: count }, (_each, index) => ({
    ...one,
    id: `HRG-2026-${1001 + index}`,
  }));
  const { card } = digestMessage(hearings, wordingIn(language));
  const rows = [...textOf(card).matchAll(/HRG-2026-1(\d{3})/g)].map(([, number]) => Number(number));
  return { card, rows };
}

/** For each template of hearings, cards in which everything that a person can write is this text. */
export const hearingCards: Record<string, (text: string, language: Language) => Card[]> = {
  hearing: (text, language) =>
    hearingsOf(text).flatMap(hearing => [
      hearingCard(hearing, wordingIn(language)),
      hearingCard(hearing, wordingIn(language), { notes: [text, text], confirm: true }),
    ]),
  'hearing-roster': (text, language) =>
    hearingsOf(text)
      .slice(0, 4)
      .flatMap(hearing => [
        rosterCard(hearing, wordingIn(language)),
        rosterCard(hearing, wordingIn(language), []),
        rosterCard(hearing, wordingIn(language), [
          { mission: 'bogota', attended: 0 },
          { mission: 'nairobi', attended: 2, last: '2026-02-28' },
        ]),
      ]),
  'hearing-notes': (text, language) =>
    hearingsOf(text)
      .slice(0, 1)
      .flatMap(hearing => [
        notesCard(
          hearing,
          { judge: text, charges: text, askedOf: text, observed: text, verdict: text, concerns: text },
          wordingIn(language),
        ),
        notesCard(hearing, {}, wordingIn(language)),
      ]),
  'hearing-outcome': (text, language) =>
    hearingsOf(text)
      .slice(0, 1)
      .flatMap(hearing => [
        outcomeCard(hearing, wordingIn(language)),
        outcomeCard(hearing, wordingIn(language), {
          intro: text,
          problem: text,
          inputs: { attendance: 'attended', result: 'verdict', observed: text, next: 'dated' },
        }),
      ]),
};
