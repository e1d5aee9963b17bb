import type { Memory } from '../../src/app.ts';
import type { Feedback, FeedbackEntry, Welcomes } from '../../src/conversation/ports.ts';
import type { Language } from '../../src/i18n/language.ts';
import type { ConversationReference } from '../../src/store/conversations.ts';

/** What is remembered between turns, without a database: the ledgers' own tests run on the real ones. */
export interface VolatileMemory extends Memory {
  readonly welcomes: Welcomes;
  readonly feedback: Feedback & { readonly entries: readonly FeedbackEntry[] };
}

/** A ledger that only a database has: whatever is asked of it fails, but for what is given. */
function absent<Ledger extends object>(given: Partial<Ledger> = {}): Ledger {
  const fail = () => Promise.reject(new Error('this test has no database: give startBot a store'));
  return new Proxy(given, { get: (known, name) => known[name as keyof Ledger] ?? fail }) as Ledger;
}

export function createVolatileMemory(): VolatileMemory {
  const languages = new Map<string, Language>();
  const welcomed = new Set<string>();
  const entries: FeedbackEntry[] = [];
  const presses = new Set<string>();
  const references = new Map<string, ConversationReference>();
  return {
    check: async () => 'ready',
    close: async () => undefined,
    deliver: async () => undefined,
    troubles: async () => ({ waiting: 0, troubled: 0, jobs: 0 }),
    transaction: async () => {
      throw new Error('this test has no database: give startBot a store');
    },
    linkSecrets: new Map([['test', new Uint8Array(32).fill(7)]]),
    hearings: absent(),
    follows: absent(),
    dues: { ...absent<Memory['dues']>(), next: async () => undefined },
    feeds: absent(),
    runner: { handle: async () => undefined },
    jobs: { enqueue: async () => '', cancel: async () => undefined },
    escalations: absent(),
    drafts: absent(),
    inquiries: absent(),
    guidance: absent<Memory['guidance']>({ inForce: async () => [] }),
    unanswered: absent<Memory['unanswered']>({ count: async () => undefined }),
    directoryNotes: {
      links: async () => [],
      link: async () => undefined,
      delegations: async () => [],
      delegate: async () => undefined,
      endDelegation: async () => false,
    },
    conversations: {
      remember: async reference => {
        references.set(`${reference.kind} ${reference.id}`, reference);
      },
      find: async ({ kind, id }) => references.get(`${kind} ${id}`),
      list: async kind => [...references.values()].filter(known => kind === undefined || known.kind === kind),
      forget: async ({ kind, id }) => {
        references.delete(`${kind} ${id}`);
      },
    },
    preferences: {
      languageOf: async personId => languages.get(personId),
      knownLanguageOf: async personId => languages.get(personId),
      chooseLanguage: async (personId, language) => {
        languages.set(personId, language);
      },
    },
    welcomes: {
      claim: async id => {
        if (welcomed.has(id)) return false;
        welcomed.add(id);
        return true;
      },
    },
    feedback: {
      entries,
      record: async (entry, press) => {
        if (presses.has(press)) return;
        presses.add(press);
        entries.push(entry);
      },
    },
  };
}
