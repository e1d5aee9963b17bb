import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Answered } from '../support/bot.ts';
import { buttonsOf, type CardPart, textOf } from '../support/card.ts';
import {
  cardOf,
  cardSaying,
  filled,
  type Ministry,
  noticeOf,
  saidIn,
  startMinistry,
} from '../support/ministry.ts';

vi.setConfig({ testTimeout: 30_000 });

/** Questions that the guidelines do not answer go to Headquarters, and answers come back. */
let ministry: Ministry;
beforeAll(async () => {
  ministry = await startMinistry({}, { luc: 'fr-CA' });
}, 120_000);
afterAll(() => ministry?.stop());

const lunch = 'How much does the cafeteria charge for lunch?';
const shows = (words: string) => (activity: { attachments?: unknown }) =>
  textOf(activity.attachments).includes(words);
const says = (words: string) => (activity: { text?: string }) => activity.text?.includes(words) ?? false;
const referenceIn = (card: CardPart) => /ASK-\d{4}-\d{4}/.exec(textOf(card))?.[0] ?? '';

/** Amara asks what the guidelines do not cover, and sends it to Headquarters. */
async function send(question = lunch): Promise<string> {
  const { amara } = ministry.people;
  const form = cardSaying(await amara.says(`ask HQ ${question}`), 'Code names only');
  const own = cardOf(await amara.presses(filled(form, 'inquiry.send', { question })));
  return referenceIn(own);
}
const threadCard = async (reference: string) =>
  cardOf(await ministry.until(ministry.channels.rights, shows(reference)));
const answer = async (person: 'claire' | 'david' | 'omar' | 'amara', reference: string, words: string) =>
  ministry.people[person].presses(
    filled(await threadCard(reference), 'inquiry.answer', { answer: words }),
    ministry.channels.rights,
  );

