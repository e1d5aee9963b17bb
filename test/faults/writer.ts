import { flushCompileCache } from 'node:module';
import { parseArgs } from 'node:util';
import { readKeyRing } from '../../src/store/encryption.ts';
import { openStore } from '../../src/store/store.ts';

/**
 * A bot with eight busy writers, to be killed at any moment. It tells its parent each write that it would have
 * acknowledged to a person, and sends its messages to the parent's HTTP server.
 */
const { values } = parseArgs({
  options: {
    place: { type: 'string', default: '' },
    keys: { type: 'string', default: '' },
    post: { type: 'string', default: '' },
    name: { type: 'string', default: '' },
    writers: { type: 'string', default: '8' },
  },
});

const store = await openStore({ ...JSON.parse(values.place), keys: readKeyRing(values.keys) });
await store.deliver({
  messenger: {
    send: async ({ key, mayBeRepeated }, signal) => {
      await fetch(values.post, { method: 'POST', body: JSON.stringify({ key, mayBeRepeated }), signal });
      return { activityId: key, conversationId: 'c' };
    },
  },
});
process.send?.({ ready: process.uptime() * 1_000 });
flushCompileCache();

let stopping = false;
process.on('message', () => {
  stopping = true;
});

async function write(writer: number): Promise<void> {
  for (let count = 0; !stopping; count += 1) {
    const key = `${values.name}-${writer}-${count}`;
    await store.transaction(async ledgers => {
      await ledgers.welcomes.claim(key);
      await ledgers.audit.append({
        at: new Date(),
        actor: 'ana',
        subject: { kind: 'case', id: key },
        event: 'NoteAdded',
        facts: { count },
        texts: { note: `note ${key}` },
      });
      await ledgers.outbox.put({
        key,
        to: { kind: 'channel', id: `${writer}` },
        body: { key },
        at: new Date(),
      });
    });
    process.send?.({ saved: key });
  }
}

await Promise.all(Array.from({ length: Number(values.writers) }, (_, writer) => write(writer)));
while ((await store.outboxTrouble.count()).waiting > 0) await new Promise(resolve => setTimeout(resolve, 20));
await store.close();
process.exit();
