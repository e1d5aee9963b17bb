import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../src/i18n/language.ts';
import { translatorFor } from '../../src/i18n/translator.ts';
import { chromiumPath } from './chromium.ts';
import { type HearingStory, openHearingStory } from './hearing-story.ts';

/** What the ministry's storage has; each file in the words of its language. */
const files: Readonly<Record<string, string>> = {
  'bad.en.csv':
    'case,kind,date,time,place,court\nOSPREY,trial,2027-04-01,09:30,Bogotá,Juzgado 3\nOSPREY,picnic,2027-04-02,09:30,Bogotá,\nTERN,trial,2027-04-03,09:30,Erewhon,\n',
  'bad.fr.csv':
    'affaire;nature;date;heure;ville;tribunal\nOSPREY;procès;2027-04-01;09:30;Bogota;Juzgado 3\nOSPREY;pique-nique;2027-04-02;09:30;Bogota;\nTERN;procès;2027-04-03;09:30;Erewhon;\n',
  'good.en.csv':
    'case,kind,date,time,place,court,judge\nOSPREY,trial,2027-04-01,09:30,Bogotá,Juzgado 3,Judge Example\nTERN,appeal,2027-04-03,14:00,Nairobi,High Court,\n',
  'good.fr.csv':
    'affaire;nature;date;heure;ville;tribunal;juge\nOSPREY;procès;2027-04-01;09:30;Bogota;Juzgado 3;Juge Exemple\nTERN;appel;2027-04-03;14:00;Nairobi;High Court;\n',
  'court.ics': [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    'UID:1@court.example',
    'DTSTART;TZID=America/Bogota:20270405T100000',
    'SUMMARY:LARK: bail',
    'LOCATION:Juzgado 4\\, Bogotá',
    'DESCRIPTION:A real name that is left out',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n'),
};

describe.skipIf(!chromiumPath).each(languages)('a file of hearings, attached in the chat: %s', language => {
  const t = translatorFor(language);
  let sides: HearingStory;
  const storage = createServer((request, response) => response.end(files[(request.url ?? '').slice(1)]));

  beforeAll(async () => {
    await new Promise<void>(done => storage.listen(0, '127.0.0.1', done));
    sides = await openHearingStory({ language });
  }, 180_000);
  afterAll(async () => {
    await sides?.stop();
    storage.close();
  }, 30_000);

  const attach = (name: string) =>
    sides.mission.attach(name, `http://127.0.0.1:${(storage.address() as AddressInfo).port}/${name}`);
  const kept = () => sides.store.hearings.list({ most: 10 });

  test('names every bad line, and nothing is imported by halves', { timeout: 60_000 }, async () => {
    const { mission } = sides;
    await attach(`bad.${language}.csv`);
    const card = mission.card(t('hearing.file.problems', { count: 2 }));
    await card.waitFor();
    await mission.shoot(`import-bad-${language}`);
    const text = (await card.textContent()) ?? '';
    expect(text).toContain(t('hearing.file.mend'));
    expect(text).toMatch(language === 'en' ? /Line 3:.*Line 4:/ : /Ligne 3\u00a0:.*Ligne 4\u00a0:/);
    expect(await kept()).toEqual([]);
  });

  test('is shown before it is taken, then taken as a whole, and not twice', { timeout: 60_000 }, async () => {
    const { mission } = sides;
    await attach(`good.${language}.csv`);
    const shown = mission.card(t('hearing.file.title', { count: 2 }));
    await shown.waitFor();
    await mission.shoot(`import-preview-${language}`);
    expect(await shown.textContent()).not.toMatch(/Judge Example|Juge Exemple/);
    expect(await kept()).toEqual([]);
    await shown.getByRole('button', { name: t('hearing.file.take', { count: 2 }) }).click();
    await mission.card(t('hearing.file.taken', { count: 2 })).waitFor();
    await mission.shoot(`import-taken-${language}`);
    expect((await kept()).map(({ caseName }) => caseName)).toEqual(['OSPREY', 'TERN']);
    await attach(`good.${language}.csv`);
    await mission
      .card(t('hearing.file.problems', { count: 2 }))
      .last()
      .waitFor();
    expect(await kept()).toHaveLength(2);
  });

  test('may be a calendar, whose descriptions are left out', { timeout: 60_000 }, async () => {
    const { mission } = sides;
    await attach('court.ics');
    const shown = mission.card(t('hearing.file.title', { count: 1 }));
    await shown.waitFor();
    await mission.shoot(`import-calendar-${language}`);
    await shown.getByRole('button', { name: t('hearing.file.take', { count: 1 }) }).click();
    await mission.card(t('hearing.file.taken', { count: 1 })).waitFor();
    const imported = (await kept()).find(({ caseName }) => caseName === 'LARK');
    expect(imported).toMatchObject({ kind: 'bail', court: 'Juzgado 4', place: 'Bogotá' });
    expect(await mission.page.locator('body').textContent()).not.toContain('A real name');
  });
});
