import { z } from 'zod';
import type { AccountedEntry, TextState } from '../record/account.ts';
import { type Entry, type Head, type Verdict, verifyChain } from '../record/chain.ts';
import type { RecordedEvent } from '../record/event.ts';
import { isSealed, sealHead, sealText, textCell } from './audit-seals.ts';
import type { Executor } from './database.ts';
import type { KeyRing } from './encryption.ts';

/** What auditors ask of the record. */
export interface AuditReader {
  /** The history of one subject, oldest first, with the texts that are still there. */
  accountOf(subject: RecordedEvent['subject']): Promise<AccountedEntry[]>;
  /** Walks the whole chain and opens every text that is still there. */
  verify(): Promise<AuditVerdict>;
}

export type AuditVerdict =
  | Verdict
  /** The end of the chain was not written by someone with the keys; or a text is not what was recorded. */
  | { readonly sound: false; readonly seq: number; readonly problem: 'seal-broken' | 'text-altered' };

const entriesPerPage = 1_000;

export function createAuditReader(db: Executor, keys: KeyRing): AuditReader {
  /** Reads on from the last page: what is appended meanwhile lies behind the head that was read first. */
  async function* pages(head: Head): AsyncGenerator<AccountedEntry[]> {
    for (let after = 0; ; ) {
      const rows = await db
        .selectFrom('audit_entry')
        .selectAll()
        .where('seq', '>', after)
        .orderBy('seq')
        .limit(entriesPerPage)
        .execute();
      const entries = rows.map(toEntry).filter(({ seq }) => seq <= head.seq);
      if (entries.length > 0) yield await withTexts(entries);
      if (rows.length < entriesPerPage || entries.length < rows.length) return;
      after = entries.at(-1)?.seq ?? after;
    }
  }

  async function withTexts(entries: readonly Entry[]): Promise<AccountedEntry[]> {
    const seqs = entries.filter(({ digests }) => Object.keys(digests).length > 0).map(({ seq }) => seq);
    const rows =
      seqs.length === 0
        ? []
        : await db.selectFrom('audit_text').selectAll().where('seq', 'in', seqs).execute();
    const kept = new Map(rows.map(row => [`${row.seq}/${row.name}`, row.ciphertext]));
    return entries.map(entry => {
      const texts = Object.entries(entry.digests).map(([name, digest]) => {
        return [name, textState(entry, name, digest, kept.get(`${entry.seq}/${name}`), keys)];
      });
      return { ...entry, texts: Object.fromEntries(texts) };
    });
  }

  return {
    accountOf: async ({ kind, id }) => {
      const rows = await db
        .selectFrom('audit_entry')
        .selectAll()
        .where('subject_kind', '=', kind)
        .where('subject_id', '=', id)
        .orderBy('seq')
        .execute();
      return withTexts(rows.map(toEntry));
    },
    verify: async () => {
      const row = await db.selectFrom('audit_head').selectAll().executeTakeFirstOrThrow();
      const head: Head = { seq: Number(row.seq), link: row.link };
      let altered: number | undefined;
      async function* entries() {
        for await (const page of pages(head)) {
          for (const entry of page) {
            if (Object.values(entry.texts).some(({ state }) => state === 'altered')) altered ??= entry.seq;
            yield entry;
          }
        }
      }
      const verdict = await verifyChain(entries(), head);
      if (!verdict.sound)
        return altered === undefined || verdict.seq <= altered ? verdict : alteredAt(altered);
      if (altered !== undefined) return alteredAt(altered);
      const sealed = isSealed(keys, ring => sealHead(ring, head), row.seal);
      return sealed ? verdict : { sound: false, seq: head.seq, problem: 'seal-broken' };
    },
  };
}

const alteredAt = (seq: number) => ({ sound: false, seq, problem: 'text-altered' }) as const;

function textState(
  entry: Entry,
  name: string,
  digest: string,
  ciphertext: string | undefined,
  keys: KeyRing,
): TextState {
  if (ciphertext === undefined) return { state: 'purged' };
  const subject = { kind: entry.subjectKind, id: entry.subjectId };
  try {
    const text = keys.decrypt(ciphertext, textCell(entry.seq, name));
    const sealed = isSealed(keys, ring => sealText(ring, subject, name, text), digest);
    return sealed === false ? { state: 'altered' } : { state: 'kept', text };
  } catch {
    return { state: 'altered' };
  }
}

const factsInText = z.record(z.string(), z.json());
const digestsInText = z.record(z.string(), z.string());

interface Row {
  readonly seq: string | number;
  readonly at: Date;
  readonly actor: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly event: string;
  readonly facts: string;
  readonly digests: string;
  readonly link: string;
}

function toEntry(row: Row): Entry {
  return {
    seq: Number(row.seq),
    at: row.at.toISOString(),
    actor: row.actor,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    event: row.event,
    facts: factsInText.parse(JSON.parse(row.facts)),
    digests: digestsInText.parse(JSON.parse(row.digests)),
    link: row.link,
  };
}
