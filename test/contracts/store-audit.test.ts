import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { genesis } from '../../src/record/chain.ts';
import type { RecordedEvent } from '../../src/record/event.ts';
import { createAuditBatch, sealNewRecord } from '../../src/store/audit-ledger.ts';
import { createAuditReader } from '../../src/store/audit-reader.ts';
import { type Database, type Executor, openDatabase } from '../../src/store/database.ts';
import {
  type KeyRing,
  MissingKeyError,
  newKey,
  readKeyRing,
  WrongKeyError,
} from '../../src/store/encryption.ts';
import { checkKeys } from '../../src/store/key-check.ts';
import type { Place } from '../../src/store/open-engine.ts';
import { openStore } from '../../src/store/store.ts';
import { onBothEngines, testKeys } from '../store/engines.ts';

const subject = { kind: 'escalation', id: 'ESC-2026-0042' };
const event = (number: number, more: Partial<RecordedEvent> = {}): RecordedEvent => ({
  at: new Date('2026-03-08T12:00:00.123Z'),
  actor: 'ana',
  subject,
  event: 'DecisionGiven',
  facts: { number, big: 1e21, nothing: null, list: [1, 'é'] },
  ...more,
});

/** Writes past the triggers, as a thief with the database's own password could. */
async function tamper(db: Executor, statement: string): Promise<void> {
  await sql`alter table audit_entry disable trigger append_only`.execute(db);
  for (const one of statement.split(';')) await sql.raw(one).execute(db);
}

