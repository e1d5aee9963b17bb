import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { type AdministeredStore, openAdministeredStore } from './engines.ts';
import { findPostgres } from './postgres-server.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });
const bin = findPostgres();

// An error that nobody catches ends a bot; here it fails the run.
describe.skipIf(!bin)('when PostgreSQL ends every connection', () => {
  let opened: AdministeredStore;
  let admin: pg.Client;
  let store: Store;
  const sent: string[] = [];

  beforeAll(async () => {
    opened = await openAdministeredStore(bin as string);
    ({ store, admin } = opened);
    await store.deliver({
      messenger: {
        send: async ({ key }) => {
          sent.push(key);
          return { activityId: key, conversationId: 'general' };
        },
      },
    });
  });
  afterAll(() => opened?.stop());

  const locks = async () => {
    const { rows } = await admin.query("select pid from pg_locks where locktype = 'advisory'");
    return rows.map(({ pid }) => pid as number);
  };
  const endAll = () =>
    admin.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'vigil'");
  const to = { kind: 'channel', id: 'general' } as const;

  test('the bot outlives it, saves and sends again, and shows again that it lives', async () => {
    const [before] = await locks();
    expect(before).toBeDefined();
    const interrupted = store.transaction(async ledgers => {
      await ledgers.welcomes.claim('ana');
      await endAll();
      await ledgers.welcomes.claim('ben');
    });
    await expect(interrupted).rejects.toThrow();

    await vi.waitFor(async () => expect(await store.check()).toBe('ready'), { timeout: 10_000 });
    expect(await store.welcomes.claim('ana')).toBe(true);
    await store.outbox.put({ key: 'after', to, body: {}, at: new Date() });
    await vi.waitFor(() => expect(sent).toEqual(['after']), { timeout: 15_000 });
    await vi.waitFor(
      async () => {
        const now = await locks();
        expect(now).toHaveLength(1);
        expect(now).not.toEqual([before]);
      },
      { timeout: 10_000 },
    );
  });
});
