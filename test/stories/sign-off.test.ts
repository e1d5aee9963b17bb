import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { press } from '../fakes/payloads.ts';
import type { Answered } from '../support/bot.ts';
import { buttonsOf, type CardPart, partsOf, textOf } from '../support/card.ts';
import {
  cardOf,
  cardSaying,
  filled,
  type Ministry,
  noticeOf,
  saidIn,
  startMinistry,
  toldIn,
} from '../support/ministry.ts';

vi.setConfig({ testTimeout: 30_000 });

let ministry: Ministry;
beforeAll(async () => {
  ministry = await startMinistry({}, { luc: 'fr-CA' });
}, 120_000);
afterAll(() => ministry?.stop());

/** Every answer that the form of a visit to a detained defender asks for. */
const visit = {
  codeName: 'HERON',
  urgency: 'urgent',
  'q.request': 'We want to see Maria Example in prison.',
  'q.permission': 'requested',
  'q.well-being': 'She asked for it.',
  'q.impact': 'Small.',
  'q.consulted': 'yes',
  'q.minor': 'no',
  'q.woman': 'yes',
  'q.discriminated-group': 'not-known',
  'q.staff-safety': 'no',
  'q.persona-non-grata': 'no',
};

/** Amara fills the form in and sends it; gives the reference. */
async function send(inputs: Record<string, unknown> = visit, kind = 'detention-visit'): Promise<string> {
  const { amara } = ministry.people;
  const kinds = cardSaying(await amara.says('request sign-off'), 'What is it about?');
  const form = cardOf(await amara.presses(filled(kinds, 'sign-off.kind', { kind })));
  const preview = cardOf(await amara.presses(filled(form, 'sign-off.preview', inputs)));
  const sent = cardOf(await amara.presses(filled(preview, 'sign-off.send')));
  const [reference] = /ESC-\d{4}-\d{4}/.exec(textOf(sent)) ?? [];
  if (!reference) throw new Error(`not sent: ${textOf(sent)}`);
  return reference;
}

/** What stands in the fields of a card. */
const valuesIn = (card: CardPart) =>
  Object.fromEntries(
    partsOf(card)
      .filter(({ type }) => type?.startsWith('Input.'))
      .map(({ id, value }) => [id, value]),
  );
const threadCard = (reference: string) => async () =>
  cardOf(
    await ministry.until(ministry.channels.rights, activity =>
      textOf(activity.attachments).includes(reference),
    ),
  );
const says = (words: string) => (activity: { text?: string }) => activity.text?.includes(words) ?? false;
const open = async (person: keyof Ministry['people'], reference: string): Promise<Answered> => {
  const card = await threadCard(reference)();
  return ministry.people[person].presses(filled(card, 'sign-off.open'), ministry.channels.rights);
};

