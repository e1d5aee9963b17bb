import { expect, test } from 'vitest';
import { createBeside } from '../../../src/conversation/inquiries/guidance-beside.ts';
import type { Guidance } from '../../../src/guidelines/guidance.ts';
import { directory, noon } from '../../inquiries/world.ts';
import { createRecordingLog } from '../../support/recording-log.ts';

const lunch: Guidance = {
  reference: 'HQG-2026-0001',
  language: 'en',
  text: 'No.',
  phrasings: ['lunch?'],
  inquiry: 'ASK-2026-0001',
  desk: 'rights',
  by: 'hana',
  at: noon.toISOString(),
};

function openBot(ledger: { inForce: () => Promise<readonly Guidance[]> }, clock: { now: Date }) {
  const log = createRecordingLog();
  const beside = createBeside({
    ledger,
    learn: inForce => question => inForce.find(({ phrasings }) => phrasings.includes(question)),
    directory: async () => directory,
    log,
    now: () => clock.now,
  });
  return { ...beside, log };
}

test('what one bot publishes is seen by another on the same store ten seconds later, and so is its end', async () => {
  const clock = { now: noon };
  let kept: readonly Guidance[] = [];
  const ledger = { inForce: async () => kept };
  const [here, there] = [openBot(ledger, clock), openBot(ledger, clock)];
  expect(await there.to('lunch?', 'en')).toBeUndefined();
  expect(await here.to('lunch?', 'en')).toBeUndefined();
  kept = [lunch];
  here.forget();
  expect(await here.to('lunch?', 'fr')).toEqual({ guidance: lunch, desk: 'Droits de la personne' });
  expect(await there.to('lunch?', 'en')).toBeUndefined();
  clock.now = new Date(noon.getTime() + 10_000);
  expect((await there.to('lunch?', 'en'))?.desk).toBe('Human rights desk');
  expect((await there.named('HQG-2026-0001', 'en'))?.guidance).toBe(lunch);
  kept = [];
  clock.now = new Date(noon.getTime() + 20_000);
  expect(await there.to('lunch?', 'en')).toBeUndefined();
  expect(await there.named('HQG-2026-0001', 'en')).toBeUndefined();
});

test('what is revoked while a question reads what is in force is not shown, to it or after it', async () => {
  let answerFirst: (found: readonly Guidance[]) => void = () => undefined;
  const first = new Promise<readonly Guidance[]>(resolve => {
    answerFirst = resolve;
  });
  const answers = [first];
  const bot = openBot({ inForce: async () => answers.shift() ?? [] }, { now: noon });
  const asked = bot.to('lunch?', 'en');
  bot.forget();
  answerFirst([lunch]);
  expect(await asked).toBeUndefined();
  expect(await bot.to('lunch?', 'en')).toBeUndefined();
});

test('an answer stands without guidance when the store cannot be read, and the log has no word of the question', async () => {
  const bot = openBot({ inForce: () => Promise.reject(new Error('gone')) }, { now: noon });
  expect(await bot.to('lunch?', 'en')).toBeUndefined();
  expect(bot.log.lines.join()).toContain('guidance cannot be read');
  expect(bot.log.lines.join()).not.toContain('lunch');
});
