import { expect, test } from 'vitest';
import { createLinks } from '../../src/cards/links.ts';
import { createAskGuidelines } from '../../src/conversation/ask-guidelines.ts';
import type { Turn } from '../../src/conversation/incoming.ts';
import { createRecentQuestions } from '../../src/conversation/recent-questions.ts';
import type { Answer, Citations } from '../../src/guidelines/answers.ts';
import { type Edition, sectionOf } from '../../src/guidelines/edition.ts';
import { guidelinesFolder } from '../../src/guidelines/folder.ts';
import { openGuidelines } from '../../src/guidelines/open.ts';
import { buttonsOf } from '../support/card.ts';

const guidelines = openGuidelines(guidelinesFolder);
const { edition } = guidelines;
const turn: Turn = {
  person: { id: 'ana', name: 'Ana', fromHomeTenant: true, language: 'en' },
  chat: { id: 'chat', kind: 'personal' },
};

function firstOf(section: string, from: Edition = edition): Citations {
  const found = sectionOf(from, section);
  const [passage] = found?.passages ?? [];
  if (!found || !passage) throw new Error(`there is no section ${section}`);
  return [{ passage, section: found }];
}

/** Asks a bot whose ranking answers every question with section 3.8, and with the section named beside it. */
function openAsk() {
  const ask = createAskGuidelines(
    {
      inUse: guidelines.inUse,
      ask: (question): Answer => ({
        kind: 'answered',
        edition,
        citations: firstOf('3.8'),
        consultation: undefined,
        alternative:
          question === 'none' ? undefined : { citations: firstOf(question), consultation: undefined },
      }),
    },
    {
      recent: createRecentQuestions(() => new Date()),
      beside: { to: async () => undefined, named: async () => undefined, forget: () => undefined },
      noteUnanswered: async () => undefined,
    },
    createLinks('https://vigil.example.org'),
    () => undefined,
  );
  return async (text: string) => {
    const reply = await ask({ ...turn, text, mayCarryOn: false }, 'en');
    const card = reply.kind === 'messages' ? reply.messages[0]?.card : undefined;
    return buttonsOf(card);
  };
}

test('answers that show the same passages offer each its own choice, however often they are asked', async () => {
  const ask = openAsk();
  const choices = async (text: string) =>
    (await ask(text))
      .filter(({ verb }) => verb === 'choose')
      .map(({ tooltip }) => /\d\.\d/.exec(String(tooltip))?.[0]);
  for (const _ of ['once', 'again']) {
    expect(await choices('3.9')).toEqual(['3.8', '3.9']);
    expect(await choices('4.1')).toEqual(['3.8', '4.1']);
    expect(await choices('none')).toEqual([]);
  }
});

test('each asking has an id of its own on its buttons, which tells nothing of the question', async () => {
  const ask = openAsk();
  const idsIn = async () =>
    new Set((await ask('none')).flatMap(({ data }) => (data as { asked?: string } | undefined)?.asked ?? []));
  const [first, second] = [await idsIn(), await idsIn()];
  expect(first.size).toBe(1);
  expect([...first][0]).toMatch(/^[0-9a-f-]{36}$/);
  expect(second).not.toEqual(first);
});

test('a question in another language is told so, and nothing is looked up, noted or remembered', async () => {
  const [counted, lookedUp]: [string[], string[]] = [[], []];
  const recent = createRecentQuestions(() => new Date());
  const ask = createAskGuidelines(
    guidelines,
    {
      recent,
      beside: {
        to: async text => void lookedUp.push(text),
        named: async () => undefined,
        forget: () => undefined,
      },
      noteUnanswered: async subject => void lookedUp.push(subject),
    },
    createLinks('https://vigil.example.org'),
    kind => counted.push(kind),
    async text => {
      lookedUp.push(text);
      return [];
    },
  );
  recent.remember(turn, { base: 'Should we attend the trial?', text: 'Should we attend the trial?' });
  const before = recent.lastIn(turn);
  for (const [language, text, told] of [
    ['en', '¿Puedo visitarla en la cárcel?', /^Vigil reads questions in English and in French only\./],
    ['fr', 'Что делать, если правозащитник просит убежища?', /^Vigil ne lit les questions qu’en français/],
    // Its beginning would carry on from the question before, were it French.
    ['en', 'si son detenidos, ¿debemos informar?', /^Vigil reads questions/],
  ] as const) {
    const reply = await ask({ ...turn, text, mayCarryOn: true }, language);
    expect(reply).toEqual({ kind: 'messages', messages: [{ language, text: expect.stringMatching(told) }] });
  }
  expect(counted).toEqual(['other-language', 'other-language', 'other-language']);
  expect(lookedUp).toEqual([]);
  expect(recent.lastIn(turn)).toEqual(before);
});