describe('a mission asks for sign-off', () => {
  test('by typing, choosing a kind, filling a form in and reading it once more', async () => {
    const { amara } = ministry.people;
    const kinds = cardSaying(await amara.says('request sign-off'), 'What is it about?');
    expect(textOf(kinds)).toContain('What is it about?');
    const form = cardOf(await amara.presses(filled(kinds, 'sign-off.kind', { kind: 'detention-visit' })));
    expect(textOf(form)).toContain('Use the code name only');
    const preview = cardOf(await amara.presses(filled(form, 'sign-off.preview', visit)));
    expect(textOf(preview)).toContain('We want to see Maria Example in prison.');
    expect(textOf(preview)).toContain('Human rights desk');
    const again = cardOf(await amara.presses(filled(preview, 'sign-off.edit')));
    expect(JSON.stringify(again)).toContain('We want to see Maria Example in prison.');
    const gone = cardOf(await amara.presses(filled(again, 'sign-off.discard')));
    expect(textOf(gone)).toContain('Nothing was sent');
    const late = await amara.presses(filled(preview, 'sign-off.send'));
    expect(noticeOf(late)).toContain('not kept any more');
  });

  test('and is told in the form what is missing, with what was typed kept', async () => {
    const { amara } = ministry.people;
    const kinds = cardSaying(await amara.says('request sign-off'), 'What is it about?');
    const form = cardOf(await amara.presses(filled(kinds, 'sign-off.kind', { kind: 'detention-visit' })));
    const { 'q.impact': _, ...without } = visit;
    const inputs = { ...without, 'q.consulted': 'no' };
    const back = cardOf(await amara.presses(filled(form, 'sign-off.preview', inputs)));
    expect(textOf(back)).toContain('Nothing was sent yet');
    expect(textOf(back)).toContain('How was the impact on the mission weighed? Please answer.');
    expect(textOf(back)).toContain('Your choice needs a reason.');
    expect(JSON.stringify(back)).toContain('She asked for it.');
  });

  test('and is asked to shorten what has no room on a card, with all that was typed kept', async () => {
    const { luc } = ministry.people;
    const kinds = cardSaying(await luc.says('demander un aval'), 'De quoi s’agit-il?');
    const form = cardOf(await luc.presses(filled(kinds, 'sign-off.kind', { kind: 'detention-visit' })));
    const long = (start: string, length: number) => start + '語'.repeat(length - start.length);
    const inputs = {
      ...visit,
      'q.request': long('demande', 2_000),
      'q.well-being': long('bien-être', 2_000),
      'q.impact': long('portée', 2_000),
      'q.staff-safety': 'yes',
      'r.staff-safety': long('protection', 1_000),
      'q.persona-non-grata': 'yes',
      'r.persona-non-grata': long('avantages', 1_000),
      'r.minor': 'sept ans',
    };
    const answer = await luc.presses(filled(form, 'sign-off.preview', inputs));
    const asked = cardOf(answer);
    expect(Buffer.byteLength(JSON.stringify(asked))).toBeLessThan(28 * 1024);
    expect(textOf(asked)).toMatch(/Vos réponses sont trop longues .* environ [\d\s]+ caractères/);
    expect(valuesIn(asked)).toMatchObject({ 'q.request': inputs['q.request'] });
    const shortened = { ...valuesIn(asked), 'q.request': 'Brève demande.', 'q.well-being': 'Bref.' };
    const preview = cardOf(await luc.presses(filled(asked, 'sign-off.preview', shortened)));
    expect(textOf(preview)).toContain('Brève demande.');
    const again = cardOf(await luc.presses(filled(preview, 'sign-off.edit')));
    expect(valuesIn(again)).toMatchObject({
      ...inputs,
      'q.request': 'Brève demande.',
      'q.well-being': 'Bref.',
    });
    // The preview of before still has its button.
    await luc.presses(filled(again, 'sign-off.preview', inputs));
    const refused = cardOf(await luc.presses(filled(preview, 'sign-off.send')));
    expect(textOf(refused)).toContain('Rien n’a encore été envoyé.');
    await luc.presses(filled(again, 'sign-off.discard'));
  });

  test('and the desk finds a thread without a word of what is sensitive', async () => {
    const reference = await send();
    const card = await threadCard(reference)();
    expect(textOf(card)).toContain('HERON');
    expect(textOf(card)).toContain('Waiting for Headquarters');
    expect(JSON.stringify(card)).not.toMatch(/Maria|She asked/);
    const own = await ministry.until(ministry.people.amara.chat, activity =>
      textOf(activity.attachments).includes(`${reference}: HERON`),
    );
    expect(JSON.stringify(own)).not.toMatch(/Maria/);
    expect(own.summary).toBe(`${reference}: HERON`);
  });

  test('and the request that a press sends twice is there once', async () => {
    const { amara } = ministry.people;
    const kinds = cardSaying(await amara.says('request sign-off'), 'What is it about?');
    const form = cardOf(await amara.presses(filled(kinds, 'sign-off.kind', { kind: 'detention-visit' })));
    const preview = cardOf(await amara.presses(filled(form, 'sign-off.preview', visit)));
    const sent = await amara.presses(filled(preview, 'sign-off.send'));
    const [reference] = /ESC-\d{4}-\d{4}/.exec(textOf(cardOf(sent))) ?? [];
    expect(noticeOf(await amara.presses(filled(preview, 'sign-off.send')))).toBe(
      `This was sent already, as ${reference}.`,
    );
  });

  test('who serves at no mission is told so', async () => {
    const { claire } = ministry.people;
    const answer = await claire.says('request sign-off');
    expect(saidIn(answer)).toContain('only missions request sign-off');
  });

  test('from an answer, with the kind filled in and the passage kept', async () => {
    const { amara } = ministry.people;
    const answer = cardSaying(await amara.says('Can I visit her in jail?'), '3.8');
    const asked = await amara.presses(filled(answer, 'sign-off.ask'));
    const form = cardSaying(asked, 'Visit to a detained defender');
    const preview = cardOf(await amara.presses(filled(form, 'sign-off.preview', visit)));
    const sent = cardOf(await amara.presses(filled(preview, 'sign-off.send')));
    const [reference = ''] = /ESC-\d{4}-\d{4}/.exec(textOf(sent)) ?? [];
    expect((await ministry.store.escalations.find(reference))?.state).toMatchObject({
      kind: 'detention-visit',
      passages: expect.arrayContaining(['3.8#2']),
    });
  });

  test('from an answer of an added edition, whose passages stand at other places than those of the policy', async () => {
    const { mei } = ministry.people;
    const answer = cardSaying(await mei.says('Can I visit her in jail?'), '3.8');
    const asked = await mei.presses(filled(answer, 'sign-off.ask', { passage: 'en-2026 3.9#9' }));
    const form = cardSaying(asked, 'Visit to a detained defender');
    const preview = cardOf(await mei.presses(filled(form, 'sign-off.preview', visit)));
    const sent = cardOf(await mei.presses(filled(preview, 'sign-off.send')));
    const [reference = ''] = /ESC-\d{4}-\d{4}/.exec(textOf(sent)) ?? [];
    const request = (await ministry.store.escalations.find(reference))?.state;
    expect(request?.passages).toEqual(['3.8#2', '3.8#3']);
  });

  test('in a channel the form comes in the person’s own chat', async () => {
    const { amara } = ministry.people;
    const answer = await amara.says('request sign-off', ministry.channels.mission);
    expect(saidIn(answer)).toContain('in your own chat with me');
    await ministry.until(amara.chat, activity => textOf(activity.attachments).includes('What is it about?'));
  });
});

