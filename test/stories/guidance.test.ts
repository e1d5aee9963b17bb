import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { buttonsOf, type CardPart, partsOf, textOf } from '../support/card.ts';
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

/** Headquarters publishes an answer; whoever asks alike reads it beside the guidelines, until it is revoked. */
let ministry: Ministry;
beforeAll(async () => {
  ministry = await startMinistry({}, { luc: 'fr-CA' });
}, 120_000);
afterAll(() => ministry?.stop());

const lunch = 'How much does the cafeteria charge for lunch?';
const apart = 'Headquarters’ guidance on a question like this, not part of the guidelines';
const shows = (words: string) => (activity: { attachments?: unknown }) =>
  textOf(activity.attachments).includes(words);
const guidanceOn = (card: unknown) =>
  partsOf(card).find(({ type, style }) => type === 'Container' && style === 'accent');

/** Amara asks and Claire answers; gives the reference and Claire's card. */
async function answered(question = lunch, words = 'Lunch costs eight dollars.') {
  const { amara, claire } = ministry.people;
  const { rights } = ministry.channels;
  const form = cardSaying(await amara.says(`ask HQ ${question}`), 'Code names only');
  const own = cardOf(await amara.presses(filled(form, 'inquiry.send', { question })));
  const reference = /ASK-\d{4}-\d{4}/.exec(textOf(own))?.[0] ?? '';
  const thread = cardOf(await ministry.until(rights, shows(reference)));
  const card = cardOf(await claire.presses(filled(thread, 'inquiry.answer', { answer: words }), rights));
  return { reference, card };
}

async function publish(card: CardPart, more: Record<string, string> = {}): Promise<CardPart> {
  const { claire } = ministry.people;
  const { rights } = ministry.channels;
  const form = cardOf(await claire.presses(filled(card, 'inquiry.draft-guidance'), rights));
  const inputs = {
    text: 'In the cafeteria of Headquarters lunch costs eight dollars.',
    textLanguage: 'en',
    phrasings: `${lunch}\nCombien coûte le dîner à la cafétéria ?`,
    place: 'en 2.4',
    ...more,
  };
  return cardOf(await claire.presses(filled(form, 'inquiry.publish', inputs), rights));
}
const referenceIn = (card: unknown) => /HQG-\d{4}-\d{4}/.exec(textOf(card))?.[0] ?? '';

