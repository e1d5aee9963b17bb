import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLinks } from '../../../src/cards/links.ts';
import { createSignOffConversation } from '../../../src/conversation/sign-off/sign-off.ts';
import { guidelinesFolder } from '../../../src/guidelines/folder.ts';
import { loadEditions } from '../../../src/guidelines/load.ts';
import { remindDeskJob } from '../../../src/jobs/remind-desk.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import { answersFor, later, noon, officesWith, policy, send, stranger } from '../../escalations/world.ts';
import { onBothEngines } from '../../store/engines.ts';
import { filled } from '../../support/ministry.ts';
import { accepted, by, createTeamsFake, openOffice, settled } from './office.ts';

onBothEngines('sign-off', freshPlace => {
  let store: Store;
  const teams = createTeamsFake();
  beforeAll(async () => {
    store = await openStore({ ...(await freshPlace()), jobs: [remindDeskJob] });
    await store.deliver({ messenger: teams.messenger });
  });
  afterAll(() => store?.close());

  const office = () => openOffice(store);
  const account = async (id: string) => {
    const entries = await store.auditReader.accountOf({ kind: 'escalation', id });
    return entries.map(({ event, actor }) => `${event} by ${actor}`);
  };
  const threadsOf = (reference: string) =>
    Object.fromEntries(
      [...teams.threads]
        .filter(([key]) => key.startsWith(reference))
        .map(([key, thread]) => [key.slice(reference.length + 1), thread]),
    );

  test('a request opens a thread in each desk’s channel and a card in the sender’s chat', async () => {
    const { signOff } = office();
    const { state } = accepted(await signOff.open(send('diplomatic-measure'), undefined, by('ana')));
    expect(state.reference).toMatch(/^ESC-2026-\d{4}$/);
    await settled(store);
    expect(threadsOf(state.reference)).toEqual({
      'requester card': { to: 'person ana', now: 'card pending r1', replies: [] },
      'desk human-rights card': { to: 'channel 19:hr', now: 'card pending r1', replies: [] },
      'desk americas card': { to: 'channel 19:am', now: 'card pending r1', replies: [] },
    });
  });

  test('everything that happens is a reply, and every card follows', async () => {
    const { signOff } = office();
    const opened = accepted(await signOff.open(send('diplomatic-measure'), undefined, by('ana')));
    const { reference } = opened.state;
    const change = async (actor: string, command: Parameters<typeof signOff.change>[1]) =>
      accepted(await signOff.change(reference, command, by(actor)));
    await change('gil', { type: 'ask-for-changes', revision: 1, text: 'Say who goes.' });
    await change('ana', {
      type: 'revise',
      revision: 1,
      urgency: 'urgent',
      answers: answersFor('diplomatic-measure'),
    });
    await change('hana', { type: 'approve-with-conditions', revision: 2, text: 'Quietly.' });
    await change('gwen', { type: 'approve', revision: 2 });
    await settled(store);
    const told = [
      'DecisionGiven by gil',
      'ChangesAsked by gil',
      'RequestRevised by ana',
      'DecisionGiven by hana',
      'DecisionGiven by gwen',
      'RequestApproved by gwen',
    ];
    const threads = threadsOf(reference);
    expect(threads['desk human-rights card']).toMatchObject({ now: 'card approved r2', replies: told });
    expect(threads['desk americas card']).toMatchObject({ now: 'card approved r2', replies: told });
    expect(threads['requester card']).toMatchObject({
      now: 'card approved r2',
      replies: told.filter(words => !words.endsWith('by ana')),
    });
    expect(await account(reference)).toEqual(['RequestSent by ana', ...told]);
  });

  test('a desk that takes a part over gets a thread; the one before keeps its own', async () => {
    const { signOff } = office();
    const { state } = accepted(await signOff.open(send('general'), undefined, by('ana')));
    const reassign = { type: 'reassign', revision: 1, to: 'consular' } as const;
    accepted(await signOff.change(state.reference, reassign, by('hana')));
    await settled(store);
    expect(threadsOf(state.reference)).toMatchObject({
      'desk human-rights card': { replies: ['RequestReassigned by hana'] },
      'desk consular card': { to: 'channel 19:co', now: 'card pending r1', replies: [] },
    });
  });

  test('who acts for two of the desks hands on the part that another can take', async () => {
    const { signOff } = office();
    const { state } = accepted(await signOff.open(send('diplomatic-measure'), undefined, by('ana')));
    const [edition] = loadEditions(guidelinesFolder);
    if (!edition) throw new Error('there is no edition');
    const { press } = createSignOffConversation(
      {
        signOff,
        directory: async () => officesWith(),
        policy,
        edition,
        linkTo: createLinks('https://vigil.example.org'),
        now: () => noon,
        canTell: async () => true,
        tell: async () => true,
      },
      { link: async () => {}, delegate: async () => {}, endDelegation: async () => false },
    );
    const pressing = (verb: string, data: unknown) =>
      press(
        {
          kind: 'press',
          person: { id: 'twin', name: 'Twin', fromHomeTenant: true, language: 'en' },
          chat: { id: 'chat', kind: 'personal' },
          press: `${verb} ${state.reference}`,
          automatic: false,
          verb,
          data,
        },
        'en',
      );
    // Of the two only this one has another desk of its role.
    const opened = await pressing('sign-off.open', { reference: state.reference });
    const card = opened.kind === 'card' ? opened.card : {};
    await pressing('sign-off.reassign', filled(card, 'sign-off.reassign', { to: 'asia' }).data);
    const handed = (await store.escalations.find(state.reference))?.state.seats;
    expect(handed?.map(({ desk }) => desk)).toEqual(['human-rights', 'asia']);
  });

  test('a desk without a channel is spoken to through its duty officer, in their language', async () => {
    const { signOff } = office();
    await store.preferences.chooseLanguage('otis', 'fr');
    const fromManila = { ...send('diplomatic-measure'), mission: 'manila' };
    const { state } = accepted(await signOff.open(fromManila, undefined, by('mei')));
    await settled(store);
    expect(threadsOf(state.reference)).toMatchObject({
      'desk asia card': { to: 'person otis', now: '[fr] card pending r1' },
      'requester card': { to: 'person mei', now: '[fr] card pending r1' },
    });
  });

  describe('once', () => {
    test('a press that is delivered again changes nothing', async () => {
      const { signOff } = office();
      const first = accepted(await signOff.open(send('general'), undefined, by('ana', 'press 1')));
      expect(await signOff.open(send('general'), undefined, by('ana', 'press 1'))).toEqual({
        refusal: 'repeated-delivery',
      });
      const { reference } = first.state;
      const comment = { type: 'comment', text: 'Any news?' } as const;
      const times = Array.from({ length: 5 }, () => signOff.change(reference, comment, by('ana', 'press 2')));
      const outcomes = await Promise.all(times);
      expect(outcomes.filter(outcome => 'refusal' in outcome)).toHaveLength(4);
      expect(await account(reference)).toEqual(['RequestSent by ana', 'CommentAdded by ana']);
    });

    test('a press that was refused may come again and be right', async () => {
      const { signOff } = office();
      const grave = send('detention-visit', { minor: { value: 'yes', reason: 'Her parents agree.' } });
      const { state } = accepted(await signOff.open(grave, undefined, by('ana')));
      const approve = { type: 'approve', revision: 1 } as const;
      expect(await signOff.change(state.reference, approve, by('hana', 'p'))).toMatchObject({
        refusal: 'confirmation-needed',
      });
      accepted(await signOff.change(state.reference, { ...approve, confirmed: true }, by('hana', 'p')));
    });

    test('a form that is sent twice is one request', async () => {
      const { signOff } = office();
      await signOff.keepDraft('form 1', { kind: 'general' }, by('ana'));
      const outcomes = await Promise.all(
        [1, 2, 3].map(() => signOff.open(send('general'), 'form 1', by('ana'))),
      );
      const sent = outcomes.flatMap(outcome => ('state' in outcome ? [outcome.state.reference] : []));
      expect(sent).toHaveLength(1);
      expect(outcomes.filter(outcome => 'refusal' in outcome)).toEqual([
        { refusal: 'already-sent', reference: sent[0] },
        { refusal: 'already-sent', reference: sent[0] },
      ]);
      expect(await signOff.findDraft('form 1', by('ana'))).toBeUndefined();
      expect(await signOff.sentDraft('form 1', by('ana'))).toEqual({
        refusal: 'already-sent',
        reference: sent[0],
      });
      expect(await signOff.sentDraft('form 0', by('ana'))).toEqual({ refusal: 'draft-gone' });
    });

    test('a form is lost neither by a refusal nor to somebody else', async () => {
      const { signOff } = office();
      await signOff.keepDraft('form 2', { kind: 'general' }, by('ana'));
      expect(await signOff.open({ ...send('general'), codeName: '' }, 'form 2', by('ana'))).toEqual({
        refusal: 'code-name-unusable',
      });
      expect(await signOff.open(send('general'), 'form 2', by('dina'))).toEqual({ refusal: 'draft-gone' });
      expect(await signOff.findDraft('form 2', by('ana'))).toEqual({ kind: 'general' });
      await signOff.dropDraft('form 2', by('ana'));
      expect(await signOff.open(send('general'), 'form 2', by('ana'))).toEqual({ refusal: 'draft-gone' });
    });

    test('a refusal costs no reference and leaves no trace', async () => {
      const { signOff } = office();
      const number = async () => {
        const { state } = accepted(await signOff.open(send('general'), undefined, by('ana')));
        return Number(state.reference.slice(-4));
      };
      const before = await number();
      await signOff.open(send('general'), undefined, by('mei'));
      await signOff.open(send('urgent-action'), undefined, by('ana'));
      expect(await number()).toBe(before + 1);
      const last = `ESC-2026-${String(before).padStart(4, '0')}`;
      expect(await signOff.change(last, { type: 'approve', revision: 1 }, by('ana'))).toEqual({
        refusal: 'not-of-the-desk',
      });
      expect(await account(last)).toEqual(['RequestSent by ana']);
    });
  });

  describe('who may', () => {
    test('people of another tenant do nothing, whatever the directory says', async () => {
      const { signOff } = office();
      const { state } = accepted(await signOff.open(send('general'), undefined, by('ana')));
      const guest = { ...by('hana'), fromHomeTenant: false };
      const approve = { type: 'approve', revision: 1 } as const;
      expect(await signOff.change(state.reference, approve, guest)).toEqual({ refusal: 'guest' });
      expect(await signOff.checkChange(state.reference, approve, guest)).toEqual({ refusal: 'guest' });
      expect(await signOff.open(send('general'), undefined, { ...guest, actor: 'ana' })).toEqual({
        refusal: 'guest',
      });
      expect(await signOff.read(state.reference, guest)).toEqual({ refusal: 'guest' });
      expect(await signOff.list({ most: 5 }, guest)).toMatchObject({ count: 0 });
    });

    test('the text is shown to the mission and the desks, on record, and hidden from others', async () => {
      const { signOff } = office();
      const { state } = accepted(await signOff.open(send('general'), undefined, by('ana')));
      const { reference } = state;
      for (const reader of ['dina', 'hana']) {
        expect(await signOff.readDetails(reference, by(reader))).toEqual({ version: 1, state });
      }
      for (const reader of ['mei', 'gil', stranger]) {
        expect(await signOff.read(reference, by(reader))).toEqual({ refusal: 'not-found' });
        expect(await signOff.readDetails(reference, by(reader))).toEqual({ refusal: 'not-found' });
      }
      expect(await account(reference)).toEqual([
        'RequestSent by ana',
        'DetailsShown by dina',
        'DetailsShown by hana',
      ]);
    });

    test('lists give what the person may read', async () => {
      const { signOff } = office();
      const count = async (actor: string) => (await signOff.list({ most: 1 }, by(actor))).count;
      expect(await count('ana')).toBeGreaterThan(5);
      expect(await count('mei')).toBe(1);
      expect(await count(stranger)).toBe(0);
    });

    test('a check before says what the command would say, and changes nothing', async () => {
      const { signOff } = office();
      expect(await signOff.checkOpening(send('general'), by('ana'))).toBeUndefined();
      expect(await signOff.checkOpening(send('general'), by('mei'))).toEqual({
        refusal: 'not-of-the-mission',
      });
      const { state } = accepted(await signOff.open(send('general'), undefined, by('ana')));
      const approve = { type: 'approve', revision: 1 } as const;
      expect(await signOff.checkChange(state.reference, approve, by('hana'))).toBeUndefined();
      expect(await signOff.checkChange(state.reference, approve, by('ana'))).toMatchObject({
        refusal: 'not-of-the-desk',
      });
      expect(await signOff.checkChange('ESC-1999-0001', approve, by('hana'))).toEqual({
        refusal: 'not-found',
      });
      expect((await store.escalations.find(state.reference))?.version).toBe(1);
    });
  });

  test('facts on record are options, dates and code names; words are texts', async () => {
    const { signOff } = office();
    const consulted = { value: 'no', reason: 'She is in hiding near Cali.' };
    const visit = send('detention-visit', { request: { value: 'Visit Marisol.' }, consulted });
    const { state } = accepted(await signOff.open(visit, undefined, by('ana')));
    const decline = { type: 'decline', revision: 1, text: 'Too dangerous.', confirmed: true } as const;
    accepted(await signOff.change(state.reference, decline, by('hana')));
    const [sent, declined] = await store.auditReader.accountOf({ kind: 'escalation', id: state.reference });
    expect(sent?.facts).toMatchObject({
      codeName: 'Cedar 7',
      answers: { consulted: 'no', 'planned-for': '2026-03-09', minor: 'no' },
    });
    expect(JSON.stringify([sent?.facts, declined?.facts])).not.toMatch(/Marisol|Cali|dangerous/);
    expect(sent?.texts).toMatchObject({
      'answer request': { state: 'kept', text: 'Visit Marisol.' },
      'reason consulted': { state: 'kept', text: 'She is in hiding near Cali.' },
    });
    expect(declined?.texts).toEqual({ text: { state: 'kept', text: 'Too dangerous.' } });
  });

  describe('reminders', () => {
    const first = (reference: string) => ({ reference, revision: 1, desk: 'human-rights' }) as const;

    test('go to the thread, then also to the duty officer, then to the head; each once, and on record', async () => {
      const { signOff, remindDesk, clock } = office();
      const { state } = accepted(await signOff.open(send('general'), undefined, by('ana')));
      const { reference } = state;
      const reminder = first(reference);
      clock.now = later(48);
      await remindDesk({ ...reminder, stage: 'due-soon', before: 24 });
      clock.now = later(72);
      for (const stage of ['due', 'due', 'duty-officer', 'head', 'head'] as const) {
        await Promise.all([1, 2].map(() => remindDesk({ ...reminder, stage })));
      }
      await settled(store);
      const threads = threadsOf(reference);
      expect(threads['desk human-rights card']?.replies).toEqual([
        'reminder due-soon for desk',
        'reminder due for desk',
        'reminder duty-officer for desk',
        'reminder head for desk',
      ]);
      expect(threads['desk human-rights r1 duty-officer in person']).toMatchObject({ to: 'person ravi' });
      expect(threads['desk human-rights r1 head in person']).toMatchObject({ to: 'person rosa' });
      expect((await account(reference)).slice(1)).toEqual(Array(4).fill('ReminderGiven by vigil'));
    });

    test('that are due together are given as the last of them, and nobody is left out', async () => {
      const { signOff, remindDesk, clock } = office();
      const { state } = accepted(await signOff.open(send('general'), undefined, by('ana')));
      const [reference, reminder] = [state.reference, first(state.reference)];
      clock.now = later(200);
      const nextAt = later(199).toISOString();
      const stages = ['due-soon', 'due', 'duty-officer'] as const;
      for (const stage of stages) await remindDesk({ ...reminder, stage, nextAt });
      await remindDesk({ ...reminder, stage: 'duty-officer', nextAt });
      await remindDesk({ ...reminder, stage: 'head' });
      await settled(store);
      const threads = threadsOf(reference);
      expect(threads['desk human-rights card']?.replies).toEqual(['reminder head for desk']);
      expect(threads['desk human-rights r1 duty-officer in person']).toMatchObject({
        to: 'person ravi',
        now: 'reminder duty-officer for person',
      });
      expect(threads['desk human-rights r1 head in person']).toMatchObject({ to: 'person rosa' });
      expect((await account(reference)).slice(1)).toEqual([
        ...stages.map(() => 'ReminderFolded by vigil'),
        'ReminderGiven by vigil',
      ]);
      accepted(await signOff.change(reference, { type: 'withdraw', revision: 1 }, by('ana')));
    });

    test('are folded without a second word to a head who is the duty officer', async () => {
      const { signOff, remindDesk, clock } = office();
      const consular = send('consular', { ties: { value: 'citizen' } });
      const { state } = accepted(await signOff.open(consular, undefined, by('ana')));
      const reminder = { reference: state.reference, revision: 1, desk: 'consular' } as const;
      clock.now = later(200);
      await remindDesk({ ...reminder, stage: 'duty-officer', nextAt: later(199).toISOString() });
      await remindDesk({ ...reminder, stage: 'head' });
      await settled(store);
      const inPerson = Object.keys(threadsOf(state.reference)).filter(key => key.endsWith('in person'));
      expect(inPerson).toEqual(['desk consular r1 head in person']);
      accepted(await signOff.change(state.reference, { type: 'withdraw', revision: 1 }, by('ana')));
    });

    test('begin anew for a desk that gets its part back, and those of its first turn are over', async () => {
      const { signOff, remindDesk, clock, planned } = office();
      const { state } = accepted(await signOff.open(send('general'), undefined, by('ana')));
      const { reference } = state;
      const stages = ['due', 'duty-officer'] as const;
      clock.now = later(100);
      for (const stage of stages) await remindDesk({ ...first(reference), stage });
      const hand = (to: string) => ({ type: 'reassign', revision: 1, to }) as const;
      accepted(await signOff.change(reference, hand('consular'), by('hana')));
      clock.now = later(110);
      planned.length = 0;
      accepted(await signOff.change(reference, hand('human-rights'), by('cora')));
      clock.now = later(500);
      // The last one of the first turn is still in the queue.
      await remindDesk({ ...first(reference), stage: 'head' });
      for (const { nextAt: _, ...reminder } of planned) for (const _ of [1, 2]) await remindDesk(reminder);
      await settled(store);
      const threads = threadsOf(reference);
      const told = threads['desk human-rights card']?.replies.filter(words => words.startsWith('reminder'));
      const once = stages.map(stage => `reminder ${stage} for desk`);
      expect(told).toEqual([...once, ...once, 'reminder head for desk']);
      const inPerson = (id: string) => Object.values(threads).filter(({ to }) => to === `person ${id}`);
      expect(inPerson('ravi')).toHaveLength(2);
      expect(inPerson('rosa')).toHaveLength(1);
      accepted(await signOff.change(reference, { type: 'withdraw', revision: 1 }, by('ana')));
    });

    test('are not given any more when the desk has decided, or the request says something else', async () => {
      const { signOff, remindDesk } = office();
      const { state } = accepted(await signOff.open(send('general'), undefined, by('ana')));
      const revise = {
        type: 'revise',
        revision: 1,
        urgency: 'urgent',
        answers: answersFor('general'),
      } as const;
      accepted(await signOff.change(state.reference, revise, by('ana')));
      await remindDesk({ ...first(state.reference), stage: 'due' });
      const approve = { type: 'approve', revision: 2 } as const;
      accepted(await signOff.change(state.reference, approve, by('hana')));
      await remindDesk({ ...first(state.reference), revision: 2, stage: 'due' });
      await remindDesk({ ...first('ESC-1999-0001'), stage: 'due' });
      expect(await account(state.reference)).not.toContain('ReminderGiven by vigil');
    });

    test('are queued with the request, and come when the clock says so, through a restart', async () => {
      const place = await freshPlace();
      const before = await openStore({ ...place, jobs: [remindDeskJob] });
      const { signOff, clock } = openOffice(before);
      // The queue goes by the true time: a request sent long ago is due by now.
      clock.now = new Date(Date.now() - 30 * 3_600_000);
      const urgent = { ...send('general'), urgency: 'immediate' } as const;
      const { state } = accepted(await signOff.open(urgent, undefined, by('ana')));
      await before.close();
      const queued = await openStore({ ...place, jobs: [remindDeskJob] });
      const { remindDesk, clock: later } = openOffice(queued);
      later.now = new Date();
      await queued.runner.handle(remindDeskJob, remindDesk);
      const given = async (what: string) => {
        const entries = await queued.auditReader.accountOf({ kind: 'escalation', id: state.reference });
        return entries.flatMap(({ event, facts }) => (event === what ? [facts.stage] : [])).toSorted();
      };
      // All are due by now: the last one speaks for the others.
      await expect
        .poll(() => given('ReminderFolded'), { timeout: 20_000 })
        .toEqual(['due', 'due-soon', 'duty-officer']);
      await expect.poll(() => given('ReminderGiven'), { timeout: 20_000 }).toEqual(['head']);
      await queued.close();
    });
  });

  describe('digests', () => {
    // 08:30 in Toronto; the small hours in Bogotá’s Manila colleagues’ day have passed.
    const morning = new Date('2026-03-12T12:30:00Z');

    test('tell each desk and mission in its own morning what waits, once a day', async () => {
      const { sendDigests, clock } = office();
      const digests = () =>
        [...teams.threads].filter(([key]) => key.startsWith('sign-off digest')).map(([key]) => key.slice(16));
      clock.now = new Date(morning.getTime() - 60_000);
      await sendDigests();
      await settled(store);
      expect(digests()).not.toContain('desk human-rights 2026-03-12');
      clock.now = morning;
      await Promise.all([sendDigests(), sendDigests()]);
      await settled(store);
      expect(digests()).toEqual(
        expect.arrayContaining(['desk human-rights 2026-03-12', 'desk americas 2026-03-12']),
      );
      const told = teams.threads.get('sign-off digest desk americas 2026-03-12');
      expect(told?.to).toBe('channel 19:am');
      expect(told?.now).toMatch(/^ESC-2026-0001\b/);
      const count = digests().length;
      clock.now = new Date(morning.getTime() + 3_600_000);
      await sendDigests();
      await settled(store);
      // Bogotá’s morning comes an hour after Toronto’s.
      expect(digests().slice(count)).toEqual(['mission bogota 2026-03-12']);
    });

    test('count all that waits, and show what is due first', async () => {
      const { signOff, sendDigests, clock } = office();
      const { state: oldest } = accepted(await signOff.open(send('general'), undefined, by('dina')));
      clock.now = later(1);
      for (let sent = 0; sent < 30; sent += 1) {
        accepted(await signOff.open(send('general'), undefined, by('ana')));
      }
      clock.now = new Date('2026-03-13T12:30:00Z');
      await sendDigests();
      await settled(store);
      const said = teams.threads.get('sign-off digest desk human-rights 2026-03-13')?.now ?? '';
      const { count } = await signOff.list({ waitingFor: ['human-rights'], most: 1 }, by('hana'));
      expect(said).toMatch(new RegExp(` of ${count}$`));
      expect(said.match(/ESC-/g)).toHaveLength(30);
      expect(said).toContain(oldest.reference);
    });
  });
});