describe('each reader of a channel sees their own card', () => {
  const asksByItself = async (person: 'claire' | 'omar', reference: string): Promise<Answered> => {
    const { who } = ministry.people[person];
    const open = { verb: 'sign-off.open', data: { reference } };
    const activity = press(ministry.bot.installation, who, ministry.channels.rights, open);
    return ministry.bot.deliver({ ...activity, value: { ...activity.value, trigger: 'automatic' } });
  };

  test('the client asks for it for those officers of the desk who are there, under Teams’ ids', async () => {
    const card = await threadCard(await send())();
    const { claire, david } = ministry.people;
    expect(card.refresh).toMatchObject({ userIds: [david.who.id, claire.who.id] });
    expect(JSON.stringify(card)).not.toContain(claire.who.aadObjectId);
  });

  test('an officer gets the buttons, anybody else nothing, and the card in the channel stays', async () => {
    const reference = await send();
    await threadCard(reference)();
    const own = cardOf(await asksByItself('claire', reference));
    expect(buttonsOf(own).map(({ verb }) => verb)).toContain('sign-off.decide');
    expect(own.refresh).toMatchObject({ userIds: [ministry.people.claire.who.id] });
    const { status, body } = await asksByItself('omar', reference);
    expect([status, body.value]).toEqual([200, '']);
    const held = ministry.bot.connector.held.filter(({ activity }) =>
      textOf(activity.attachments).includes(reference),
    );
    expect(held.map(({ updates }) => updates)).toEqual(held.map(() => 0));
  });
});

