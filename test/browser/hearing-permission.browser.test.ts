import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../src/i18n/language.ts';
import { translatorFor } from '../../src/i18n/translator.ts';
import { chromiumPath } from './chromium.ts';
import { type HearingStory, missionChannel, openHearingStory } from './hearing-story.ts';

/** What nobody but those entitled may read. */
const askedOf = 'Registry of Juzgado 3';
const days = {
  en: { asked: 'Tuesday, March 2, 2027', answered: 'Thursday, March 4, 2027', hearings: 'hearings' },
  fr: { asked: 'mardi 2 mars 2027', answered: 'jeudi 4 mars 2027', hearings: 'audiences' },
} as const;

describe.skipIf(!chromiumPath).each(languages)('permission to attend a hearing: %s', language => {
  const t = translatorFor(language);
  const { asked, answered, hearings } = days[language];
  const button = (key: Parameters<typeof t>[0]) => ({ name: t(key), exact: true });
  let sides: HearingStory;
  let reference = '';

  beforeAll(async () => {
    sides = await openHearingStory({ language });
    await sides.follow();
    reference = (await sides.add()).reference;
    await sides.mission.openChat(missionChannel);
    await sides.mission.card(t('reminder.told.added')).waitFor();
  }, 240_000);
  afterAll(() => sides?.stop(), 30_000);

  test('is asked for, of whom and when; the channel reads when, and not of whom', {
    timeout: 90_000,
  }, async () => {
    const { mission } = sides;
    sides.moveTo('2027-03-03T12:00:00Z');
    // The reminder of 14 days before comes meanwhile.
    await mission.card(t('reminder.late')).waitFor();
    await sides.allSent();
    const card = mission.card(reference);
    await card.getByRole('button', button('reminder.permission')).click();
    await card.getByLabel(t('reminder.permission.askedOf')).fill(askedOf);
    await mission.setDay(card.getByLabel(t('reminder.permission.on')), '2027-03-02');
    await mission.shoot(`permission-form-${language}`);
    await card.getByRole('button', button('reminder.permission.press.requested')).click();
    await mission.card(t('reminder.permission.requested', { requestedOn: asked })).waitFor();
    await sides.allSent();
    expect(await mission.page.locator('body').textContent()).not.toContain(askedOf);
    await mission.shoot(`permission-requested-${language}`);
  });

  test('shows of whom it was asked in one’s own chat, and that this was shown is on record', {
    timeout: 90_000,
  }, async () => {
    const { mission, store } = sides;
    await mission.card(reference).getByRole('button', button('reminder.details')).click();
    await mission.sees(t('reminder.notes.sentToChat'));
    await mission.openChat('Personal Chat');
    const notes = mission.card(t('reminder.notes.title', { id: reference, caseName: 'HERON' }));
    await notes.waitFor();
    expect(await notes.textContent()).toContain(`${t('reminder.note.askedOf')}${askedOf}`);
    await mission.shoot(`permission-details-${language}`);
    const account = await store.auditReader.accountOf({ kind: 'hearing', id: reference });
    expect(account.map(({ event }) => event)).toContain('NotesShown');
    expect(JSON.stringify(account.map(({ facts }) => facts))).not.toContain(askedOf);
  });

  test('is granted: the channel’s thread and card say so', { timeout: 90_000 }, async () => {
    const { mission } = sides;
    await mission.openChat(missionChannel);
    sides.moveTo('2027-03-04T15:00:00Z');
    const card = mission.card(reference);
    await card.getByRole('button', button('reminder.permission')).click();
    await card.getByRole('button', button('reminder.permission.press.granted')).click();
    await mission.card(t('reminder.permission.granted', { answeredOn: answered })).waitFor();
    await mission.sees(t('reminder.told.granted', { id: reference, caseName: 'HERON' }));
    await sides.allSent();
    await mission.shoot(`permission-granted-${language}`);
  });

  test('is refused after all: the guidelines say why asking mattered, and the hearing stays', {
    timeout: 90_000,
  }, async () => {
    const { mission, store } = sides;
    const card = mission.card(reference);
    await card.getByRole('button', button('reminder.permission')).click();
    await card.getByRole('button', button('reminder.permission.press.refused')).click();
    const refused = mission.card(t('reminder.whyAsk'));
    await refused.waitFor();
    expect(await refused.textContent()).toContain('demonstrate continued international interest');
    await sides.allSent();
    await mission.shoot(`permission-refused-${language}`);
    const account = await store.auditReader.accountOf({ kind: 'hearing', id: reference });
    expect(
      account.flatMap(({ event, facts }) => (/^Permission/.test(event) ? [{ event, ...facts }] : [])),
    ).toMatchObject([
      { event: 'PermissionRequested', on: '2027-03-02' },
      { event: 'PermissionAnswered', answer: 'granted', on: '2027-03-04' },
      { event: 'PermissionAnswered', answer: 'refused', on: '2027-03-04' },
    ]);
    await mission.openChat('Personal Chat');
    await mission.say(hearings);
    await mission.card(t('hearing.list.mine')).getByText('HERON').first().waitFor();
    await mission.shoot(`permission-list-${language}`);
  });
});
