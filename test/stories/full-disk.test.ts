import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jobKinds } from '../../src/app/jobs.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { createFaultyDisk } from '../store/faulty-disk.ts';
import { freshFolder } from '../store/folders.ts';
import { type Bot, startBot, type Visitor } from '../support/bot.ts';

describe('the whole bot, while the disk of its embedded database is full', { timeout: 60_000 }, () => {
  let folder: string;
  let store: Store;
  let bot: Bot;
  let ana: Visitor;
  let luc: Visitor;
  const { disk, fail, mend } = createFaultyDisk();

  beforeAll(async () => {
    folder = await freshFolder();
    store = await openStore({ dataDir: folder, jobs: jobKinds }, { disk });
    bot = await startBot({ memory: store });
    ana = bot.meet('Ana');
    luc = bot.meet('Luc', 'fr-CA');
    await ana.says('hello');
    await luc.says('bonjour');
  }, 60_000);
  afterAll(async () => {
    await bot.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const readiness = async () => {
    const response = await fetch(`${bot.address}/readyz`);
    return [response.status, await response.json()];
  };
  const said = async (visitor: Visitor, text: string) => {
    const { status, messages } = await visitor.says(text);
    return [status, ...messages.map(message => message.text)];
  };
  const put = (key: string) =>
    store.outbox.put({
      key,
      to: { kind: 'person', id: ana.who.aadObjectId },
      body: { language: 'en', text: `About ${key}.` },
      at: new Date(),
    });

  test('tells people in their language that nothing was saved, and the operator why', async () => {
    expect(await readiness()).toEqual([200, { status: 'ready' }]);
    fail('write', 'ENOSPC');
    expect(await said(ana, 'language français')).toEqual([
      200,
      'Nothing was saved: Vigil’s storage takes nothing in at the moment. Please send this again later; if it goes on, tell whoever runs Vigil.',
    ]);
    expect(await said(luc, 'langue anglais')).toEqual([
      200,
      'Rien n’a été enregistré\u00a0: Vigil ne peut rien enregistrer pour le moment. Veuillez renvoyer ce message plus tard; si cela persiste, prévenez les responsables de Vigil.',
    ]);
    await expect(put('refused')).rejects.toThrow('the disk is full');
    expect(await readiness()).toEqual([503, { status: 'not ready', reason: 'the disk is full (ENOSPC)' }]);
  });

  test('goes on by itself when there is room again, with what it had and without what it refused', async () => {
    mend();
    await expect.poll(readiness, { timeout: 30_000 }).toEqual([200, { status: 'ready' }]);
    expect(await store.preferences.languageOf(ana.who.aadObjectId)).toBeUndefined();
    expect(await store.preferences.languageOf(luc.who.aadObjectId)).toBeUndefined();
    expect(await store.outbox.find('refused')).toBeUndefined();

    await ana.says('language français');
    expect(await store.preferences.languageOf(ana.who.aadObjectId)).toBe('fr');
    await put('accepted');
    await expect
      .poll(async () => (await store.outbox.find('accepted'))?.state, { timeout: 30_000 })
      .toBe('sent');
    expect(bot.connector.held.filter(({ activity }) => activity.text === 'About accepted.')).toHaveLength(1);
    expect(await store.auditReader.verify()).toMatchObject({ sound: true });
  });
});
