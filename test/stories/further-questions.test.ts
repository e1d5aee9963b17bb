import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SentActivity } from '../fakes/connector.ts';
import { channelThread, groupChat } from '../fakes/payloads.ts';
import { ambiguousQuestion } from '../support/ambiguous-question.ts';
import { type Answered, type Bot, startBot } from '../support/bot.ts';
import { buttonsOf, partsOf, textOf } from '../support/card.ts';

/** People ask further, and choose between two sections that fit. */
let bot: Bot;
const clock = { now: new Date() };
beforeAll(async () => {
  bot = await startBot({ now: () => clock.now });
});
afterAll(() => bot.stop());

const cardOf = (message: SentActivity | undefined) => message?.attachments?.[0]?.content;
function only({ messages }: Answered): SentActivity {
  const [first, ...more] = messages;
  if (!first || more.length > 0) throw new Error(`${messages.length} messages came back in place of one`);
  return first;
}
const visit = 'Can I visit her in jail?';

describe('a question that carries on from the one before', () => {
  test('is answered as both together, and the answer says how it was understood', async () => {
    const amara = bot.meet('Amara');
    await amara.says(visit);
    const answer = only(await amara.says('and if she is a minor?'));
    expect(answer.text).toMatch(/^Understood as: “Can I visit her in jail if she is a minor\?”\n\n/);
    expect(textOf(cardOf(answer))).toContain('should consult Headquarters before action is taken');
    expect(answer.entities).toContainEqual(expect.objectContaining({ citation: expect.anything() }));
  });

  test('may be about something else', async () => {
    const amara = bot.meet('Amara');
    await amara.says('Should we attend the trial of a defender?');
    expect(only(await amara.says('what about social media')).summary).toMatch(/^3\.9 /);
  });

  test('is understood in French', async () => {
    const luc = bot.meet('Luc', 'fr-CA');
    await luc.says('Peut-on lui rendre visite en prison ?');
    const answer = only(await luc.says('et si elle est mineure ?'));
    expect(answer.text).toMatch(
      /^Compris ainsi\u00a0: «\u00a0Peut-on lui rendre visite en prison si elle est mineure \?\u00a0»/,
    );
    expect(textOf(cardOf(answer))).toContain('should consult Headquarters before action is taken');
  });

  test.each([
    ['en-CA', visit, 'and thanks!', /^You are welcome/],
    ['en-CA', visit, 'and who are you?', /^I am Vigil/],
    ['fr-CA', 'Peut-on lui rendre visite en prison ?', 'et merci', /^Je vous en prie/],
  ])('is not seen in small talk (%s: “%s” “%s”)', async (locale, question, talk, reply) => {
    const amara = bot.meet('Amara', locale);
    await amara.says(question);
    const answer = only(await amara.says(talk));
    expect(answer.text).toMatch(reply);
    expect(answer.attachments ?? []).toEqual([]);
  });

  test.each([
    'and what is the salary of a first secretary?',
    'and who is the ambassador?',
    'what about the cafeteria?',
    'but what does the Swiss policy say?',
  ])('does not answer what the guidelines leave alone: “%s”', async further => {
    const amara = bot.meet('Amara');
    await amara.says(visit);
    expect(only(await amara.says(further)).summary).toBe('The guidelines do not cover this.');
  });

  test('never carries over to another person, another conversation, or another half hour', async () => {
    const place = groupChat();
    const [amara, ben] = [bot.meet('Amara'), bot.meet('Ben')];
    await amara.says(visit, place);
    const understood = 'Understood as';
    expect(only(await ben.says('and if she is a minor?', place)).text).not.toContain(understood);
    expect(only(await amara.says('and if she is a minor?', channelThread())).text).not.toContain(understood);
    expect(only(await amara.says('and if she is a minor?', place)).text).toContain(understood);
    clock.now = new Date(clock.now.getTime() + 31 * 60_000);
    expect(only(await amara.says('and if she is a minor?', place)).text).not.toContain(understood);
  });

  test('leaves no word in the log', () => {
    expect(bot.log.lines.join()).not.toMatch(/minor|jail|prison/);
  });
});

describe('where two sections fit a question almost equally well', () => {
  const both = ambiguousQuestion();

  test('both are offered, the first is shown, and the other can be chosen', async () => {
    const amara = bot.meet('Amara');
    const card = cardOf(only(await amara.says(both)));
    const [first, second] = buttonsOf(card).filter(({ verb }) => verb === 'choose');
    const headingOf = (shown: unknown) => textOf(shown).split('\n')[0] ?? '';
    expect(first?.tooltip).toBe(`Show ${headingOf(card)}`);
    // In full: a button would cut it.
    const [row] = partsOf(card).filter(({ type }) => type === 'ColumnSet');
    expect(textOf(row)).toBe(headingOf(card));
    const chosen = (await amara.presses(second ?? {})).body.value;
    expect(second?.tooltip).toBe(`Show ${headingOf(chosen)}`);
    const back = (await amara.presses(buttonsOf(chosen).filter(({ verb }) => verb === 'choose')[0] ?? {}))
      .body;
    expect(textOf(back.value)).toBe(textOf(card));
  });

  test('a question with one clear section has no choice', async () => {
    const amara = bot.meet('Amara');
    for (const question of [
      'Should we attend the trial of a defender?',
      visit,
      'Can we post about a case on social media?',
      'What if the defender is a Canadian citizen?',
      'Que faire si un défenseur demande l’asile ?',
    ]) {
      const { attachments } = only(await amara.says(question));
      expect(partsOf(attachments).filter(({ verb }) => verb === 'choose')).toEqual([]);
    }
  });

  test.each([
    ['nothing', undefined],
    ['a passage that is not there', { choice: '3.9#4 -|9.9#1 -', show: 'second' }],
    ['another edition', { shown: 'fr 3.9#4 -' }],
    ['no choice', { choice: '' }],
    ['a text for a choice', { show: 'third' }],
    ['an expression', { choice: `\${1+1} -|3.7#1 -` }],
  ])('a forged press with %s shows nothing', async (_what, forged) => {
    const amara = bot.meet('Amara');
    const card = cardOf(only(await amara.says(both)));
    const button = buttonsOf(card).find(({ verb }) => verb === 'choose') ?? {};
    const data = forged && { ...(button.data as object), ...forged };
    const { body } = await amara.presses({ ...button, data });
    expect(body.value).toContain('could not read what this button sent');
  });
});
