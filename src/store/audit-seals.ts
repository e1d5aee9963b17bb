import { canonicalJson } from '../record/canonical-json.ts';
import type { Head } from '../record/chain.ts';
import type { RecordedEvent } from '../record/event.ts';
import type { Cell, KeyRing } from './encryption.ts';

/** Where the ciphertext of a recorded text stands. */
export function textCell(seq: number, name: string): Cell {
  return { table: 'audit_text', column: 'ciphertext', row: `${seq}/${name}` };
}

/** What joins the chain in a text's place. The subject is part of it: equal texts of two cases do not show as equal. */
export function sealText(
  keys: KeyRing,
  subject: RecordedEvent['subject'],
  name: string,
  text: string,
): string {
  return seal(keys, ['text', subject.kind, subject.id, name, text]);
}

/** Proves that the chain's end was written by someone who has the keys. */
export function sealHead(keys: KeyRing, { seq, link }: Head): string {
  return seal(keys, ['head', seq, link]);
}

/** Whether a seal is right; undefined when its key is no longer in the ring. */
export function isSealed(keys: KeyRing, made: (keys: KeyRing) => string, given: string): boolean | undefined {
  const keyId = keyIdOfSeal(given);
  if (!keys.keyIds.includes(keyId)) return undefined;
  return made({ ...keys, current: keyId }) === given;
}

export function keyIdOfSeal(given: string): string {
  return given.split(':')[0] ?? '';
}

function seal(keys: KeyRing, content: readonly (string | number)[]): string {
  return `${keys.current}:${keys.digest(canonicalJson(content), keys.current)}`;
}
