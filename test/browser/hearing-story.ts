import { translatorFor } from '../../src/i18n/translator.ts';
import { type BothSides, type Differences, openBothSides } from './both-sides.ts';

/** Where the mission in Bogotá reads its reminders. */
export const missionChannel = 'Mission - Human rights';

/** What people type about the trial of HERON, and what they read then. */
const typed = {
  en: {
    language: 'language English',
    follow: 'follow case HERON',
    followed: 'Now followed here: case HERON',
    feed: 'calendar feed',
    add: 'add hearing HERON trial in Bogotá, Juzgado 3, 15 March at 9:30',
  },
  fr: {
    language: 'langue français',
    follow: 'suivre l’affaire HERON',
    followed: 'Désormais suivi ici : l’affaire HERON',
    feed: 'flux de calendrier',
    add: 'ajouter une audience HERON procès à Bogota, Juzgado 3, 15 mars à 9 h 30',
  },
} as const;

/** The playground at a time of its own, and how every story about hearings begins. */
export interface HearingStory extends BothSides {
  /** Moves the clock of the bot, which then goes on; what comes due until then is done. */
  moveTo(instant: string): void;
  /** Lets the official's own chat and the mission's channel follow HERON; the channel stays open. */
  follow(): Promise<void>;
  /** Asks for the feed of the official's own calendar in their chat; gives what reads it, its lines unfolded. */
  openFeed(): Promise<() => Promise<string>>;
  /** Enters the trial of HERON in the official's own chat, which stays open; gives what was read back, and its reference. */
  add(): Promise<{ readonly readBack: string; readonly reference: string }>;
}

/** Opens the playground on Monday, 1 March 2027, in one language for everybody. */
export async function openHearingStory(differences: Differences = {}): Promise<HearingStory> {
  const { language = 'en' } = differences;
  let ahead = 0;
  const moveTo = (instant: string) => {
    ahead = Date.parse(instant) - Date.now();
  };
  moveTo('2027-03-01T12:00:00Z');
  const sides = await openBothSides({ ...differences, now: () => new Date(Date.now() + ahead) });
  const { mission } = sides;
  const says = typed[language];
  const t = translatorFor(language);
  await mission.say(says.language);
  await mission.sees(t('language.changed'));
  return {
    ...sides,
    moveTo,
    follow: async () => {
      await mission.openChat('Personal Chat');
      await mission.say(says.follow);
      await mission.sees(says.followed);
      await mission.openChat(missionChannel);
      await mission.say(says.follow, { mention: true });
      await mission.sees(says.followed);
    },
    openFeed: async () => {
      await mission.openChat('Personal Chat');
      await mission.say(says.feed);
      const address = mission.page.getByText(/http\S+?\.ics/).last();
      const feed = /http\S+?\.ics/.exec((await address.textContent()) ?? '')?.[0] ?? '';
      return async () => (await (await fetch(feed)).text()).replace(/\r\n[ \t]/g, '');
    },
    add: async () => {
      await mission.openChat('Personal Chat');
      await mission.say(says.add);
      const read = mission.card(t('hearing.check.title'));
      await read.waitFor();
      const readBack = (await read.textContent()) ?? '';
      await read.getByRole('button', { name: t('hearing.check.keep.add') }).click();
      const kept = mission.card(t('hearing.kept.add'));
      await kept.waitFor();
      const reference = /HRG-\d{4}-\d{4}/.exec((await kept.textContent()) ?? '')?.[0];
      if (reference === undefined) throw new Error('the card of the hearing shows no reference');
      return { readBack, reference };
    },
  };
}