onBothEngines('the audit record', freshPlace => {
  describe('on a database', () => {
    let database: Database;
    const appendIn = async (tx: Executor, ...events: RecordedEvent[]) => {
      const audit = createAuditBatch(tx, testKeys);
      await audit.append(...events);
      await audit.flush();
    };
    const append = (...events: RecordedEvent[]) => database.transaction(tx => appendIn(tx, ...events));
    const verify = (db: Executor = database.db) => createAuditReader(db, testKeys).verify();
    /** Runs in a transaction that leaves nothing behind. */
    const undone = (work: (tx: Executor) => Promise<void>) =>
      database
        .transaction(async tx => {
          await work(tx);
          throw new Error('undone');
        })
        .catch(error => {
          if (error.message !== 'undone') throw error;
        });

    beforeAll(async () => {
      database = await openDatabase(await freshPlace());
      await sealNewRecord(database.db, testKeys);
    }, 30_000);
    afterAll(() => database?.close());

    const refused = [
      'update audit_entry set actor = actor',
      'delete from audit_entry',
      'truncate audit_entry cascade',
      'delete from audit_head',
      'truncate audit_head',
    ];
    test.for(refused)('"%s" is refused', async statement => {
      const changing = undone(async tx => {
        await appendIn(tx, event(1));
        await sql.raw(statement).execute(tx);
      });
      await expect(changing).rejects.toThrow('append-only');
    });

    const tamperings = [
      ["update audit_entry set actor = 'ben' where seq = 2", 2, 'changed'],
      ["update audit_entry set subject_id = 'ESC-2026-0001' where seq = 3", 3, 'changed'],
      ['delete from audit_entry where seq = 2', 2, 'missing'],
      ['delete from audit_entry where seq = 4', 4, 'missing'],
      [
        "insert into audit_entry select 5, at, actor, subject_kind, subject_id, event, facts, digests, 'x' from audit_entry where seq = 4; update audit_head set seq = 5",
        5,
        'changed',
      ],
      [
        'delete from audit_entry where seq = 4; update audit_head set seq = 3, link = (select link from audit_entry where seq = 3)',
        3,
        'seal-broken',
      ],
      [
        "delete from audit_entry where seq = 4; update audit_head set seq = 3, link = (select link from audit_entry where seq = 3), seal = 'gone:0'",
        3,
        'seal-broken',
      ],
      ["update audit_text set ciphertext = 'v1.test.AAAA'", 1, 'text-altered'],
      ['delete from audit_text', 1, 'text-missing'],
      ["update audit_entry set facts = 'no JSON' where seq = 2", 2, 'changed'],
      ["update audit_entry set digests = '[]' where seq = 2", 2, 'changed'],
      ["update audit_entry set at = 'infinity' where seq = 2", 2, 'changed'],
      [
        "insert into audit_entry select 0, at, actor, subject_kind, subject_id, event, facts, digests, 'x' from audit_entry where seq = 4",
        0,
        'changed',
      ],
      [
        "insert into audit_entry select 5, at, actor, subject_kind, subject_id, event, facts, digests, 'x' from audit_entry where seq = 4",
        5,
        'beyond-head',
      ],
      ['alter table audit_head disable trigger never_removed; delete from audit_head', 0, 'seal-broken'],
    ] as const;
    test.for(tamperings)('after "%s" the first bad entry is named', async ([statement, seq, problem]) => {
      await undone(async tx => {
        await appendIn(tx, event(1, { texts: { reason: 'Maria' } }), event(2), event(3), event(4));
        await tamper(tx, statement);
        expect(await verify(tx)).toEqual({ sound: false, seq, problem });
      });
    });

    test.for(['seal', "'gone:0'", "'gone:0/1/x/gone:0'"])(
      'an end that was cut off stays found when more is recorded, its seal set to %s',
      async seal => {
        await undone(async tx => {
          await sql`insert into key_check (key_id, ciphertext) values ('gone', '')`.execute(tx);
          await appendIn(tx, event(1), event(2), event(3));
          await tamper(
            tx,
            `delete from audit_entry where seq = 3; update audit_head set seq = 2, link = (select link from audit_entry where seq = 2), seal = ${seal}`,
          );
          await appendIn(tx, event(4));
          await appendIn(tx, event(5));
          expect(await verify(tx)).toEqual({ sound: false, seq: 4, problem: 'seal-broken' });
        });
      },
    );

    test('a bot that has not been given the new key yet goes on recording behind those that have', async () => {
      await undone(async tx => {
        const [k1, k2] = [newKey('k1'), newKey('k2')];
        const [older, newer] = [readKeyRing(k1), readKeyRing(`${k2},${k1}`)];
        await checkKeys(tx, newer);
        await sql`update audit_head set seal = ''`.execute(tx);
        await sealNewRecord(tx, older);
        for (const keys of [older, newer, older, newer, older]) {
          const audit = createAuditBatch(tx, keys);
          await audit.append(event(1));
          await audit.flush();
        }
        expect(await createAuditReader(tx, newer).verify()).toMatchObject({ sound: true, head: { seq: 5 } });
      });
    });

    test('texts that go while the record is walked are not taken for lost: that they were purged is found behind its end', async () => {
      await undone(async tx => {
        await appendIn(tx, event(1, { texts: { reason: 'Maria asked for it' } }));
        let purged = false;
        const purging = tx.withPlugin({
          transformQuery: ({ node }) => node,
          transformResult: async ({ result }) => {
            if (purged || !result.rows.some(row => 'digests' in row)) return result;
            purged = true;
            const audit = createAuditBatch(tx, testKeys);
            expect(await audit.purgeTexts(subject, new Date())).toBe(1);
            await audit.flush();
            return result;
          },
        });
        expect(await verify(purging)).toMatchObject({ sound: true, head: { seq: 1 } });
        expect(purged).toBe(true);
      });
    });

    test('a text that is taken away before a purge is not covered by it', async () => {
      await undone(async tx => {
        const texts = { reason: 'Maria asked for it', answer: 'yes' };
        await appendIn(tx, event(1, { texts }), event(2, { texts }));
        await sql`delete from audit_text where seq = 1 and name = 'answer'`.execute(tx);
        const audit = createAuditBatch(tx, testKeys);
        expect(await audit.purgeTexts(subject, new Date())).toBe(3);
        await audit.flush();
        expect(await verify(tx)).toMatchObject({ sound: false, problem: 'text-missing' });
      });
    });

    test('a text is encrypted, shown in the account, and purged without breaking the chain', async () => {
      await undone(async tx => {
        await appendIn(tx, event(1, { texts: { reason: 'Maria asked for it' } }));
        await appendIn(tx, event(2, { subject: { kind: 'escalation', id: 'ESC-2026-0043' } }));
        const stored = await tx.selectFrom('audit_text').selectAll().execute();
        expect(JSON.stringify(stored)).not.toContain('Maria');
        const reader = createAuditReader(tx, testKeys);
        expect((await reader.accountOf(subject)).map(({ texts }) => texts)).toEqual([
          { reason: { state: 'kept', text: 'Maria asked for it' } },
        ]);
        const audit = createAuditBatch(tx, testKeys);
        await audit.purgeTexts(subject, new Date());
        await audit.flush();
        expect((await reader.accountOf(subject))[0]?.texts).toEqual({ reason: { state: 'purged' } });
        expect(await verify(tx)).toMatchObject({ sound: true });
      });
    });

    test('the texts of one subject are purged, which is on record, and those of others stay', async () => {
      await undone(async tx => {
        const other = { kind: 'escalation', id: 'ESC-2026-0043' };
        const texts = { reason: 'Maria asked for it' };
        await appendIn(tx, event(1, { texts }), event(2, { subject: other, texts }), event(3, { texts }));
        const at = new Date('2028-03-08T12:00:00Z');
        const audit = createAuditBatch(tx, testKeys);
        expect(await audit.purgeTexts(subject, at)).toBe(2);
        await audit.flush();
        expect(await audit.purgeTexts(subject, at)).toBe(0);
        await audit.flush();
        const reader = createAuditReader(tx, testKeys);
        const account = await reader.accountOf(subject);
        expect(account.map(entry => entry.texts)).toEqual([
          { reason: { state: 'purged' } },
          { reason: { state: 'purged' } },
          {},
        ]);
        expect(account.at(-1)).toMatchObject({ event: 'TextsPurged', actor: 'vigil', facts: { texts: 2 } });
        expect((await reader.accountOf(other))[0]?.texts).toEqual({
          reason: { state: 'kept', text: 'Maria asked for it' },
        });
        expect(await verify(tx)).toMatchObject({ sound: true, head: { seq: 4 } });
      });
    });

    test('what is appended verifies, alone and by thousands', async () => {
      await undone(async tx => {
        expect(await verify(tx)).toMatchObject({ sound: true, head: { seq: 0 } });
        await appendIn(tx, event(1, { texts: { reason: 'Maria asked for it' } }), event(2));
        await appendIn(tx, ...Array.from({ length: 2_500 }, (_, number) => event(number)));
        expect(await verify(tx)).toMatchObject({ sound: true, head: { seq: 2_502 } });
      });
    });

    test('forty transactions at once make one chain, and one that fails leaves no gap', async () => {
      await undone(tx => appendIn(tx, event(0)));
      await Promise.all(Array.from({ length: 40 }, (_, number) => append(event(number), event(-number))));
      await undone(tx => appendIn(tx, event(0)));
      await append(event(1));
      expect(await verify()).toMatchObject({ sound: true, head: { seq: 81 } });
    });
  });

  describe('with keys', () => {
    const open = (place: Place, keys: KeyRing) => openStore({ ...place, keys });

    test('a ring that lacks a key in use, or has another under its name, is refused at the start', async () => {
      const place = await freshPlace();
      await (await open(place, readKeyRing(newKey('k1')))).close();
      await expect(open(place, readKeyRing(newKey('k2')))).rejects.toThrow(MissingKeyError);
      await expect(open(place, readKeyRing(newKey('k1')))).rejects.toThrow(WrongKeyError);
    });

    test('keys are rotated while events are recorded, and then the old key may go', async () => {
      const place = await freshPlace();
      const [k1, k2] = [newKey('k1'), newKey('k2')];
      const before = await open(place, readKeyRing(k1));
      await before.audit.append(
        ...Array.from({ length: 450 }, (_, number) =>
          event(number, { texts: { reason: `reason ${number}` } }),
        ),
      );
      await before.close();

      const during = await open(place, readKeyRing(`${k2},${k1}`));
      const recording = Promise.all(
        Array.from({ length: 20 }, (_, number) =>
          during.audit.append(event(number, { texts: { reason: 'new' } })),
        ),
      );
      expect(await during.rotateKeys()).toBe(450);
      await recording;
      await during.close();

      const after = await open(place, readKeyRing(k2));
      expect(await after.auditReader.verify()).toMatchObject({ sound: true, head: { seq: 470 } });
      const [first] = await after.auditReader.accountOf(subject);
      expect(first?.texts).toEqual({ reason: { state: 'kept', text: 'reason 0' } });
      await after.close();
    });

    test('an end that nothing was recorded behind is sealed by the new key when keys are rotated; a false one is not', async () => {
      const place = await freshPlace();
      const [k1, k2, k3] = [newKey('k1'), newKey('k2'), newKey('k3')];
      const before = await open(place, readKeyRing(k1));
      await before.audit.append(event(1), event(2));
      await before.close();
      const during = await open(place, readKeyRing(`${k2},${k1}`));
      await during.rotateKeys();
      await during.close();
      const after = await open(place, readKeyRing(k2));
      expect(await after.auditReader.verify()).toMatchObject({ sound: true, head: { seq: 2 } });
      await after.close();

      const thief = await openDatabase(place);
      await tamper(
        thief.db,
        'delete from audit_entry where seq = 2; update audit_head set seq = 1, link = (select link from audit_entry where seq = 1)',
      );
      await thief.close();
      const again = await open(place, readKeyRing(`${k3},${k2}`));
      await again.rotateKeys();
      expect(await again.auditReader.verify()).toEqual({ sound: false, seq: 1, problem: 'seal-broken' });
      await again.close();
    });

    test('a record that was emptied is found out, also after the next start and when more is recorded', async () => {
      const place = await freshPlace();
      const used = await open(place, testKeys);
      expect(await used.auditReader.verify()).toMatchObject({ sound: true, head: { seq: 0 } });
      await used.transaction(async ledgers => {
        await ledgers.inquiries.nextReference(2026);
        await ledgers.audit.append(event(1), event(2));
      });
      await used.close();
      const thief = await openDatabase(place);
      await tamper(
        thief.db,
        `delete from audit_entry; update audit_head set seq = 0, link = '${genesis.link}', seal = ''`,
      );
      await thief.close();
      const again = await open(place, testKeys);
      expect(await again.auditReader.verify()).toEqual({ sound: false, seq: 0, problem: 'seal-broken' });
      await again.audit.append(event(3));
      expect(await again.auditReader.verify()).toEqual({ sound: false, seq: 1, problem: 'seal-broken' });
      await again.close();
    });

    test('an empty record is sound when its keys are rotated before the first event', async () => {
      const place = await freshPlace();
      const [k1, k2] = [newKey('k1'), newKey('k2')];
      await (await open(place, readKeyRing(k1))).close();
      const during = await open(place, readKeyRing(`${k2},${k1}`));
      await during.rotateKeys();
      await during.close();
      const after = await open(place, readKeyRing(k2));
      expect(await after.auditReader.verify()).toMatchObject({ sound: true, head: { seq: 0 } });
      await after.audit.append(event(1));
      expect(await after.auditReader.verify()).toMatchObject({ sound: true, head: { seq: 1 } });
      await after.close();
    });

    test('an event and the state it changes hold together or not at all', async () => {
      const store = await open(await freshPlace(), testKeys);
      const failing = store.transaction(async ledgers => {
        await ledgers.preferences.chooseLanguage('ana', 'fr');
        await ledgers.audit.append(event(1));
        await ledgers.audit.append({ ...event(2), facts: { at: undefined as never } });
      });
      await expect(failing).rejects.toThrow();
      expect(await store.preferences.languageOf('ana')).toBeUndefined();
      expect(await store.auditReader.verify()).toMatchObject({ sound: true, head: { seq: 0 } });
      await store.close();
    });
  });
});
