import { describe, expect, test } from 'vitest';
import { zones } from '../../src/hearings/court-time.ts';
import { writeFeed } from '../../src/hearings/feed.ts';
import { readCsv } from '../../src/hearings/import-csv.ts';
import { readIcs } from '../../src/hearings/import-ics.ts';
import { type ImportContext, type Imported, wordImportProblem } from '../../src/hearings/import-row.ts';
import { added, given } from './scene.ts';

const context: ImportContext = {
  now: new Date('2026-02-01T12:00:00Z'),
  zones,
  language: 'en',
  missionNamed: name => (/^(bogot[aá]|lima)$/i.test(name) ? name.toLowerCase().replace('á', 'a') : undefined),
  ownMission: 'bogota',
};
const csv = (text: string, change: Partial<ImportContext> = {}) => readCsv(text, { ...context, ...change });
const problemsOf = (imported: Imported) =>
  imported.problems?.map(({ line, problem }) => `${line} ${problem}`);

describe('a CSV file', () => {
  test('gives hearings, with quotes, line breaks and sensitive columns', () => {
    const text = [
      'case,kind,court,place,date,time,access,mission,judge',
      'heron,trial,"Juzgado 4, sala 2",Bogotá,2026-03-14,09:30,open,Lima,A Judge',
      '"grey heron",bail hearing,"Tribunal',
      'Superior",Bogotá,2026-03-15,14:00,permission needed,,',
    ].join('\n');
    expect(csv(text).rows).toEqual([
      {
        line: 2,
        details: {
          caseName: 'HERON',
          mission: 'lima',
          kind: 'trial',
          court: 'Juzgado 4, sala 2',
          place: 'Bogotá',
          zone: 'America/Bogota',
          access: 'open',
        },
        when: { date: '2026-03-14', time: '09:30' },
        notes: { judge: 'A Judge' },
      },
      expect.objectContaining({
        line: 3,
        details: expect.objectContaining({ caseName: 'GREY HERON', mission: 'bogota', kind: 'bail' }),
        notes: {},
      }),
    ]);
  });

  test('may be in French, with semicolons, a mark at its head and natural dates', () => {
    const text =
      '\ufeffAffaire;Type;Tribunal;Ville;Date;Heure;Accès\nHÉRON;procès;Cour 1, salle 2;Le Caire;14 mars;9 h 30;à huis clos\n';
    expect(csv(text, { language: 'fr' }).rows).toMatchObject([
      {
        details: {
          caseName: 'HÉRON',
          court: 'Cour 1, salle 2',
          kind: 'trial',
          zone: 'Africa/Cairo',
          access: 'closed',
        },
        when: { date: '2026-03-14', time: '09:30' },
      },
    ]);
  });

  test('as a spreadsheet leaves it, with emptied rows and columns, is read', () => {
    const text = 'case;date;time;place;;\r\nHERON;14-mars-26;09:30:00;Bogotá;;\r\n;;;;;\r\n;;;;;\r\n';
    expect(csv(text).rows).toMatchObject([{ line: 2, when: { date: '2026-03-14', time: '09:30' } }]);
    expect(problemsOf(csv(text.replace('Bogotá;;', 'Bogotá;;Maria')))).toEqual(['2 column-unknown']);
  });

  test('with bad lines gives no hearing at all, and names every line', () => {
    const text = [
      'case,date,time,place,kind,access,mission',
      'HERON,2026-03-14,09:30,Bogotá,,,',
      'X,2026-03-14,09:30,Bogotá,,,',
      'IBIS,3/4/2026,09:30,Bogotá,,,',
      'IBIS,2025-03-14,09:30,Bogotá,,,',
      'IBIS,2026-03-14,,Bogotá,,,',
      'IBIS,soon,09:30,Bogotá,,,',
      'IBIS,2026-03-14,09:30,Macondo,,,',
      'IBIS,2026-03-14,09:30,Springfield,,,',
      'IBIS,2026-03-08,02:30,Toronto,,,',
      'IBIS,2026-11-01,01:30,Toronto,,,',
      'IBIS,2026-03-14,09:30,Bogotá,party,secret,Mars',
      'HERON,2026-03-14,09:30,Bogotá,,,',
      'IBIS,2026-03-14,09:30,Bogotá,,,,more',
      'IBIS,Monday 14 March 2026,09:30,Bogotá,,,',
    ].join('\n');
    const imported = csv(text);
    expect(imported.rows).toBeUndefined();
    expect(problemsOf(imported)).toEqual([
      '3 name-invalid',
      '4 date-ambiguous',
      '5 time-past',
      '6 time-missing',
      '7 date-not-understood',
      '8 place-unknown',
      '9 zone-ambiguous',
      '10 time-skipped',
      '11 time-doubled',
      '12 kind-unknown',
      '12 access-unknown',
      '12 mission-unknown',
      '13 line-repeated',
      '14 column-unknown',
      '15 date-weekday-differs',
    ]);
  });

  test.each([
    ['', ['1 file-empty']],
    ['case,date,time,place', ['1 file-empty']],
    ['case,shoe size\nHERON,44', ['1 column-unknown', '1 column-missing']],
    ['case,date\nHERON,"2026', ['2 file-unreadable']],
    [`case,date,court\nHERON,2026-03-14,${'x'.repeat(201)}`, ['2 text-too-long']],
  ])('that cannot be used says why: %#', (text, problems) => {
    expect(problemsOf(csv(text))).toEqual(problems);
  });
});

