import { sql } from 'kysely';
import { z } from 'zod';
import type { AccountedEntry, TextState } from '../record/account.ts';
import { type Entry, genesis, type Verdict, verifyChain } from '../record/chain.ts';
import type { RecordedEvent } from '../record/event.ts';
import { watchPurges } from '../record/purges.ts';
import { isHeadSealed, isSealed, type SealedHead, sealText, textCell } from './audit-seals.ts';
import type { Executor } from './database.ts';
import type { KeyRing } from './encryption.ts';

/** What auditors ask of the record. */
export interface AuditReader {
  /** The history of one subject, oldest first, with the texts that are still there. */
  accountOf(subject: RecordedEvent['subject']): Promise<AccountedEntry[]>;
  /** Walks the whole chain, opens every text that is still there, and sees that those that are not were purged. */
  verify(): Promise<AuditVerdict>;
}

export type AuditVerdict =
  | Verdict
  /** The end of the chain was not written by someone with the keys; or a text is not what was recorded, or gone. */
  | {
      readonly sound: false;
      readonly seq: number;
      readonly problem: 'seal-broken' | 'text-altered' | 'text-missing';
    };

const entriesPerPage = 1_000;

export function createAuditReader(db: Executor, keys: KeyRing): AuditReader {
  async function* pages(after = 0): AsyncGenerator<AccountedEntry[]> {
    for (;;) {
      const rows = await db
        .selectFrom('audit_entry')
        .selectAll()
        .where('seq', '>', after)
        .orderBy('seq')
        .limit(entriesPerPage)
        .execute();
      if (rows.length > 0) yield await withTexts(rows.map(toEntry));
      if (rows.length < entriesPerPage) return;
      after = Number(rows.at(-1)?.seq);
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
      const { head, stray } = await readEnd(db);
      if (stray !== undefined && stray < 1) return broken(stray, 'changed');
      let altered: number | undefined;
      let last = 0;
      const texts = watchPurges();
      const look = (entry: AccountedEntry) => {
        if (Object.values(entry.texts).some(({ state }) => state === 'altered')) altered ??= entry.seq;
        texts.see(entry);
        last = entry.seq;
      };
      async function* entries() {
        for await (const page of pages()) {
          for (const entry of page) {
            // What is appended meanwhile lies behind the end that was read first.
            if (entry.seq > head.seq) return;
            look(entry);
            yield entry;
          }
        }
      }
      const verdict = await verifyChain(entries(), head);
      if (!verdict.sound)
        return altered === undefined || verdict.seq <= altered ? verdict : broken(altered, 'text-altered');
      // Texts that were purged meanwhile: that is on record further on.
      for (let seen = -1; texts.firstLost() !== undefined && seen < last; ) {
        seen = last;
        for await (const page of pages(last)) page.forEach(look);
      }
      const lost = texts.firstLost();
      if (lost !== undefined && lost < (altered ?? Number.POSITIVE_INFINITY))
        return broken(lost, 'text-missing');
      if (altered !== undefined) return broken(altered, 'text-altered');
      if (stray !== undefined) return broken(stray, 'beyond-head');
      return isHeadSealed(keys, head) ? verdict : broken(head.seq, 'seal-broken');
    },
  };
}

/** The recorded end, and the first entry, if any, that stands outside the record, both of one moment. */
async function readEnd(db: Executor): Promise<{ head: SealedHead; stray?: number }> {
  const { rows } = await sql<{ seq: string; link: string; seal: string; stray: string | null }>`
    select seq, link, seal,
      coalesce(
        (select min(seq) from audit_entry where seq < 1),
        (select min(seq) from audit_entry where seq > audit_head.seq)
      ) as stray
    from audit_head`.execute(db);
  const [end] = rows;
  // No seal is right for none.
  if (!end) return { head: { ...genesis, seal: '' } };
  const { link, seal, stray } = end;
  return { head: { seq: Number(end.seq), link, seal }, ...(stray === null ? {} : { stray: Number(stray) }) };
}

function broken<Problem extends Exclude<AuditVerdict, { sound: true }>['problem']>(
  seq: number,
  problem: Problem,
) {
  return { sound: false, seq, problem } as const;
}

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
  const entry = {
    seq: Number(row.seq),
    actor: row.actor,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    event: row.event,
  };
  try {
    return {
      ...entry,
      at: row.at.toISOString(),
      facts: factsInText.parse(JSON.parse(row.facts)),
      digests: digestsInText.parse(JSON.parse(row.digests)),
      link: row.link,
    };
  } catch {
    // Vigil wrote no such thing. It is to be named, like all that was changed, and fits no link.
    return { ...entry, at: String(row.at), facts: {}, digests: {}, link: 'unreadable' };
  }
}