describe('Headquarters decides', () => {
  let reference: string;
  beforeEach(async () => {
    reference = await send();
  });

  test('asks for changes, the mission revises, Headquarters approves with conditions', async () => {
    const { amara, claire } = ministry.people;
    const { rights } = ministry.channels;
    const own = cardOf(await open('claire', reference));
    const asked = { choice: 'ask-for-changes', text: 'Say who goes.' };
    const after = cardOf(await claire.presses(filled(own, 'sign-off.decide', asked), rights));
    expect(textOf(after)).toContain('Changes asked for');
    await ministry.until(amara.chat, says(`Claire (Human rights desk) asks for changes of ${reference}.`));
    const missionCard = cardOf(
      await ministry.until(amara.chat, activity =>
        textOf(activity.attachments).includes('Changes asked for'),
      ),
    );

    const details = cardOf(await amara.presses(filled(missionCard, 'sign-off.details')));
    expect(textOf(details)).toContain('Say who goes.');
    const form = cardOf(await amara.presses(filled(missionCard, 'sign-off.revise')));
    const revised = { ...visit, 'q.request': 'The head of mission goes.' };
    const preview = cardOf(await amara.presses(filled(form, 'sign-off.preview', revised)));
    const sent = cardOf(await amara.presses(filled(preview, 'sign-off.send')));
    expect(textOf(sent)).toContain(reference);
    await ministry.until(rights, says(`Amara has revised ${reference}: revision 2.`));

    const stale = await claire.presses(filled(own, 'sign-off.decide', { choice: 'approve' }), rights);
    expect(toldIn(stale)).toContain('you saw revision 1, it is at 2');
    const second = cardOf(await open('claire', reference));
    const conditions = { choice: 'approve-with-conditions', text: 'Take an interpreter.' };
    const approved = cardOf(await claire.presses(filled(second, 'sign-off.decide', conditions), rights));
    expect(textOf(approved)).toContain('Approved with conditions');
    await ministry.until(rights, says(`${reference} is approved`));
    await ministry.until(amara.chat, activity =>
      textOf(activity.attachments).includes('Human rights desk: approved with conditions by Claire'),
    );
    expect(JSON.stringify(ministry.posted(rights))).not.toMatch(/interpreter|Say who goes|Maria/);

    const again = await claire.presses(filled(second, 'sign-off.decide', conditions), rights);
    expect(toldIn(again)).toMatch(/noted already|closed/);
  });

  test('who is not of the desk is refused, and so is who wrote the request', async () => {
    const { omar, amara } = ministry.people;
    const { rights } = ministry.channels;
    expect(noticeOf(await open('omar', reference))).toContain('not yours to open');
    const forged = { type: 'Action.Execute', verb: 'sign-off.decide' } as const;
    const data = { reference, revision: '1', choice: 'approve' };
    expect(noticeOf(await omar.presses({ ...forged, data }, rights))).toContain(
      'Only officers of the desks asked',
    );
    expect(toldIn(await amara.presses({ ...forged, data }, rights))).toMatch(/Only officers|Four eyes/);
    const card = await threadCard(reference)();
    expect(textOf(card)).toContain('Waiting for Headquarters');
  });

  test('what is sensitive opens in the officer’s own chat, on record', async () => {
    const { claire } = ministry.people;
    const own = cardOf(await open('claire', reference));
    const answer = await claire.presses(filled(own, 'sign-off.details'), ministry.channels.rights);
    expect(noticeOf(answer)).toContain('I have sent the details to your chat');
    const details = await ministry.until(claire.chat, activity =>
      textOf(activity.attachments).includes(`${reference}: details`),
    );
    expect(textOf(details.attachments)).toContain('Maria Example');
    const account = await ministry.store.auditReader.accountOf({ kind: 'escalation', id: reference });
    expect(account.map(({ event, actor }) => [event, actor])).toContainEqual([
      'DetailsShown',
      claire.who.aadObjectId,
    ]);
  });

  test('what is sensitive is shown as it stands each time that it is asked for', async () => {
    const { amara, claire } = ministry.people;
    const { rights } = ministry.channels;
    const { verb, data } = filled(cardOf(await open('claire', reference)), 'sign-off.details');
    const asking = () =>
      ministry.bot.deliver(
        press(ministry.bot.installation, claire.who, rights, { verb, data, cardId: '17' }),
      );
    const shown = (words: string) =>
      ministry.until(claire.chat, ({ attachments }) =>
        [`${reference}: details`, words].every(one => textOf(attachments).includes(one)),
      );
    await asking();
    await shown('We want to see Maria Example in prison.');
    const status = cardSaying(await amara.says(`status ${reference}`), reference);
    const form = cardOf(await amara.presses(filled(status, 'sign-off.revise')));
    const revised = { ...visit, 'q.request': 'The head of mission goes.' };
    const preview = cardOf(await amara.presses(filled(form, 'sign-off.preview', revised)));
    await amara.presses(filled(preview, 'sign-off.send'));
    expect(noticeOf(await asking())).toContain('I have sent the details to your chat');
    await shown('The head of mission goes.');
  });

  test('what is refused comes back open, with the reason and what was written', async () => {
    const { amara, claire } = ministry.people;
    const { rights } = ministry.channels;
    const own = cardOf(await open('claire', reference));
    const refused = cardOf(
      await claire.presses(filled(own, 'sign-off.decide', { choice: 'decline', text: '' }), rights),
    );
    expect(textOf(refused)).toContain('This needs a text');
    expect(textOf(refused)).not.toContain('At Headquarters');
    expect(buttonsOf(refused).map(({ type, title }) => [type, title])).toEqual([
      ['Action.Execute', 'Send'],
      ['Action.Execute', 'Back'],
    ]);
    expect(valuesIn(refused)).toMatchObject({ choice: 'decline' });

    // What has changed meanwhile is read first; what was written is not lost.
    const status = cardSaying(await amara.says(`status ${reference}`), reference);
    const form = cardOf(await amara.presses(filled(status, 'sign-off.revise')));
    const revised = { ...visit, 'q.request': 'On Tuesday.' };
    const preview = cardOf(await amara.presses(filled(form, 'sign-off.preview', revised)));
    await amara.presses(filled(preview, 'sign-off.send'));
    const written = { choice: 'decline', text: 'Too dangerous.' };
    const stale = cardOf(await claire.presses(filled(refused, 'sign-off.decide', written), rights));
    expect(textOf(stale)).toContain('You had written: Too dangerous.');
    expect(textOf(stale)).toContain('At Headquarters');
    expect(valuesIn(stale)).toMatchObject(written);

    const asked = { choice: 'ask-for-changes', text: 'Say who goes.' };
    await claire.presses(filled(stale, 'sign-off.decide', asked), rights);
    const late = cardOf(await claire.presses(filled(stale, 'sign-off.decide', written), rights));
    expect(textOf(late)).toContain('Changes were asked for by Claire');
    expect(textOf(late)).toContain('You had written: Too dangerous.');
  });

  test('a grave request is confirmed first, with what was written kept', async () => {
    const grave = await send({ ...visit, 'q.minor': 'yes', 'r.minor': 'With her parents.' });
    const { claire } = ministry.people;
    const own = cardOf(await open('claire', grave));
    const declined = { choice: 'decline', text: 'Too early.' };
    const sure = cardOf(
      await claire.presses(filled(own, 'sign-off.decide', declined), ministry.channels.rights),
    );
    expect(textOf(sure)).toContain('Is the defender a minor?');
    expect(JSON.stringify(sure)).toContain('Too early.');
    const back = await claire.presses(
      filled(sure, 'sign-off.reconsider', { text: 'Much too early.' }),
      ministry.channels.rights,
    );
    expect(valuesIn(cardOf(back))).toMatchObject({ choice: 'decline', text: 'Much too early.' });
    const confirm = filled(sure, 'sign-off.decide', { text: 'Too early.' });
    expect(textOf(cardOf(await claire.presses(confirm, ministry.channels.rights)))).toContain('Declined');
  });

  test('the mission withdraws, comments are told, and all find it again', async () => {
    const { amara, claire, luc } = ministry.people;
    const status = cardSaying(await amara.says(`status ${reference}`), reference);
    await amara.presses(filled(status, 'sign-off.comment', { commentText: 'Still true.' }));
    await ministry.until(ministry.channels.rights, says(`Amara has commented on ${reference}.`));
    expect(saidIn(await claire.says('waiting for me'))).toContain(`${reference}: HERON`);
    const why = { withdrawText: 'She was released.' };
    const withdrawn = cardOf(await amara.presses(filled(status, 'sign-off.withdraw', why)));
    expect(textOf(withdrawn)).toContain('Withdrawn');
    const closed = cardSaying(await claire.says(`status ${reference}`), 'Withdrawn');
    expect(textOf(closed)).not.toContain('She was released.');
    const details = cardOf(await claire.presses(filled(closed, 'sign-off.details')));
    expect(textOf(details)).toContain('Withdrawn by Amara\nShe was released.');
    expect(saidIn(await claire.says('waiting for me'))).not.toContain(`${reference}: HERON`);
    expect(saidIn(await amara.says('my requests'))).toContain(`${reference}: HERON`);
    expect(saidIn(await luc.says('demandes de ma mission'))).toContain(`${reference}\u00a0: HERON`);
    expect(saidIn(await amara.says('find request heron'))).toContain(reference);
    expect(saidIn(await amara.says('find request NOBODY'))).toContain('There are none.');
    expect(saidIn(await ministry.people.omar.says(`status ${reference}`))).toContain('not yours');
  });
});

