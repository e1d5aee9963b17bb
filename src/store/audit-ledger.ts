import { sql } from 'kysely';
import { canonicalJson } from '../record/canonical-json.ts';
import { type Entry, genesis, type Head, linkEntry } from '../record/chain.ts';
import { type RecordedEvent, recordedEvent } from '../record/event.ts';
import { textsPurged } from '../record/purges.ts';
import { type SealedHead, sealHead, sealHeadBehind, sealText, textCell } from './audit-seals.ts';
import type { Executor } from './database.ts';
import type { KeyRing } from './encryption.ts';

/** The append-only, hash-chained record. */
export interface Audit {
  /**
   * Puts events on record, in their order, together with the state they change: in a transaction they join the chain
   * just before its commit. @throws ZodError for an event that does not fit
   */
  append(...events: readonly RecordedEvent[]): Promise<void>;
  /**
   * Removes every text recorded about a subject so far, and puts that on record. The chain stays sound: it holds digests.
   *
   * @returns how many texts there were; with none left nothing is recorded
   */
  purgeTexts(subject: RecordedEvent['subject'], at: Date): Promise<number>;
}

/** Collects the events of one transaction; `flush` links them when everything else in it is done. */
export function createAuditBatch(tx: Executor, keys: KeyRing): Audit & { flush(): Promise<void> } {
  const pending: RecordedEvent[] = [];
  return {
    append: async (...events) => {
      pending.push(...events.map(event => recordedEvent.parse(event)));
    },
    purgeTexts: async (subject, at) => {
      const count = await removeTexts(tx, subject);
      if (count > 0)
        pending.push({ at, actor: 'vigil', subject, event: textsPurged, facts: { texts: count } });
      return count;
    },
    flush: () => flush(tx, keys, pending.splice(0)),
  };
}

async function removeTexts(tx: Executor, { kind, id }: RecordedEvent['subject']): Promise<number> {
  const entries = tx
    .selectFrom('audit_entry')
    .select('seq')
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id);
  const { numDeletedRows } = await tx.deleteFrom('audit_text').where('seq', 'in', entries).executeTakeFirst();
  return Number(numDeletedRows);
}

/**
 * The head's row is locked from here to the commit, so that appending transactions queue up and the chain cannot fork.
 * It is the last lock that a transaction takes: no two of them can wait for each other in a ring.
 */
async function flush(tx: Executor, keys: KeyRing, events: readonly RecordedEvent[]): Promise<void> {
  if (events.length === 0) return;
  const end = await takeEnd(tx);
  let head: Head = end;
  const entries: Entry[] = [];
  const texts: { seq: number; name: string; ciphertext: string }[] = [];
  for (const event of events) {
    const entry = linkEntry(head, contentOf(event, keys));
    entries.push(entry);
    for (const [name, text] of Object.entries(event.texts ?? {})) {
      texts.push({ seq: entry.seq, name, ciphertext: keys.encrypt(text, textCell(entry.seq, name)) });
    }
    head = entry;
  }
  // One statement: on PGlite each costs half a millisecond, while everybody else waits for the head.
  await sql`
    with entries as (
      insert into audit_entry
      select * from json_populate_recordset(null::audit_entry, ${JSON.stringify(entries.map(toRow))}::json)
    ), texts as (
      insert into audit_text
      select * from json_populate_recordset(null::audit_text, ${JSON.stringify(texts)}::json)
    )
    update audit_head set seq = ${head.seq}, link = ${head.link}, seal = ${sealHeadBehind(keys, end, head)}`.execute(
    tx,
  );
}

/**
 * Seals the record of a new store, which is empty. One that was emptied gets no seal: there is something that it told of, or
 * a number that was given.
 */
export async function sealNewRecord(db: Executor, keys: KeyRing): Promise<void> {
  await sql`
    update audit_head set seal = ${sealHead(keys, genesis)} where seq = 0 and seal = '' and not (
      exists (select from audit_entry) or exists (select from escalation) or exists (select from escalation_number)
      or exists (select from hearing) or exists (select from hearing_number)
      or exists (select from inquiry) or exists (select from guidance) or exists (select from inquiry_number))`.execute(
    db,
  );
}

/** Seals the end of the record by the current key, so that an older one can be taken away. */
export async function renewSeal(tx: Executor, keys: KeyRing): Promise<void> {
  const end = await takeEnd(tx);
  await tx
    .updateTable('audit_head')
    .set({ seal: sealHeadBehind(keys, end, end) })
    .execute();
}

async function takeEnd(tx: Executor): Promise<SealedHead> {
  const row = await tx.selectFrom('audit_head').selectAll().forUpdate().executeTakeFirstOrThrow();
  return { seq: Number(row.seq), link: row.link, seal: row.seal };
}

function contentOf(event: RecordedEvent, keys: KeyRing): Omit<Entry, 'seq' | 'link'> {
  const { at, actor, subject, facts, texts = {} } = event;
  const digests = Object.entries(texts).map(([name, text]) => [name, sealText(keys, subject, name, text)]);
  return {
    at: at.toISOString(),
    actor,
    subjectKind: subject.kind,
    subjectId: subject.id,
    event: event.event,
    facts,
    digests: Object.fromEntries(digests),
  };
}

function toRow(entry: Entry) {
  return {
    seq: entry.seq,
    at: entry.at,
    actor: entry.actor,
    subject_kind: entry.subjectKind,
    subject_id: entry.subjectId,
    event: entry.event,
    facts: canonicalJson(entry.facts),
    digests: canonicalJson(entry.digests),
    link: entry.link,
  };
}