describe('an official asks Headquarters', () => {
  test('what the guidelines do not cover: the question is shown once more, and goes to the desk', async () => {
    const { amara } = ministry.people;
    const notCovered = cardSaying(await amara.says(lunch), 'The guidelines do not cover this.');
    const form = cardSaying(await amara.presses(filled(notCovered, 'inquiry.ask')), 'Code names only');
    expect(textOf(form)).toContain('This goes to: Human rights desk.');
    expect(JSON.stringify(form)).toContain(lunch);
    const edited = 'May the mission pay for a lunch with a defender?';
    const own = cardOf(await amara.presses(filled(form, 'inquiry.send', { question: edited })));
    expect(textOf(own)).toContain('Waiting for Headquarters');
    const reference = referenceIn(own);
    const posted = await ministry.until(ministry.channels.rights, shows(reference));
    expect(textOf(cardOf(posted))).toContain(edited);
    expect(textOf(cardOf(posted))).toContain('From Amara, Bogotá, to Human rights desk');
    expect(posted.summary).toBe(`A question has come: ${reference}.`);
    expect(noticeOf(await amara.presses(filled(form, 'inquiry.send', { question: edited })))).toBe(
      `This was sent already, as ${reference}.`,
    );
  });

  test('and of what was not covered a number is kept, not a word', async () => {
    const month = new Date().toISOString().slice(0, 7);
    const countOf = async () =>
      (await ministry.store.unanswered.ofMonth(month)).reduce((sum, { count }) => sum + count, 0);
    const before = await countOf();
    await ministry.people.amara.says(lunch);
    await ministry.people.amara.says('Should we attend the trial of a defender?');
    await ministry.people.luc.says('Combien coûte le dîner à la cafétéria ?');
    expect(await countOf()).toBe(before + 2);
    const subjects = (await ministry.store.unanswered.ofMonth(month)).map(({ subject }) => subject);
    expect(subjects.filter(subject => !/^(?:topic [a-z-]+|section en [\d.]+|none)$/.test(subject))).toEqual(
      [],
    );
  });

  test('from an answer, with the section that was shown', async () => {
    const { amara } = ministry.people;
    const shown = cardSaying(await amara.says('Can I visit her in jail?'), '3.8');
    const form = cardSaying(await amara.presses(filled(shown, 'inquiry.ask')), 'Code names only');
    expect(textOf(form)).toContain('Asked about: 3.8 ');
    const sent = filled(form, 'inquiry.send', { question: 'Who goes with us?' });
    expect(textOf(cardOf(await amara.presses(sent)))).toContain('Asked about: 3.8 ');
  });

  test('also after a thumb down, with what was asked still there', async () => {
    const { amara } = ministry.people;
    const shown = cardSaying(await amara.says('Can I visit her in jail?'), '3.8');
    const down = buttonsOf(shown).find(({ title }) => title === '👎 No') ?? {};
    const after = cardOf(await amara.presses(down));
    const form = cardSaying(await amara.presses(filled(after, 'inquiry.ask')), 'Code names only');
    expect(JSON.stringify(form)).toContain('Can I visit her in jail?');
  });

  test('nobody else finds in the form what was asked', async () => {
    const { amara, mei } = ministry.people;
    const place = ministry.channels.mission;
    const shown = cardSaying(await amara.says('Can I visit her in jail?', place), '3.8');
    expect(noticeOf(await mei.presses(filled(shown, 'inquiry.ask'), place))).toContain('in your own chat');
    const form = await ministry.until(mei.chat, shows('Code names only'));
    expect(textOf(form.attachments)).toContain('Please type yours again.');
    expect(JSON.stringify(form)).not.toContain('jail');
  });

  test('by typing, in French, in their own chat', async () => {
    const { luc } = ministry.people;
    const form = cardSaying(
      await luc.says('demander à l’Administration centrale : peut-on payer son loyer ?'),
      'Uniquement des noms de code',
    );
    expect(JSON.stringify(form)).toContain('peut-on payer son loyer ?');
    const cancelled = await luc.presses(filled(form, 'inquiry.cancel'));
    expect(textOf(cardOf(cancelled))).toBe('Annulé. Rien n’a été envoyé.');
  });

  test('“ask HQ” alone takes what was asked last', async () => {
    const { amara } = ministry.people;
    await amara.says(lunch);
    expect(JSON.stringify(cardSaying(await amara.says('ask HQ'), 'Code names only'))).toContain(lunch);
  });

  test('and is told when nothing is written, or too much', async () => {
    const { amara } = ministry.people;
    const form = cardSaying(await amara.says('ask headquarters'), 'Code names only');
    const sendIt = (question: string) => amara.presses(filled(form, 'inquiry.send', { question }));
    expect(noticeOf(await sendIt(' \u200b '))).toBe('Write something first.');
    expect(noticeOf(await sendIt('x'.repeat(2001)))).toContain('2,000 characters at most');
  });
});