test('an urgent action taken is told by the Head of Mission in French and acknowledged', async () => {
  const { luc, david } = ministry.people;
  const form = cardSaying(await luc.says('mesure urgente prise'), 'Mesure urgente prise');
  const inputs: Record<string, string> = { codeName: 'IBIS', urgency: 'immediate' };
  for (const { id = '', type } of partsOf(form)) {
    if (!/^[qr]\./.test(String(id))) continue;
    const date = type === 'Input.Date' ? '2026-03-09' : 'Nous avons appelé.';
    inputs[String(id)] = type === 'Input.ChoiceSet' ? 'no' : date;
  }
  const preview = cardOf(await luc.presses(filled(form, 'sign-off.preview', inputs)));
  expect(textOf(preview)).toContain('Vérifiez avant d’envoyer');
  const sent = cardOf(await luc.presses(filled(preview, 'sign-off.send')));
  const [reference = ''] = /ESC-\d{4}-\d{4}/.exec(textOf(sent)) ?? [];
  const own = cardOf(await open('david', reference));
  expect(buttonsOf(own).map(({ verb }) => verb)).toContain('sign-off.decide');
  const acknowledge = filled(own, 'sign-off.decide', { choice: 'acknowledge', confirmed: 'yes' });
  const done = cardOf(await david.presses(acknowledge, ministry.channels.rights));
  expect(textOf(done)).toContain('Geographic branch: waiting');
  // What a desk has spoken about is not revised any more: the mission's card does not offer it.
  const theirCard = await ministry.until(luc.chat, activity =>
    textOf(activity.attachments).includes('Droits de la personne\u00a0: accusé de réception donné par David'),
  );
  const verbs = buttonsOf(cardOf(theirCard)).map(({ verb }) => verb);
  expect(verbs).toContain('sign-off.withdraw');
  expect(verbs).not.toContain('sign-off.revise');
  const { sofia } = ministry.people;
  // A desk without a channel is spoken to through its duty officer.
  const told = await ministry.until(sofia.chat, activity => textOf(activity.attachments).includes(reference));
  const theirs = cardOf(await sofia.presses(filled(cardOf(told), 'sign-off.open')));
  const second = filled(theirs, 'sign-off.decide', { choice: 'acknowledge', confirmed: 'yes' });
  expect(textOf(cardOf(await sofia.presses(second)))).toContain('Acknowledged');
  await ministry.until(luc.chat, says('accuse réception'));
});

