import type { Directory } from '../directory/directory.ts';
import type { FollowerWithSettings } from '../hearings/follow.ts';
import type { Hearing } from '../hearings/hearing.ts';
import type { HearingMessage } from '../hearings/ports.ts';
import type { Offset } from '../hearings/reminder.ts';
import type { Language } from '../i18n/language.ts';

/** What a message about a hearing says; to whom it goes and when is not its business. */
export type Wording = Pick<HearingMessage, 'body'>;

/** What Vigil says of hearings by itself. */
export interface HearingWords {
  reminder(about: {
    readonly hearing: Hearing;
    readonly follower: FollowerWithSettings;
    readonly offset: Offset;
    /** People would have expected it earlier. */
    readonly late: boolean;
    readonly directory: Directory;
    readonly now: Date;
  }): Wording;
  /** To the mission's duty officer: nobody attends yet. */
  seekObserver(about: Personal & { readonly offset: Offset; readonly late: boolean }): Wording;
  /** To somebody on the roster: do they still come? */
  askConfirmation(about: Personal): Wording;
  /** To the lead, to the lead again, to the mission's head. */
  askOutcome(about: Personal & { readonly step: 1 | 2 | 3 }): Wording;
  /** The hearings of the coming week; undefined when there is nothing to say. */
  digest(about: {
    readonly follower: FollowerWithSettings;
    readonly hearings: readonly Hearing[];
    readonly directory: Directory;
    readonly now: Date;
  }): Wording | undefined;
}

/** A question to one person. */
export interface Personal {
  readonly hearing: Hearing;
  readonly person: string;
  readonly language: Language;
  readonly directory: Directory;
  readonly now: Date;
}
