import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { digestDay } from '../../src/escalations/digest.ts';
import { languages } from '../../src/i18n/language.ts';
import { translatorFor } from '../../src/i18n/translator.ts';
import { policy, send } from '../escalations/world.ts';
import { type BothSides, openBothSides } from './both-sides.ts';
import { chromiumPath } from './chromium.ts';
import { englishOn } from './english.ts';
import { type Office, openOffice } from './office.ts';
import { typed } from './typed.ts';

vi.setConfig({ testTimeout: 90_000 });

const hour = 3_600_000;
const rightsDesk = 'Headquarters - Human rights desk';
const duty = { id: '00000000-0000-0000-0000-000000000023', name: 'Claire Gagnon' };
const head = { id: '00000000-0000-0000-0000-000000000026', name: 'David Nkemelu' };

describe.skipIf(!chromiumPath)('what waits at Headquarters is not forgotten', () => {
  describe.each(languages)('in the language %s', language => {
    const t = translatorFor(language);
    let sides: BothSides;
    let office: Office;
    /** An urgent request, sent so many hours ago. */
    const asked = (codeName: string, hours: number, since = new Date()) =>
      office.send(
        { ...send('general'), codeName, urgency: 'urgent' },
        new Date(since.getTime() - hours * hour),
      );
    /** The beginning of what is said: the time comes after it. */
    const saying = (key: Parameters<typeof t>[0], reference: string, codeName: string, name = '') =>
      t(key, { reference, codeName, name, when: '@' }).split('@')[0] ?? '';

    beforeAll(async () => {
      sides = await openBothSides({ language });
      office = openOffice(sides);
      const { store } = sides;
      for (const { id } of [duty, head]) await store.preferences.chooseLanguage(id, language);
      await sides.mission.say(typed[language].language);
      await sides.mission.sees(t('language.changed'));
      // One person sits at a client at a time: there, the chat of the duty officer is the head's as well.
      const chat = await store.conversations.find({ kind: 'person', id: duty.id });
      if (chat) await store.conversations.remember({ ...chat, id: head.id }, new Date());
    }, 180_000);
    afterAll(() => sides?.stop(), 30_000);

    test('its desk is reminded before it is due, and when it is', async () => {
      const { headquarters } = sides;
      const soon = await asked('HERON', 21);
      const due = await asked('IBIS', 25);
      await headquarters.openChat(rightsDesk);
      const { page } = headquarters;
      await headquarters.sees(saying('signOff.reminder.due-soon', soon, 'HERON'));
      await headquarters.sees(saying('signOff.reminder.due', due, 'IBIS'));
      expect(await page.getByText(saying('signOff.reminder.due-soon', due, 'IBIS')).count()).toBe(0);
      await headquarters.shoot(`${language}-reminders`);
    });

    test('its duty officer is told, and the thread by whom it was', async () => {
      const { headquarters } = sides;
      const reference = await asked('TERN', 27);
      await headquarters.sees(saying('signOff.reminder.duty-officer.told', reference, 'TERN', duty.name));
      await headquarters.shoot(`${language}-reminder-duty-thread`);
      await headquarters.openChat('Personal Chat');
      await headquarters.sees(saying('signOff.reminder.duty-officer', reference, 'TERN'));
      await headquarters.shoot(`${language}-reminder-duty`);
    });

    test('after a long stop the last of the reminders comes alone, and both duty officer and head are told', async () => {
      const { headquarters, store } = sides;
      const { page } = headquarters;
      const reference = await asked('OSPREY', 40);
      await headquarters.sees(saying('signOff.reminder.duty-officer', reference, 'OSPREY'));
      await headquarters.sees(saying('signOff.reminder.head', reference, 'OSPREY'));
      await headquarters.shoot(`${language}-reminder-head`);
      await headquarters.openChat(rightsDesk);
      await headquarters.sees(saying('signOff.reminder.head.told', reference, 'OSPREY', head.name));
      await headquarters.shoot(`${language}-reminder-head-thread`);
      expect(await page.getByText(saying('signOff.reminder.due', reference, 'OSPREY')).count()).toBe(0);
      const account = await store.auditReader.accountOf({ kind: 'escalation', id: reference });
      expect(account.map(({ event, facts }) => `${event} ${facts.stage ?? ''}`).toSorted()).toEqual([
        'ReminderFolded due',
        'ReminderFolded due-soon',
        'ReminderFolded duty-officer',
        'ReminderGiven head',
        'RequestSent ',
      ]);
    });

    test('each desk and mission reads in its own morning what waits', async () => {
      const { mission, headquarters } = sides;
      const morning = lastMorning();
      const overdue = await asked('EGRET', 30, morning);
      await office.sendDigests(morning);
      await headquarters.sees(t('signOff.digest.title'));
      const desk = headquarters.card(t('signOff.digest.title'));
      await desk.getByText(t('signOff.title', { reference: overdue, codeName: 'EGRET' })).waitFor();
      await headquarters.shoot(`${language}-digest-desk`);
      await mission.openChat('Mission - Human rights');
      await mission.card(t('signOff.digest.title')).waitFor();
      await mission.shoot(`${language}-digest-mission`);
      await mission
        .card(t('signOff.digest.title'))
        .getByRole('button', { name: t('signOff.open') })
        .first()
        .click();
      await mission
        .card('EGRET')
        .getByRole('button', { name: t('signOff.withdraw') })
        .waitFor();
      await mission.shoot(`${language}-digest-opened`);
      if (language === 'fr') {
        expect(await englishOn(headquarters.page)).toEqual([]);
        expect(await englishOn(mission.page)).toEqual([]);
      }
    });
  });
});

/** A time before today at which both Ottawa and Bogotá read their digests. */
function lastMorning(): Date {
  const isMorning = (at: Date) =>
    ['America/Toronto', 'America/Bogota'].every(
      zone => digestDay(at, zone, policy.digestAt, policy.quietHours) !== undefined,
    );
  // Not of today, whose digests the bot sends by itself.
  const at = new Date((Math.floor(Date.now() / hour) - 24) * hour);
  while (!isMorning(at)) at.setTime(at.getTime() - hour);
  return at;
}