test('an urgent action taken is not asked of anybody but the Head of Mission', async () => {
  const { amara } = ministry.people;
  expect(saidIn(await amara.says('urgent action taken'))).toContain('Only the Head of Mission may do this.');
  const kinds = cardSaying(await amara.says('request sign-off'), 'What is it about?');
  expect(JSON.stringify(kinds)).not.toContain('Urgent action taken');
});

test('what does not fit one card is on the next, and nothing twice', async () => {
  const { amara } = ministry.people;
  for (let sent = 0; sent < 9; sent += 1) await send({ ...visit, codeName: `TERN ${sent}` });
  const first = cardSaying(await amara.says('find request tern'), 'Requests for “tern”');
  expect(textOf(first)).toContain('9 requests');
  const second = cardOf(await amara.presses(filled(first, 'sign-off.list')));
  const names = (card: CardPart) => textOf(card).match(/TERN \d/g) ?? [];
  expect([...names(first), ...names(second)].toSorted()).toEqual(
    [0, 1, 2, 3, 4, 5, 6, 7, 8].map(n => `TERN ${n}`),
  );
  expect(buttonsOf(second).map(({ verb }) => verb)).not.toContain('sign-off.list');
});

describe('the directory by word of mouth', () => {
  test('a desk’s duty officer links a channel, others are told who may', async () => {
    const { sofia, amara } = ministry.people;
    const place = ministry.channels.mission;
    const refused = await amara.says('link this channel to desk geographic', place);
    expect(saidIn(refused)).toContain('Only its head');
    const done = await sofia.says('link this channel to desk geographic', ministry.channels.consular);
    expect(saidIn(done)).toContain('This channel now belongs to: Geographic branch.');
    const unknown = await sofia.says('link this channel to desk nowhere', place);
    expect(saidIn(unknown)).toContain('The directory has no desk “nowhere”');
  });

  test('an officer delegates, and the delegate decides until it ends', async () => {
    const { claire, sofia } = ministry.people;
    const until = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    const done = await claire.says(`delegate to sofia until ${until}`);
    expect(saidIn(done)).toContain(`Sofia may decide in your place`);
    const reference = await send();
    expect(textOf(cardOf(await open('sofia', reference)))).toContain('HERON');
    expect(saidIn(await claire.says('end delegation'))).toContain('Nobody decides');
    expect(noticeOf(await open('sofia', reference))).toContain('not yours');
    expect(saidIn(await claire.says('delegate to nobody until 2000-01-01'))).toContain('nobody');
    expect(saidIn(await sofia.says('delegate'))).toContain('Say it like this');
  });
});

