import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { StoreFailedError } from '../../src/store/errors.ts';
import type { Store } from '../../src/store/store.ts';
import { type AdministeredStore, openAdministeredStore } from './engines.ts';
import { findPostgres } from './postgres-server.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });
const bin = findPostgres();

/** The server says of itself what it says when its disk is full: its error, over its connection. */
const fillDisk = `
  create function no_room() returns trigger language plpgsql as $$
    begin
      raise exception 'could not extend file: No space left on device' using errcode = 'disk_full';
    end
  $$;
  create trigger no_room before insert on welcome execute function no_room()`;

describe.skipIf(!bin)('when the disk of PostgreSQL is full', () => {
  let opened: AdministeredStore;
  let admin: pg.Client;
  let store: Store;

  beforeAll(async () => {
    opened = await openAdministeredStore(bin as string);
    ({ store, admin } = opened);
  });
  afterAll(() => opened?.stop());

  test('the bot says so, takes nothing more in, goes on reading, and writes again when there is room', async () => {
    await store.preferences.chooseLanguage('ana', 'fr');
    await admin.query(fillDisk);
    await expect(store.welcomes.claim('ana')).rejects.toThrow('No space left on device');
    expect(store.state()).toEqual({ failed: 'the disk is full' });
    await expect(store.preferences.chooseLanguage('ana', 'en')).rejects.toThrow(StoreFailedError);
    expect(await store.preferences.languageOf('ana')).toBe('fr');

    await admin.query('drop trigger no_room on welcome');
    await vi.waitFor(async () => expect(await store.check()).toBe('ready'), { timeout: 15_000 });
    expect(await store.welcomes.claim('ana')).toBe(true);
  });
});