describe('a calendar file', () => {
  const calendar = (...events: string[][]) =>
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      ...events.flatMap(lines => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
      'END:VCALENDAR',
    ].join('\r\n');
  const ics = (...events: string[][]) => readIcs(calendar(...events), context);

  test('that Vigil wrote is read back', () => {
    const text = writeFeed([given(added)], 'en', context.now, zones);
    expect(readIcs(text, context).rows).toMatchObject([
      {
        details: {
          caseName: 'HERON',
          kind: 'trial',
          court: 'Juzgado 4',
          place: 'Bogotá',
          zone: 'America/Bogota',
        },
        when: { date: '2026-03-14', time: '09:30' },
      },
    ]);
  });

  test.each([
    ['an IANA zone', 'DTSTART;TZID=America/Lima:20260314T093000', 'America/Lima', '2026-03-14 09:30'],
    [
      'a path before it',
      'DTSTART;TZID=/freeassociation.sourceforge.net/America/Lima:20260314T093000',
      'America/Lima',
      '2026-03-14 09:30',
    ],
    [
      'Windows’ own name',
      'DTSTART;TZID=SA Pacific Standard Time:20260314T093000',
      'America/Bogota',
      '2026-03-14 09:30',
    ],
    ['UTC: the clock of the place', 'DTSTART:20260314T143000Z', 'America/Bogota', '2026-03-14 09:30'],
    ['no zone: the clock of the place', 'DTSTART:20260314T093000', 'America/Bogota', '2026-03-14 09:30'],
    [
      'the zone of whoever wrote it: the clock of the place',
      'DTSTART;TZID=Eastern Standard Time:20260314T103000',
      'America/Bogota',
      '2026-03-14 09:30',
    ],
  ])('with %s', (_, start, zone, expected) => {
    const location = zone === 'America/Bogota' ? 'LOCATION:Juzgado 4\\, Bogotá' : 'LOCATION:Juzgado 4';
    const { rows } = ics([start, 'SUMMARY:HERON', location, 'DESCRIPTION:Maria Lopez']);
    expect(rows).toMatchObject([{ details: { zone, kind: 'other' }, notes: {} }]);
    expect(`${rows?.[0]?.when.date} ${rows?.[0]?.when.time}`).toBe(expected);
  });

  test('with an address as the location is read by the city in it', () => {
    const where = 'LOCATION:Corte Suprema\\, Calle 8\\, San José\\, Costa Rica';
    const { rows } = ics(['DTSTART:20260314T153000Z', 'SUMMARY:HERON', where]);
    expect(rows).toMatchObject([
      {
        details: {
          court: 'Corte Suprema, Calle 8',
          place: 'San José, Costa Rica',
          zone: 'America/Costa_Rica',
        },
        when: { date: '2026-03-14', time: '09:30' },
      },
    ]);
  });

  test.each(['20261314T143000Z', '20260230T093000', '20260314T250000', 'garbage'])(
    'with the time %s, which there is not, gives none',
    time => {
      const imported = ics([`DTSTART:${time}`, 'SUMMARY:HERON', 'LOCATION:Juzgado 4\\, Bogotá']);
      expect(problemsOf(imported)).toEqual(['3 date-not-understood']);
    },
  );

  test('that calls events off gives none', () => {
    const lines = ['DTSTART:20260314T143000Z', 'SUMMARY:HERON', 'LOCATION:Juzgado 4\\, Bogotá'];
    const text = calendar(lines).replace('VERSION:2.0', 'VERSION:2.0\r\nMETHOD:CANCEL');
    expect(problemsOf(readIcs(text, context))).toEqual(['4 event-cancelled']);
  });

  test('with events that cannot be taken gives none, and names the line of each', () => {
    const summary = 'SUMMARY:HERON: trial';
    const imported = ics(
      ['DTSTART;TZID=America/Lima:20260314T093000', summary],
      ['DTSTART;TZID=Custom Zone 7:20260314T093000', summary],
      ['DTSTART:20260314T143000Z', summary],
      ['DTSTART;VALUE=DATE:20260314', summary],
      ['DTSTART;TZID=America/Lima:20260314T093000', 'RRULE:FREQ=WEEKLY', summary],
      ['DTSTART;TZID=America/Lima:20260314T093000', 'STATUS:CANCELLED', summary],
      ['DTSTART;TZID=America/Lima:20260314T093000', 'SUMMARY:'],
    );
    expect(problemsOf(imported)).toEqual([
      '7 zone-unknown',
      '11 zone-needed',
      '15 time-missing',
      '19 event-repeating',
      '24 event-cancelled',
      '29 name-invalid',
    ]);
  });

  test('that is none is refused', () => {
    expect(problemsOf(readIcs('case,date', context))).toEqual(['1 file-unreadable']);
    expect(problemsOf(readIcs('', context))).toEqual(['1 file-unreadable']);
  });
});

test('a problem names its line, in the language of whoever reads', () => {
  const problem = { line: 7, problem: 'zone-unknown', where: 'TZID' } as const;
  expect(wordImportProblem(problem, 'en')).toBe('Line 7: I do not know this time zone.');
  expect(wordImportProblem(problem, 'fr')).toContain('Ligne 7');
});
