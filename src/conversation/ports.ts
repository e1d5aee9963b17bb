import type { Language } from '../i18n/language.ts';

/** The language each person chose. */
export interface Preferences {
  languageOf(personId: string): Promise<Language | undefined>;
  chooseLanguage(personId: string, language: Language): Promise<void>;
}

/** Who has been welcomed. */
export interface Welcomes {
  /** True exactly once for each id, ever; later and simultaneous claims get false. */
  claim(id: string): Promise<boolean>;
}

/** What people thought of the passages shown to them: never who, never the question. */
export interface Feedback {
  /** @param press what makes the press of the button this one: the same press again changes nothing */
  record(entry: FeedbackEntry, press: string): Promise<void>;
}

export interface FeedbackEntry {
  readonly verdict: 'up' | 'down';
  readonly edition: string;
  readonly passageIds: readonly string[];
  readonly language: Language;
  readonly at: Date;
}

/** A language model, where the ministry has configured one. */
export interface LanguageModel {
  /**
   * @param prompt the rules for the model, and the data that they speak of
   * @returns what it wrote, to be believed in nothing
   * @throws Error when it gives no answer
   */
  complete(
    prompt: { readonly instructions: string; readonly input: string },
    signal: AbortSignal,
  ): Promise<string>;
}
