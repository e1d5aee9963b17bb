import type { GuidanceBeside } from '../../cards/inquiries/guidance-words.ts';
import type { DirectoryNow } from '../../directory/open.ts';
import type { Guidance } from '../../guidelines/guidance.ts';
import type { FindGuidance } from '../../guidelines/guidance-ranking.ts';
import type { Language } from '../../i18n/language.ts';
import type { GuidanceLedger } from '../../inquiries/ports.ts';
import type { Log } from '../../shared/log.ts';

/** HQ guidance that goes beside an answer. It never throws: an answer stands without it. */
export interface Beside {
  /** What Headquarters has said to a question like this one. */
  to(question: string, language: Language): Promise<GuidanceBeside | undefined>;
  /** What a card showed, if it is still in force. */
  named(reference: string, language: Language): Promise<GuidanceBeside | undefined>;
  /** Reads again at the next question: something was published or revoked here. */
  forget(): void;
}

export interface BesideParts {
  readonly ledger: Pick<GuidanceLedger, 'inForce'>;
  readonly learn: (inForce: readonly Guidance[]) => FindGuidance;
  readonly directory: DirectoryNow;
  readonly log: Log;
  readonly now: () => Date;
}

/** What another bot publishes or revokes is noticed so much later, in milliseconds. */
const believedFor = 10_000;

/** Keeps at hand what is in force, so that a question need not ask the database. */
export function createBeside({ ledger, learn, directory, log, now }: BesideParts): Beside {
  let inForce: readonly Guidance[] = [];
  let find: FindGuidance = () => undefined;
  let readAt = Number.NEGATIVE_INFINITY;
  let changes = 0;

  async function read(): Promise<void> {
    const time = now().getTime();
    if (time - readAt < believedFor) return;
    const before = changes;
    const found = await ledger.inForce();
    // What was read may be from before the change: it must not be believed, least of all what was revoked.
    if (changes !== before) return read();
    readAt = time;
    // A revision of the same guidance does not exist: what its reference says stays what it said.
    if (namesOf(found) === namesOf(inForce)) return;
    inForce = found;
    find = learn(found);
  }

  async function carefully(
    choose: () => Guidance | undefined,
    language: Language,
  ): Promise<GuidanceBeside | undefined> {
    try {
      await read();
      const guidance = choose();
      if (!guidance) return undefined;
      const desk = (await directory()).desk(guidance.desk)?.name[language] ?? guidance.desk;
      return { guidance, desk };
    } catch (error) {
      log.error({ error }, 'guidance cannot be read: answers go without it');
      return undefined;
    }
  }

  return {
    to: (question, language) => carefully(() => find(question, language), language),
    named: (reference, language) =>
      carefully(() => inForce.find(one => one.reference === reference), language),
    forget: () => {
      changes += 1;
      readAt = Number.NEGATIVE_INFINITY;
    },
  };
}

function namesOf(all: readonly Guidance[]): string {
  return all.map(({ reference }) => reference).join(' ');
}
