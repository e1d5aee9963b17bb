import { afterAll, beforeAll, test } from 'vitest';
import { startBot, type Bot } from '../support/bot.ts';
let bot: Bot;
beforeAll(async () => { bot = await startBot(); });
afterAll(async () => { await bot.stop(); });
test('x', async () => {
  const tally: Record<string, number> = {};
  const headers = await bot.headers();
  for (let i = 0; i < 200; i++) {
    const kind = i % 4;
    const body = Buffer.alloc(kind === 0 ? 300 * 1024 : kind === 1 ? 5_000_000: 2000, 97);
    const h: Record<string,string> = kind === 2 ? { ...headers, 'Content-Encoding': 'gzip' } : kind === 3 ? { } : headers;
    const r = await bot.post(body, h).then(r => String(r.status), e => String(e.cause?.code ?? e));
    tally[kind + ' ' + r] = (tally[kind + ' ' + r] ?? 0) + 1;
  }
  console.log(tally);
}, 60000);
