import type { Feedback, FeedbackEntry, Preferences, Welcomes } from '../conversation/ports.ts';
import type { Language } from '../i18n/language.ts';

/** What is remembered between turns, as long as the process runs. */
export interface VolatileMemory {
  readonly preferences: Preferences;
  readonly welcomes: Welcomes;
  readonly feedback: Feedback & { readonly entries: readonly FeedbackEntry[] };
  check(): Promise<'ready'>;
  close(): Promise<void>;
}

export function createVolatileMemory(): VolatileMemory {
  const languages = new Map<string, Language>();
  const welcomed = new Set<string>();
  const entries: FeedbackEntry[] = [];
  return {
    check: async () => 'ready',
    close: async () => undefined,
    preferences: {
      languageOf: async personId => languages.get(personId),
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
      record: async entry => {
        entries.push(entry);
      },
    },
  };
}
