import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../src/i18n/language.ts';
import { translatorFor } from '../../src/i18n/translator.ts';
import { chromiumPath } from './chromium.ts';
import { englishOn } from './english.ts';
import { type HearingStory, missionChannel, openHearingStory } from './hearing-story.ts';

const amara = 'user-mission-political';
const luc = 'user-mission-head';
/** Read there as Nairobi's channel in this story. */
const nairobi = { channel: 'Mission - General', id: 'team-mission' };

/** What people type, and how a mission is written. */
const typed = {
  en: { follow: 'follow case HERON', hearings: 'hearings', suggest: 'suggest roster', bogota: 'Bogotá' },
  fr: { follow: 'suivre l’affaire HERON', hearings: 'audiences', suggest: 'à qui le tour', bogota: 'Bogota' },
} as const;

describe.skipIf(!chromiumPath).each(languages)('the roster of a hearing changes hands: %s', language => {
  const t = translatorFor(language);
  const says = typed[language];
  const unattended = t('reminder.leadUnattended', {
    caseName: 'HERON',
    kind: t('hearing.kind.trial'),
    when: t('reminder.countdown.days', { count: 7 }),
  });
  /** A line of the roster. */
  const line = (name: string, more: { lead?: 'yes'; confirmed?: 'yes' } = {}) =>
    t('reminder.roster.official', { name, mission: says.bogota, lead: 'no', confirmed: 'no', ...more });
  let sides: HearingStory;

  beforeAll(async () => {
    // Mei is the duty officer.
    sides = await openHearingStory({ language, atMission: 'mei' });
    const { mission, directoryFile } = sides;
    const directory = JSON.parse(readFileSync(directoryFile, 'utf8'));
    for (const one of directory.missions) if (one.id === 'nairobi') one.channel = nairobi.id;
    writeFileSync(directoryFile, JSON.stringify(directory));
    await mission.openChat(nairobi.channel);
    await mission.say(says.follow, { mention: true });
    await mission.sees(t('hearing.target.case', { caseName: 'HERON' }));
    await sides.follow();
    await sides.add();
  }, 240_000);
  afterAll(() => sides?.stop(), 30_000);

  const button = (key: Parameters<typeof t>[0]) => ({ name: t(key), exact: true });

  test('the lead takes back what they said, and the next one leads', { timeout: 120_000 }, async () => {
    const { mission } = sides;
    await mission.openChat(missionChannel);
    sides.moveTo('2027-03-08T14:30:00Z');
    const reminder = mission.card(unattended);
    await mission.pressAs(amara, reminder.getByRole('button', button('reminder.attend')));
    const first = mission.card(line('Amara Okafor', { lead: 'yes' }));
    await first.waitFor();
    await sides.allSent();
    await mission.pressAs(luc, first.getByRole('button', button('reminder.attend')));
    await mission.card(line('Luc Tremblay')).waitFor();
    await sides.allSent();
    await mission.press(mission.card(line('Luc Tremblay')).getByRole('button', button('reminder.attend')));
    const all = mission.card(line('Mei Lin'));
    await all.waitFor();
    await sides.allSent();
    await mission.shoot(`roster-three-${language}`);
    await mission.pressAs(luc, all.getByRole('button', button('reminder.cant')));
    await mission.card(line('Mei Lin')).filter({ hasNotText: 'Luc' }).waitFor();
    await sides.allSent();
    await mission.pressAs(amara, mission.card(line('Mei Lin')).getByRole('button', button('reminder.cant')));
    await mission
      .card(line('Mei Lin', { lead: 'yes' }))
      .filter({ hasNotText: 'Amara' })
      .waitFor();
    await mission.shoot(`roster-lead-moved-${language}`);
    await mission.openChat('Personal Chat');
    const told = { id: 'HRG-2027-0001', caseName: 'HERON', name: 'Amara Okafor' };
    await mission.card(t('reminder.told.leadPassed', told)).waitFor();
    await mission.shoot(`roster-lead-told-${language}`);
  });

  test('the last one leaves: the channel reads first that nobody attends, and the duty officer is asked', {
    timeout: 120_000,
  }, async () => {
    const { mission } = sides;
    await mission.openChat(missionChannel);
    await sides.allSent();
    const led = mission.card(line('Mei Lin', { lead: 'yes' }));
    await mission.pressAs(amara, led.getByRole('button', button('reminder.attend')));
    await mission.card(line('Amara Okafor')).waitFor();
    await sides.allSent();
    await mission.card(line('Mei Lin')).getByRole('button', button('reminder.cant')).click();
    const left = mission.card(line('Amara Okafor', { lead: 'yes' }));
    await left.waitFor();
    await sides.allSent();
    await mission.pressAs(amara, left.getByRole('button', button('reminder.cant')));
    await mission.card(unattended).waitFor();
    await mission.shoot(`roster-nobody-${language}`);
    await mission.openChat('Personal Chat');
    const asked = mission.card(t('reminder.ask.observerAgain', { mission: says.bogota }));
    await asked.waitFor();
    await mission.shoot(`roster-asked-${language}`);
    await asked.getByRole('button', button('reminder.attend')).click();
    await mission.card(line('Mei Lin', { lead: 'yes' })).waitFor();
    await mission.openChat(missionChannel);
    await mission.card(line('Mei Lin', { lead: 'yes' })).waitFor();
  });

  test('a turn is handed over and taken over, and the card of the channel follows', {
    timeout: 120_000,
  }, async () => {
    const { mission } = sides;
    await sides.allSent();
    await mission.card(line('Mei Lin')).getByRole('button', button('reminder.manage')).click();
    const roster = mission.card(line('Mei Lin', { lead: 'yes' }));
    await roster.getByRole('button', button('reminder.manage.handOver')).click();
    const to = roster.getByLabel(t('reminder.manage.to'));
    await to.fill('Nobody Known');
    const handOver = roster.getByRole('button', button('reminder.manage.handOver')).last();
    expect(await mission.press(handOver)).toContain(t('reminder.unknownPerson', { name: 'Nobody Known' }));
    // A word beside the card closes what was opened on it.
    await roster.getByRole('button', button('reminder.manage.handOver')).click();
    await to.fill('Amara Okafor');
    await mission.shoot(`roster-hand-over-${language}`);
    await handOver.click();
    const handed = mission.card(line('Amara Okafor', { lead: 'yes' }));
    await handed.waitFor();
    await sides.allSent();
    await mission.shoot(`roster-handed-over-${language}`);

    await handed.getByRole('button', button('reminder.manage')).click();
    await handed.getByRole('button', button('reminder.manage.change')).click();
    await handed.getByRole('combobox').click();
    await mission.page.getByRole('option', { name: 'Amara Okafor' }).click();
    await mission.shoot(`roster-take-over-${language}`);
    await handed.getByRole('button', button('reminder.manage.takeOver')).click();
    const taken = mission.card(line('Mei Lin', { lead: 'yes' }));
    await taken.waitFor();
    expect(await taken.textContent()).not.toContain('Amara');
  });

  test('whoever is down to attend confirms two days before, and the channel sees it', {
    timeout: 120_000,
  }, async () => {
    const { mission } = sides;
    await mission.openChat('Personal Chat');
    sides.moveTo('2027-03-13T14:31:00Z');
    const asked = mission.card(t('reminder.ask.confirm'));
    await asked.waitFor();
    await mission.shoot(`roster-confirm-${language}`);
    await asked.getByRole('button', button('reminder.confirm')).click();
    const confirmed = line('Mei Lin', { lead: 'yes', confirmed: 'yes' });
    await mission.card(confirmed).waitFor();
    await mission.openChat(missionChannel);
    await mission.card(confirmed).waitFor();
    await mission.shoot(`roster-confirmed-${language}`);
  });

  test('after the hearing, whose turn the next one is comes with its reasons, and lists show it', {
    timeout: 120_000,
  }, async () => {
    const { mission } = sides;
    await mission.openChat('Personal Chat');
    sides.moveTo('2027-03-15T17:31:00Z');
    const asked = mission.card(t('reminder.ask.outcome.1'));
    await asked.getByRole('button', button('reminder.record')).click();
    const form = mission.card(t('reminder.form.attendance'));
    await form.getByText(t('reminder.outcome.attended')).click();
    await form.getByText(t('reminder.result.continues')).click();
    await form.getByRole('combobox').first().click();
    await mission.page.getByRole('option', { name: t('reminder.form.next.dated') }).click();
    await mission.setDay(form.getByLabel(t('reminder.form.nextDate')), '2027-04-12');
    await form.getByLabel(t('reminder.form.nextTime')).fill('10:00');
    await form.getByRole('button', button('reminder.record')).click();
    await mission.card(t('reminder.next', { id: 'HRG-2027-0002' })).waitFor();

    await mission.say(`${says.suggest} HRG-2027-0002`);
    const turns = mission.card(t('reminder.turns'));
    await turns.waitFor();
    const text = (await turns.textContent()) ?? '';
    const never = t('reminder.turn.never', { mission: 'Nairobi', count: 0 });
    expect(text).toContain(never);
    const day = { en: 'Monday, March 15, 2027', fr: 'lundi 15 mars 2027' }[language];
    const last = t('reminder.turn', { mission: says.bogota, count: 1, last: day });
    expect(text.indexOf(last)).toBeGreaterThan(text.indexOf(never));
    await mission.shoot(`roster-turns-${language}`);

    await mission.say(says.hearings);
    const list = mission.card(t('hearing.list.mine'));
    await list.waitFor();
    expect(await list.textContent()).toContain('HRG-2027-0002');
    await mission.shoot(`roster-list-${language}`);
    if (language === 'fr') expect(await englishOn(mission.page)).toEqual([]);
  });
});