describe('Headquarters publishes an answer', () => {
  test('edited, and it is shown to the next like question, marked apart, until it is revoked', async () => {
    const { amara, luc, claire, omar } = ministry.people;
    const { rights } = ministry.channels;
    const { reference, card } = await answered();
    const form = cardOf(await claire.presses(filled(card, 'inquiry.draft-guidance'), rights));
    const value = (id: string) => partsOf(form).find(part => part.id === id)?.value;
    expect(value('text')).toBe('Lunch costs eight dollars.');
    expect(value('phrasings')).toBe(lunch);
    const published = await publish(card);
    const guidance = referenceIn(published);
    expect(textOf(published)).toContain('It is not part of the guidelines.');
    await ministry.until(
      rights,
      ({ text }) => text === `Claire has published the answer to ${reference} as guidance: ${guidance}.`,
    );
    await ministry.until(rights, shows(`Published as guidance: ${guidance}`));

    const like = (await amara.says('What does lunch cost in the cafeteria?')).messages.at(-1);
    const shown = guidanceOn(like?.attachments);
    expect(textOf(shown)).toContain(apart);
    expect(textOf(shown)).toContain('In the cafeteria of Headquarters lunch costs eight dollars.');
    expect(textOf(shown)).toMatch(/Published by Human rights desk, \{\{DATE\(.+, SHORT\)\}\}\. HQG-/);
    expect(textOf(like?.attachments)).toContain('The guidelines do not cover this.');
    expect(like?.summary).toContain(apart);

    const french = (await luc.says('Combien coûte le dîner à la cafétéria ?')).messages.at(-1);
    expect(textOf(guidanceOn(french?.attachments))).toContain('ne fait pas partie des lignes directrices');
    expect(textOf(guidanceOn(french?.attachments))).toContain('En anglais.');

    const other = (await amara.says('Should we attend the trial of a defender?')).messages.at(-1);
    expect(guidanceOn(other?.attachments)).toBeUndefined();

    const listed = cardSaying(await luc.says('orientations'), 'Une orientation est en vigueur.');
    const opened = cardOf(await luc.presses(filled(listed, 'inquiry.guidance')));
    expect(buttonsOf(opened).map(({ verb }) => verb)).not.toContain('inquiry.revoke');
    const forged = { type: 'Action.Execute', verb: 'inquiry.revoke', data: { reference: guidance } };
    expect(noticeOf(await omar.presses(forged))).toContain('Only officers of the desk');

    const own = cardSaying(await claire.says(guidance), 'Questions that it answers');
    const revoked = cardOf(await claire.presses(filled(own, 'inquiry.revoke')));
    expect(textOf(revoked)).toContain('Revoked by Claire');
    await ministry.until(rights, ({ text }) => text === `Claire has revoked the guidance ${guidance}.`);
    expect(noticeOf(await claire.presses(filled(own, 'inquiry.revoke')))).toBe(
      'Claire has revoked it already.',
    );
    const after = (await amara.says('What does lunch cost in the cafeteria?')).messages.at(-1);
    expect(guidanceOn(after?.attachments)).toBeUndefined();
    expect(saidIn(await amara.says('guidance'))).toContain('There is none.');
    const account = await ministry.store.auditReader.accountOf({ kind: 'guidance', id: guidance });
    expect(account.map(({ event }) => event)).toEqual(['GuidancePublished', 'GuidanceRevoked']);
  });

  test('and it stands beside passages too, also after a thumb, and gone once it is revoked', async () => {
    const { amara, claire } = ministry.people;
    const question = 'Can I visit her in jail?';
    const { card } = await answered(question, 'Take a colleague.');
    const published = await publish(card, { text: 'Never go alone.', phrasings: question, place: 'en 3.8' });
    const shown = cardSaying(await amara.says(question), 'Never go alone.');
    expect(textOf(shown)).toContain('should consult Headquarters before action is taken');
    const up = buttonsOf(shown).find(({ title }) => title === '👍 Yes') ?? {};
    expect(textOf(guidanceOn(cardOf(await amara.presses(up))))).toContain('Never go alone.');
    await claire.presses(filled(published, 'inquiry.revoke'));
    expect(
      guidanceOn(cardOf(await amara.presses({ ...up, data: { ...(up.data as object), verdict: 'down' } }))),
    ).toBeUndefined();
  });

  test('but not twice from one card, nor by somebody of another desk, nor without a question', async () => {
    const { omar, claire } = ministry.people;
    const { rights } = ministry.channels;
    const { card } = await answered('May we lend our car?', 'No.');
    const form = cardOf(await claire.presses(filled(card, 'inquiry.draft-guidance'), rights));
    const inputs = { text: 'No.', textLanguage: 'en', phrasings: 'May we lend our car?', place: '-' };
    const press = (more: Record<string, string>) => filled(form, 'inquiry.publish', { ...inputs, ...more });
    expect(noticeOf(await omar.presses(press({}), rights))).toContain('Only officers of the desk');
    expect(noticeOf(await claire.presses(press({ phrasings: ' \n ' }), rights))).toContain(
      'at least one question',
    );
    expect(noticeOf(await claire.presses(press({ place: 'en 9.9' }), rights))).toContain(
      'do not have this section',
    );
    expect(noticeOf(await claire.presses(press({ place: '../etc' }), rights))).toContain('could not read');
    const published = cardOf(await claire.presses(press({}), rights));
    expect(noticeOf(await claire.presses(press({ text: 'Yes.' }), rights))).toContain(
      'since this card was shown',
    );
    await claire.presses(filled(published, 'inquiry.revoke'));
  });
});

test('no log line has a word of it', () => {
  expect(ministry.bot.log.lines.join()).not.toMatch(/lunch|eight dollars|Never go alone|our car/i);
  expect(ministry.bot.log.lines.join()).not.toContain('a turn failed');
});
