import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from './canonical-json.ts';

/** One link of the record. The order, the content and the past of an entry are all in its `link`. */
export interface Entry {
  /** 1, 2, 3, … without a gap. */
  readonly seq: number;
  /** ISO 8601 in UTC, with milliseconds. */
  readonly at: string;
  readonly actor: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly event: string;
  readonly facts: { readonly [name: string]: Json };
  /** By the text's name: the id of the key and the keyed digest of what it said. */
  readonly digests: { readonly [name: string]: string };
  /** SHA-256 over the previous link and this entry, in hex. */
  readonly link: string;
}

/** The last entry, as the ledger remembers it beside the chain. */
export interface Head {
  readonly seq: number;
  readonly link: string;
}

/** What the first entry is linked to. */
export const genesis: Head = { seq: 0, link: sha256('vigil record v1') };

/** Links the next entry to what came before it. */
export function linkEntry(previous: Head, content: Omit<Entry, 'seq' | 'link'>): Entry {
  const entry = { ...content, seq: previous.seq + 1 };
  return { ...entry, link: linkOf(previous.link, entry) };
}

export type Verdict =
  | { readonly sound: true; readonly head: Head }
  /** `seq` is the first entry that cannot be trusted. */
  | { readonly sound: false; readonly seq: number; readonly problem: ChainProblem };
export type ChainProblem = 'missing' | 'changed' | 'beyond-head' | 'head-replaced';

/**
 * Walks the chain from its beginning.
 *
 * @param entries in the order of `seq`
 * @param head what the chain must end with
 */
export async function verifyChain(
  entries: AsyncIterable<Entry> | Iterable<Entry>,
  head: Head,
): Promise<Verdict> {
  let last = genesis;
  for await (const entry of entries) {
    if (entry.seq !== last.seq + 1) return { sound: false, seq: last.seq + 1, problem: 'missing' };
    if (entry.seq > head.seq) return { sound: false, seq: entry.seq, problem: 'beyond-head' };
    if (entry.link !== linkOf(last.link, entry)) return { sound: false, seq: entry.seq, problem: 'changed' };
    last = { seq: entry.seq, link: entry.link };
  }
  if (last.seq < head.seq) return { sound: false, seq: last.seq + 1, problem: 'missing' };
  if (last.link !== head.link) return { sound: false, seq: last.seq, problem: 'head-replaced' };
  return { sound: true, head: last };
}

function linkOf(previous: string, entry: Omit<Entry, 'link'>): string {
  const { seq, at, actor, subjectKind, subjectId, event, facts, digests } = entry;
  const content = canonicalJson({ seq, at, actor, subjectKind, subjectId, event, facts, digests });
  return sha256(`${previous}\n${content}`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
