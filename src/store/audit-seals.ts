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

/** The chain's end with the proof that it was written by someone who has the keys. */
export type SealedHead = Head & { readonly seal: string };

export function sealHead(keys: KeyRing, { seq, link }: Head): string {
  return seal(keys, ['head', seq, link]);
}

/**
 * Seals an end behind another one. Behind a false one no new seal is right, or the next event would hide that entries were
 * cut off. Where the key of the other one is not in the ring, that end stays in the new seal, for who has the key to check:
 * while keys are rotated, a bot may come after one that has the new key already, but anybody can name a key.
 */
export function sealHeadBehind(keys: KeyRing, end: SealedHead, head: Head): string {
  const isSound = isHeadSealed(keys, end);
  if (isSound) return sealHead(keys, head);
  if (isSound === false) return end.seal;
  const unchecked = uncheckedIn(end.seal);
  if (!unchecked) return sealWith(keys, head, end);
  return sealWith(keys, end, unchecked) === end.seal ? sealWith(keys, head, unchecked) : end.seal;
}

/** Whether an end is sealed, and the one that it was sealed behind; undefined when the key of one is not in the ring. */
export function isHeadSealed(keys: KeyRing, end: SealedHead): boolean | undefined {
  const unchecked = uncheckedIn(end.seal);
  if (!unchecked) return isSealed(keys, ring => sealHead(ring, end), end.seal);
  const both = [
    isSealed(keys, ring => sealWith(ring, end, unchecked), end.seal),
    isHeadSealed(keys, unchecked),
  ];
  if (both.includes(false)) return false;
  return both.includes(undefined) ? undefined : true;
}

function sealWith(keys: KeyRing, { seq, link }: Head, unchecked: SealedHead): string {
  const kept = [unchecked.seq, unchecked.link, unchecked.seal].join('/');
  return `${seal(keys, ['head', seq, link, kept])}/${kept}`;
}

function uncheckedIn(given: string): SealedHead | undefined {
  const [, seq, link = '', ...kept] = given.split('/');
  return seq === undefined ? undefined : { seq: Number(seq), link, seal: kept.join('/') };
}

/** Whether a seal is right; undefined when its key is no longer in the ring. */
export function isSealed(keys: KeyRing, made: (keys: KeyRing) => string, given: string): boolean | undefined {
  const keyId = keyIdOfSeal(given);
  if (!keys.keyIds.includes(keyId)) return undefined;
  return made({ ...keys, current: keyId }) === given;
}

function keyIdOfSeal(given: string): string {
  return given.split(':')[0] ?? '';
}

function seal(keys: KeyRing, content: readonly (string | number)[]): string {
  return `${keys.current}:${keys.digest(canonicalJson(content), keys.current)}`;
}
