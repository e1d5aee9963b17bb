import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { kindOf } from '../../src/escalations/policy.ts';
import { languages } from '../../src/i18n/language.ts';
import { translatorFor } from '../../src/i18n/translator.ts';
import { answersFor, policy, send } from '../escalations/world.ts';
import { type BothSides, openBothSides } from './both-sides.ts';
import { chromiumPath } from './chromium.ts';
import { englishOn } from './english.ts';
import { type Office, openOffice } from './office.ts';
import { fillForm } from './sign-off-form.ts';
import { typed } from './typed.ts';

vi.setConfig({ testTimeout: 90_000 });

const rightsDesk = 'Headquarters - Human rights desk';
const general = 'Headquarters - General';
/** Others at Headquarters, as the client and the directory know them. */
const omar = { user: 'user-hq-consular', id: '00000000-0000-0000-0000-000000000024' };
const sofia = { user: 'user-hq-geographic', id: '00000000-0000-0000-0000-000000000025' };

describe.skipIf(!chromiumPath)('sign-off from day to day', () => {
  describe.each(languages)('in the language %s', language => {
    const t = translatorFor(language);
    const says = typed[language];
    const consular = { en: 'Consular operations', fr: 'Opérations consulaires' }[language];
    let sides: BothSides;
    let office: Office;
    /** Luc, Head of Mission in Bogotá, asks; Claire answers. */
    const asks = (kind: string, codeName: string) =>
      office.send({ ...send(kind), codeName, urgency: 'urgent' });
    const titled = (reference: string, codeName: string) => t('signOff.title', { reference, codeName });
    const button = (key: Parameters<typeof t>[0]) => ({ name: t(key), exact: true });

    beforeAll(async () => {
      sides = await openBothSides({ atMission: 'luc', language });
      for (const side of [sides.mission, sides.headquarters]) {
        await side.say(says.language);
        await side.sees(t('language.changed'));
        // What was said before, in English, is not shown again.
        await side.reload();
      }
      for (const { id } of [omar, sofia]) await sides.store.preferences.chooseLanguage(id, language);
      office = openOffice(sides);
    }, 180_000);
    afterAll(() => sides?.stop(), 30_000);

    afterEach(async () => {
      if (language === 'en') return;
      for (const { page } of [sides.mission, sides.headquarters]) expect(await englishOn(page)).toEqual([]);
    });

    test('a list says that it is empty', async () => {
      const { mission, headquarters } = sides;
      await mission.say(says.mine);
      expect(await mission.card(t('signOff.list.mine')).textContent()).toContain(
        t('signOff.list.count', { count: 0 }),
      );
      await mission.shoot(`${language}-list-empty`);
      await headquarters.say(says.waiting);
      await headquarters.card(t('signOff.list.count', { count: 0 })).waitFor();
      await headquarters.shoot(`${language}-waiting-empty`);
    });

    test('a form says what is to be mended, keeps what was typed, and is sent once it is right', async () => {
      const { mission } = sides;
      await mission.say(says.ask);
      const kinds = mission.card(t('signOff.kinds.title'));
      await kinds.waitFor();
      await mission.shoot(`${language}-kinds`);
      const name = kindOf(policy, 'public-intervention')?.title[language] ?? '';
      await kinds.getByRole('radio', { name }).check();
      await kinds.getByRole('button', button('signOff.kinds.next')).click();
      const form = mission.card(t('signOff.form.intro'));
      await form.waitFor();
      await form.getByRole('button', button('signOff.form.preview')).click();
      await form.getByText(t('signOff.form.codeNameError')).waitFor();
      await mission.shoot(`${language}-form-empty`);
      const answers = answersFor('public-intervention', { consulted: { value: 'no' } });
      await fillForm(form, 'public-intervention', language, { codeName: 'HERON', answers });
      await form.getByRole('button', button('signOff.form.preview')).click();
      const back = mission.card(t('signOff.form.problems'));
      await back.waitFor();
      await back.getByText(t('signOff.form.problems')).scrollIntoViewIfNeeded();
      await mission.shoot(`${language}-form-refused`);
      expect(await back.getByLabel(t('signOff.form.codeName')).inputValue()).toBe('HERON');
      const why = { consulted: { value: 'no', reason: 'about consulted' } };
      await fillForm(back, 'public-intervention', language, { answers: why });
      await back.getByRole('button', button('signOff.form.preview')).click();
      const preview = mission.card(t('signOff.preview.title'));
      await preview.waitFor();
      await mission.shoot(`${language}-preview`);
      await preview.getByRole('button', button('signOff.preview.send')).click();
      await mission.card(titled('ESC-2026-0001', 'HERON')).waitFor();
      await mission.shoot(`${language}-sent`);
    });

    test('a grave decision is confirmed first, and one without its reason comes back open', async () => {
      const { mission, headquarters } = sides;
      const title = titled('ESC-2026-0001', 'HERON');
      await headquarters.openChat(rightsDesk);
      await headquarters.card(title).getByRole('button', button('signOff.open')).click();
      await headquarters.card(title).getByRole('button', button('signOff.decide')).click();
      await headquarters.shoot(`${language}-decide`);
      await headquarters.card(title).getByRole('radio', button('signOff.choice.decline')).check();
      await headquarters.card(title).getByRole('button', button('signOff.send')).first().click();
      const refused = headquarters.card(t('refusal.text-required'));
      await refused.waitFor();
      await headquarters.shoot(`${language}-decide-refused`);
      expect(await refused.getByRole('radio', button('signOff.choice.decline')).isChecked()).toBe(true);
      await refused.getByLabel(t('signOff.decisionText')).fill('Too early.');
      await refused.getByRole('button', button('signOff.send')).click();
      const sure = headquarters.card(t('signOff.confirm.because'));
      await sure.waitFor();
      await headquarters.shoot(`${language}-confirm`);
      await sure.getByRole('button', button('signOff.back')).click();
      const again = headquarters.card(t('signOff.decision'));
      await again.waitFor();
      expect(await again.getByLabel(t('signOff.decisionText')).inputValue()).toBe('Too early.');
      await again.getByRole('button', button('signOff.send')).click();
      const choice = t('signOff.choice.decline');
      await headquarters
        .card(t('signOff.confirm.because'))
        .getByRole('button', { name: t('signOff.confirm.yes', { choice }) })
        .click();
      await headquarters.card(t('signOff.status.declined')).waitFor();
      await mission.card(t('signOff.status.declined')).waitFor();
      await headquarters.sees(t('signOff.thread.RequestDeclined', { reference: 'ESC-2026-0001' }));
      await mission.shoot(`${language}-declined-mission`);
      await mission.card(t('signOff.status.declined')).getByRole('button', button('signOff.details')).click();
      await mission.card('Too early.').waitFor();
      await mission.shoot(`${language}-details`);
    });

    test('the mission comments and withdraws', async () => {
      const { mission, headquarters } = sides;
      const reference = await asks('general', 'IBIS');
      await headquarters.openChat(rightsDesk);
      const own = mission.card(titled(reference, 'IBIS'));
      await own.waitFor();
      await mission.say(`${says.status} ${reference}`);
      await expect.poll(() => mission.cards(titled(reference, 'IBIS')).count(), { timeout: 20_000 }).toBe(2);
      await own.getByRole('button', button('signOff.comment')).click();
      await own.getByLabel(t('signOff.commentText')).fill('Still true.');
      await mission.shoot(`${language}-comment`);
      await own.getByRole('button', button('signOff.send')).first().click();
      const name = 'Luc Tremblay';
      await headquarters.sees(t('signOff.thread.CommentAdded', { name, reference }));
      await own.getByRole('button', button('signOff.withdraw')).click();
      await own.getByLabel(t('signOff.withdrawWhy')).fill('Released.');
      await mission.shoot(`${language}-withdraw`);
      await own.getByRole('button', button('signOff.withdraw')).last().click();
      await mission.card(t('signOff.status.withdrawn')).waitFor();
      await headquarters.card(t('signOff.status.withdrawn')).waitFor();
      await headquarters.shoot(`${language}-withdrawn`);
    });

    test('a desk hands its part to another, which has the thread then', async () => {
      const { headquarters } = sides;
      const reference = await asks('general', 'CRANE');
      await headquarters.openChat(rightsDesk);
      const title = titled(reference, 'CRANE');
      await headquarters.card(title).getByRole('button', button('signOff.open')).click();
      await headquarters.card(title).getByRole('button', button('signOff.reassign')).click();
      await headquarters
        .card(title)
        .getByRole('combobox', { name: t('signOff.reassignTo') })
        .click();
      await headquarters.page.getByRole('option', { name: consular }).click();
      await headquarters.shoot(`${language}-reassign`);
      await headquarters.card(title).getByRole('button', button('signOff.send')).last().click();
      await headquarters.card(t('signOff.desk.waiting', { desk: consular })).waitFor();
      await headquarters.shoot(`${language}-reassigned`);
      await headquarters.openChat(general);
      await headquarters.card(title).waitFor();
      await headquarters.shoot(`${language}-reassigned-to`);
    });

    test('what must be reported is acknowledged by each desk', async () => {
      const { mission, headquarters } = sides;
      const reference = await asks('consular', 'EGRET');
      const title = titled(reference, 'EGRET');
      await headquarters.card(title).getByRole('button', button('signOff.open')).click();
      await headquarters.card(title).getByRole('button', button('signOff.choice.acknowledge')).click();
      await headquarters.card(title).getByLabel(t('signOff.acknowledgeText')).fill('We call the family.');
      await headquarters.shoot(`${language}-acknowledge`);
      await headquarters.card(title).getByRole('button', button('signOff.send')).first().click();
      await headquarters.sees(
        t('signOff.thread.decision.acknowledge', { name: 'Claire Gagnon', desk: consular, reference }),
      );
      await headquarters.openChat('Americas branch');
      const theirs = headquarters.card(title);
      await headquarters.pressAs(sofia.user, theirs.getByRole('button', button('signOff.open')));
      await headquarters.card(title).getByRole('button', button('signOff.choice.acknowledge')).click();
      await headquarters.pressAs(
        sofia.user,
        headquarters.card(title).getByRole('button', button('signOff.send')).first(),
      );
      await headquarters.card(t('signOff.status.acknowledged')).waitFor();
      await mission.card(t('signOff.status.acknowledged')).waitFor();
      await mission.shoot(`${language}-acknowledged-mission`);
    });

    test('the Head of Mission tells of an urgent action taken', async () => {
      const { mission, headquarters } = sides;
      await mission.say(says.urgent);
      const form = mission.card(t('signOff.form.intro'));
      await form.waitFor();
      await fillForm(form, 'urgent-action', language, {
        codeName: 'TERN',
        answers: answersFor('urgent-action'),
      });
      await form.getByRole('button', button('signOff.form.preview')).click();
      await mission
        .card(t('signOff.preview.title'))
        .getByRole('button', button('signOff.preview.send'))
        .click();
      await mission.card(/: TERN/).waitFor();
      await headquarters.openChat(rightsDesk);
      await headquarters.sees('TERN');
      await headquarters.card('TERN').getByRole('button', button('signOff.open')).click();
      await headquarters.card('TERN').getByRole('button', button('signOff.choice.acknowledge')).click();
      await headquarters.shoot(`${language}-urgent-thread`);
      await headquarters.card('TERN').getByRole('button', button('signOff.send')).first().click();
      await headquarters.card('TERN').getByText('Claire Gagnon').waitFor();
      await mission.shoot(`${language}-urgent-mission`);
    });

    test('lists go on over several pages, and find a request by its code name', async () => {
      const { mission, headquarters } = sides;
      for (const number of [1, 2, 3, 4, 5, 6, 7, 8, 9]) await asks('general', `PLOVER ${number}`);
      await mission.say(says.mine);
      const first = mission.card(t('signOff.list.mine'));
      await first.getByText('PLOVER 9').waitFor();
      await mission.shoot(`${language}-list`);
      await first.getByRole('button', button('signOff.list.more')).click();
      await mission.card(t('signOff.list.mine')).getByText('HERON').waitFor();
      await mission.shoot(`${language}-list-second`);
      await mission.say(says.find);
      await mission.card(t('signOff.list.search', { words: 'plover' })).waitFor();
      await mission.shoot(`${language}-list-found`);
      await headquarters.openChat('Personal Chat');
      await headquarters.say(says.waiting);
      await headquarters.card(t('signOff.list.waiting')).getByText('PLOVER 9').waitFor();
      await headquarters.shoot(`${language}-waiting`);
      await headquarters
        .card(t('signOff.list.waiting'))
        .getByRole('button', button('signOff.open'))
        .first()
        .click();
      await headquarters.card('PLOVER 9').getByRole('button', button('signOff.decide')).waitFor();
    });

    test('an officer who is away lets another decide', async () => {
      const { headquarters } = sides;
      const until = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
      await headquarters.say(`${says.delegate} ${until}`);
      await headquarters.sees('Omar Haddad');
      await headquarters.shoot(`${language}-delegated`);
      const reference = await asks('general', 'SWIFT');
      await headquarters.openChat(rightsDesk);
      const title = titled(reference, 'SWIFT');
      const answer = await headquarters.pressAs(
        omar.user,
        headquarters.card(title).getByRole('button', button('signOff.open')),
      );
      expect(answer).toContain(t('signOff.decide'));
      await headquarters.shoot(`${language}-delegate`);
      await headquarters.openChat('Personal Chat');
      await headquarters.say(says.endDelegation);
      await headquarters.sees(t('signOff.delegate.ended'));
    });

    test('a channel is linked to a desk by saying so, and the directory is read again when it changes', async () => {
      const { headquarters, directoryFile } = sides;
      await headquarters.openChat(general);
      await headquarters.say(says.link, { mention: true });
      const desk = { en: 'Human rights desk', fr: 'Direction des droits de la personne' }[language];
      await headquarters.sees(t('signOff.link.done', { unit: desk }));
      await headquarters.shoot(`${language}-linked`);
      const renamed = { en: 'Defenders desk', fr: 'Direction des défenseurs' }[language];
      writeFileSync(directoryFile, readFileSync(directoryFile, 'utf8').replaceAll(desk, renamed));
      const reference = await asks('general', 'LARK');
      await headquarters.card(titled(reference, 'LARK')).getByText(renamed).waitFor();
      await headquarters.shoot(`${language}-reloaded`);
    });
  });
});