describe('Headquarters answers', () => {
  test('and the person reads it in their chat, with who and when, and asks further', async () => {
    const { amara, claire, david } = ministry.people;
    const { rights } = ministry.channels;
    const reference = await send();
    const before = await threadCard(reference);
    const after = cardOf(await answer('claire', reference, 'Lunch is not for us to pay.'));
    expect(textOf(after)).toContain('Claire answered (Human rights desk)');
    await ministry.until(rights, says(`Claire has answered ${reference}.`));
    const told = await ministry.until(
      amara.chat,
      says(`Claire (Human rights desk) has answered your question ${reference}.`),
    );
    expect(textOf(cardOf(told))).toContain('Lunch is not for us to pay.');
    expect(textOf(cardOf(told))).toMatch(/\{\{DATE\(/);
    expect(told.summary).not.toContain('Lunch');

    const late = filled(before, 'inquiry.answer', { answer: 'Me too.' });
    expect(noticeOf(await david.presses(late, rights))).toContain('since this card was shown');

    const further = filled(cardOf(told), 'inquiry.further', { further: 'And a coffee?' });
    expect(textOf(cardOf(await amara.presses(further)))).toContain('Waiting for Headquarters');
    await ministry.until(rights, says(`Amara asks further: ${reference}.`));
    await ministry.until(rights, activity => shows('And a coffee?')(activity));
    await answer('david', reference, 'A coffee is fine.');
    await ministry.until(amara.chat, shows('A coffee is fine.'));
    expect(saidIn(await amara.says('my questions'))).toContain(reference);
    const account = await ministry.store.auditReader.accountOf({ kind: 'inquiry', id: reference });
    expect(account.map(({ event, actor }) => [event, actor])).toEqual([
      ['InquiryAsked', amara.who.aadObjectId],
      ['InquiryAnswered', claire.who.aadObjectId],
      ['InquiryContinued', amara.who.aadObjectId],
      ['InquiryAnswered', david.who.aadObjectId],
    ]);
  });

  test('but nobody who does not work at the desk does', async () => {
    const reference = await send();
    for (const name of ['omar', 'amara'] as const) {
      expect(noticeOf(await answer(name, reference, 'Yes.'))).toContain('Only officers of the desk');
    }
    expect(textOf(await threadCard(reference))).toContain('Waiting for Headquarters');
    expect(saidIn(await ministry.people.omar.says(reference))).toContain('not yours to open');
    expect(saidIn(await ministry.people.claire.says(reference.toLowerCase()))).toContain(lunch);
    expect(saidIn(await ministry.people.david.says('my questions'))).toContain(reference);
  });

  test('unless the question was withdrawn', async () => {
    const { amara } = ministry.people;
    const reference = await send();
    const before = await threadCard(reference);
    const own = cardSaying(await amara.says(`status ${reference}`), reference);
    expect(textOf(cardOf(await amara.presses(filled(own, 'inquiry.withdraw'))))).toContain('Withdrawn');
    await ministry.until(ministry.channels.rights, says(`Amara has withdrawn ${reference}.`));
    const late = filled(before, 'inquiry.answer', { answer: 'Yes.' });
    expect(noticeOf(await ministry.people.claire.presses(late, ministry.channels.rights))).toContain(
      'was withdrawn',
    );
    expect(noticeOf(await amara.presses(filled(own, 'inquiry.further', { further: 'x' })))).toContain(
      'was withdrawn',
    );
  });
});

describe('forged card data', () => {
  const verbs =
    'ask send open answer further withdraw list draft-guidance publish revoke guidance guidance-list none'.split(
      ' ',
    );
  const forged: Record<string, unknown> = {
    nothing: undefined,
    'a text': 'ASK-2026-0001',
    'objects for strings': { reference: {}, progress: {}, form: {}, asked: [], question: {}, after: {} },
    expressions: { reference: `\${1+1}`, form: `\${$root}`, asked: `\${x}`, progress: '1', answer: 'x' },
    prototypes: JSON.parse('{"__proto__":{"reference":"ASK-2026-0001"},"constructor":{"form":"x"}}'),
    'another id': {
      reference: 'ASK-1999-9999',
      progress: '1',
      answer: 'x',
      further: 'x',
      asked: '3f1a2b4c-5d6e-4f70-8192-a3b4c5d6e7f8',
      text: 'x',
      textLanguage: 'fr',
      phrasings: 'x',
      place: '../..',
      after: '1; select',
    },
  };

  test.each(Object.keys(forged))('is refused and changes nothing: %s', async kind => {
    const reference = await send('A question about HERON');
    const before = await ministry.store.inquiries.find(reference);
    for (const verb of verbs) {
      const press: CardPart = { type: 'Action.Execute', verb: `inquiry.${verb}`, data: forged[kind] };
      const answered: Answered = await ministry.people.claire.presses(press, ministry.channels.rights);
      expect(answered.status).toBe(200);
    }
    expect(await ministry.store.inquiries.find(reference)).toEqual(before);
    expect(ministry.bot.log.lines.join()).not.toContain('a turn failed');
    expect(ministry.bot.log.lines.join()).not.toMatch(/HERON|cafeteria|jail|coffee/i);
  });
});
