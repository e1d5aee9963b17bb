import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeAccount } from '../../src/record/account.ts';
import { canonicalJson, type Json } from '../../src/record/canonical-json.ts';
import { type Entry, genesis, linkEntry, verifyChain } from '../../src/record/chain.ts';

const content = (number: number) => ({
  at: '2026-03-08T12:00:00.000Z',
  actor: 'ana',
  subjectKind: 'escalation',
  subjectId: 'ESC-2026-0042',
  event: 'DecisionGiven',
  facts: { number, choice: 'approve' },
  digests: { conditions: 'k1:00ff' },
});

function chainOf(length: number): Entry[] {
  const entries: Entry[] = [];
  for (let number = 1; number <= length; number += 1) {
    entries.push(linkEntry(entries.at(-1) ?? genesis, content(number)));
  }
  return entries;
}

const headOf = (entries: readonly Entry[]) => entries.at(-1) ?? genesis;

test('a chain of any length is sound', async () => {
  for (const length of [0, 1, 2, 50]) {
    const entries = chainOf(length);
    expect(await verifyChain(entries, headOf(entries))).toMatchObject({ sound: true, head: { seq: length } });
  }
});

const changes: Record<string, (entry: Entry) => Entry> = {
  at: entry => ({ ...entry, at: '2026-03-08T12:00:00.001Z' }),
  actor: entry => ({ ...entry, actor: 'ben' }),
  subjectKind: entry => ({ ...entry, subjectKind: 'hearing' }),
  subjectId: entry => ({ ...entry, subjectId: 'ESC-2026-0043' }),
  event: entry => ({ ...entry, event: 'DecisionWithdrawn' }),
  facts: entry => ({ ...entry, facts: { ...entry.facts, choice: 'decline' } }),
  digests: entry => ({ ...entry, digests: {} }),
  link: entry => ({ ...entry, link: genesis.link }),
};

test.for(Object.keys(changes))('a changed %s is found at its entry, wherever it is', async part => {
  const entries = chainOf(9);
  for (let at = 0; at < entries.length; at += 1) {
    const tampered = entries.map((entry, index) =>
      index === at ? (changes[part]?.(entry) ?? entry) : entry,
    );
    expect(await verifyChain(tampered, headOf(entries))).toEqual({
      sound: false,
      seq: at + 1,
      problem: 'changed',
    });
  }
});

test('an entry taken out, put in twice or out of order is found', async () => {
  const entries = chainOf(5);
  const head = headOf(entries);
  expect(await verifyChain(entries.toSpliced(2, 1), head)).toEqual({
    sound: false,
    seq: 3,
    problem: 'missing',
  });
  expect(await verifyChain(entries.slice(0, 4), head)).toEqual({ sound: false, seq: 5, problem: 'missing' });
  const twice = entries.toSpliced(2, 0, entries[2] as Entry);
  expect(await verifyChain(twice, head)).toMatchObject({ sound: false, seq: 4 });
});

test('a tail added behind the head, or another head, is found', async () => {
  const entries = chainOf(5);
  const short = entries[3] as Entry;
  expect(await verifyChain(entries, short)).toEqual({ sound: false, seq: 5, problem: 'beyond-head' });
  const other = { seq: 5, link: genesis.link };
  expect(await verifyChain(entries, other)).toEqual({ sound: false, seq: 5, problem: 'head-replaced' });
});

test('canonical JSON is one text whatever the order of names, and reads back the same', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), value => {
      const clean = JSON.parse(JSON.stringify(value)) as { [name: string]: Json };
      const reversed = Object.fromEntries(Object.entries(clean).reverse());
      expect(canonicalJson(reversed)).toBe(canonicalJson(clean));
      expect(JSON.parse(canonicalJson(JSON.parse(canonicalJson(clean))))).toEqual(
        JSON.parse(canonicalJson(clean)),
      );
    }),
  );
});

test('canonical JSON refuses what JSON cannot say', () => {
  for (const value of [undefined, Number.NaN, new Date(), () => 1, [undefined]]) {
    expect(() => canonicalJson(value as unknown as Json)).toThrow(TypeError);
  }
});

test('an account reads as a history', () => {
  const [first] = chainOf(1) as [Entry];
  const account = describeAccount('ESC-2026-0042', [
    {
      ...first,
      texts: {
        reason: { state: 'kept', text: 'two\nlines' },
        name: { state: 'purged' },
        note: { state: 'altered' },
      },
    },
  ]);
  expect(account.replace(first.link, '<link>')).toBe(
    `ESC-2026-0042: 1 entry

     1  2026-03-08T12:00:00.000Z  DecisionGiven  by ana
    number: 1
    choice: approve
    reason: 
      two
      lines
    name: [purged; its keyed digest stays in the chain]
    note: [ALTERED: this is not what was recorded]
    link: <link>`,
  );
});
