import { expect, test } from 'vitest';
import type { Turn } from '../../src/conversation/incoming.ts';
import { createRecentQuestions } from '../../src/conversation/recent-questions.ts';

const clock = { now: new Date('2026-03-09T12:00:00Z') };
const after = (minutes: number) => {
  clock.now = new Date(clock.now.getTime() + minutes * 60_000);
};
const turn = (id: string, chat: string): Turn => ({
  person: { id, name: id, fromHomeTenant: true, language: 'en' },
  chat: { id: chat, kind: 'channel' },
});
const asked = (text: string) => ({ base: text, text });

test('a question is found by whoever asked it, where they asked it, and by nobody else', () => {
  const recent = createRecentQuestions(() => clock.now);
  const id = recent.remember(turn('ana', 'channel'), asked('visits?'));
  expect(recent.lastIn(turn('ana', 'channel'))?.text).toBe('visits?');
  expect(recent.lastIn(turn('ana', 'another channel'))).toBeUndefined();
  expect(recent.lastIn(turn('ben', 'channel'))).toBeUndefined();
  expect(recent.find(id, 'ana')?.text).toBe('visits?');
  expect(recent.find(id, 'ben')).toBeUndefined();
  expect(recent.find('3f1a2b4c-5d6e-4f70-8192-a3b4c5d6e7f8', 'ana')).toBeUndefined();
});

test('it is forgotten after half an hour, and by a restart at once', () => {
  const recent = createRecentQuestions(() => clock.now);
  const id = recent.remember(turn('ana', 'channel'), asked('visits?'));
  after(29);
  expect(recent.find(id, 'ana')).toBeDefined();
  after(2);
  expect(recent.find(id, 'ana')).toBeUndefined();
  expect(recent.lastIn(turn('ana', 'channel'))).toBeUndefined();
  recent.remember(turn('ana', 'channel'), asked('trials?'));
  expect(createRecentQuestions(() => clock.now).lastIn(turn('ana', 'channel'))).toBeUndefined();
});

test('only so many are kept: the oldest go first', () => {
  const recent = createRecentQuestions(() => clock.now);
  const first = recent.remember(turn('ana', 'channel'), asked('visits?'));
  for (let number = 0; number < 5_000; number += 1) {
    recent.remember(turn(`person ${number}`, 'channel'), asked('trials?'));
  }
  expect(recent.find(first, 'ana')).toBeUndefined();
  expect(recent.lastIn(turn('person 4999', 'channel'))).toBeDefined();
});