describe('forged card data', () => {
  const verbs = [
    'open',
    'details',
    'decide',
    'comment',
    'reassign',
    'withdraw',
    'revise',
    'preview',
    'send',
    'kind',
    'ask',
    'list',
    'none',
  ];
  const forged: Record<string, unknown> = {
    nothing: undefined,
    'a text': 'ESC-2026-0001',
    'objects for strings': {
      reference: {},
      revision: {},
      draft: {},
      kind: [],
      choice: { $ne: 1 },
      list: {},
      after: {},
    },
    expressions: {
      reference: `\${1+1}`,
      draft: `\${$root}`,
      kind: `\${x}`,
      choice: 'approve',
      revision: '1',
    },
    prototypes: JSON.parse('{"__proto__":{"reference":"ESC-2026-0001"},"constructor":{"draft":"x"}}'),
    'another id': {
      reference: 'ESC-1999-9999',
      revision: '1',
      choice: 'approve',
      draft: '3f1a2b4c-5d6e-4f70-8192-a3b4c5d6e7f8',
      kind: 'none',
      to: 'none',
      commentText: 'x',
      list: 'mine',
      after: 'x',
    },
  };

  /** Everything that changes a request or shows it, with data that would be right from the right person. */
  const pressesFor = (reference: string, revision: string): Record<string, object> => ({
    open: { reference },
    details: { reference },
    decide: { reference, revision, choice: 'approve' },
    comment: { reference, commentText: 'Forged.' },
    reassign: { reference, revision, to: 'geographic' },
    withdraw: { reference, revision },
    revise: { reference, revision },
  });
  const execute = (verb: string, data: unknown): CardPart => ({
    type: 'Action.Execute',
    verb: `sign-off.${verb}`,
    data,
  });
  const recorded = async (id: string) => {
    const account = await ministry.store.auditReader.accountOf({ kind: 'escalation', id });
    return account.map(({ event }) => event);
  };

  test('is refused when it names a request of others, whatever the button, and none of it is shown', async () => {
    const reference = await send();
    const before = await ministry.store.escalations.find(reference);
    for (const [verb, data] of Object.entries(pressesFor(reference, '1'))) {
      const answer = await ministry.people.omar.presses(execute(verb, data), ministry.channels.rights);
      expect(noticeOf(answer), verb).not.toBe('');
    }
    expect(await ministry.store.escalations.find(reference)).toEqual(before);
    expect(await recorded(reference)).toEqual(['RequestSent']);
  });

  test('is refused when it shows an older revision, or one that never was', async () => {
    const reference = await send();
    const { amara, claire } = ministry.people;
    const { rights } = ministry.channels;
    const status = cardSaying(await amara.says(`status ${reference}`), reference);
    const form = cardOf(await amara.presses(filled(status, 'sign-off.revise')));
    const inputs = { ...visit, 'q.request': 'On Tuesday.' };
    const preview = cardOf(await amara.presses(filled(form, 'sign-off.preview', inputs)));
    await amara.presses(filled(preview, 'sign-off.send'));
    const before = await ministry.store.escalations.find(reference);
    expect(before?.state.revision).toBe(2);
    for (const shown of ['1', '3']) {
      const { decide, reassign, withdraw } = pressesFor(reference, shown);
      const answers = [
        await claire.presses(execute('decide', decide), rights),
        await claire.presses(execute('reassign', reassign), rights),
        await amara.presses(execute('withdraw', withdraw)),
      ];
      for (const answer of answers) expect(toldIn(answer)).toContain(`you saw revision ${shown}, it is at 2`);
    }
    expect(await ministry.store.escalations.find(reference)).toEqual(before);
  });

  test('is refused when it is another button’s', async () => {
    const reference = await send();
    const before = await ministry.store.escalations.find(reference);
    const { comment, withdraw } = pressesFor(reference, '1');
    for (const [verb, data] of [
      ['decide', comment],
      ['decide', withdraw],
      ['reassign', comment],
      ['comment', { reference }],
    ] as const) {
      const answer = await ministry.people.claire.presses(execute(verb, data), ministry.channels.rights);
      expect(toldIn(answer), verb).toMatch(/needs a text|could not read/);
    }
    expect(await ministry.store.escalations.find(reference)).toEqual(before);
  });

  test('is refused when it names somebody else’s form, which stays', async () => {
    const { amara, luc } = ministry.people;
    const kinds = cardSaying(await amara.says('request sign-off'), 'What is it about?');
    const form = cardOf(await amara.presses(filled(kinds, 'sign-off.kind', { kind: 'detention-visit' })));
    const preview = cardOf(await amara.presses(filled(form, 'sign-off.preview', visit)));
    for (const verb of ['sign-off.send', 'sign-off.edit']) {
      expect(noticeOf(await luc.presses(filled(preview, verb)))).toContain('n’est plus conservé');
    }
    await luc.presses(filled(preview, 'sign-off.discard'));
    expect(textOf(cardOf(await amara.presses(filled(preview, 'sign-off.send'))))).toContain('Sent: ESC-');
  });

  test.each([
    ['1 MB', 1_000_000, 413],
    ['as much as a body may have', 200_000, 200],
  ])('is refused when its text has %s, and none of it is logged', async (_, length, status) => {
    const reference = await send();
    const before = await ministry.store.escalations.find(reference);
    for (const [verb, data] of Object.entries({
      decide: { reference, revision: '1', choice: 'decline', text: 'forgery '.repeat(length / 8) },
      comment: { reference, commentText: 'forgery '.repeat(length / 8) },
    })) {
      const answer = await ministry.people.claire.presses(execute(verb, data), ministry.channels.rights);
      expect(answer.status).toBe(status);
    }
    expect(await ministry.store.escalations.find(reference)).toEqual(before);
    expect(ministry.bot.log.lines.join()).not.toContain('forgery');
  });

  test.each(Object.keys(forged))('is refused and changes nothing: %s', async kind => {
    const reference = await send();
    const before = await ministry.store.escalations.find(reference);
    for (const verb of verbs) {
      const button: CardPart = { type: 'Action.Execute', verb: `sign-off.${verb}`, data: forged[kind] };
      const answer = await ministry.people.claire.presses(button, ministry.channels.rights);
      expect(answer.status).toBe(200);
    }
    expect(await ministry.store.escalations.find(reference)).toEqual(before);
    expect(ministry.bot.log.lines.join()).not.toContain('a turn failed');
    expect(ministry.bot.log.lines.join()).not.toMatch(/Maria|HERON/);
  });
});
