import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jobKinds } from '../../src/app/jobs.ts';
import type { Overrides } from '../../src/app.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import type { SentActivity } from '../fakes/connector.ts';
import { official, type Place } from '../fakes/payloads.ts';
import { freshFolder } from '../store/folders.ts';
import { type Answered, type Bot, homeTenant, startBot, type Visitor } from './bot.ts';
import { buttonsOf, type CardPart, textOf } from './card.ts';

/** A mission and three desks with their people and channels, on the whole bot and an embedded database. */
export interface Ministry {
  readonly bot: Bot;
  readonly store: Store;
  readonly people: Readonly<Record<Name, Visitor>>;
  readonly channels: Readonly<Record<Channel, Place>>;
  /** Everything that the bot has posted in a person's chat or a channel with its threads, oldest first. */
  posted(place: Place): readonly SentActivity[];
  /** Waits until the bot has posted something of which this is true; gives the newest such. */
  until(place: Place, wanted: (activity: SentActivity) => boolean): Promise<SentActivity>;
  stop(): Promise<void>;
}

const names = ['amara', 'luc', 'mei', 'claire', 'david', 'omar', 'sofia'] as const;
type Name = (typeof names)[number];
const channelNames = ['mission', 'rights', 'consular'] as const;
type Channel = (typeof channelNames)[number];

const channelPlace = (name: string): Place => ({
  kind: 'channel',
  conversationId: `19:${name}${'0'.repeat(24)}@thread.tacv2`,
});

/**
 * @param locales of people who do not read English
 * @param environment what differs from production; forms are cards in the chat unless it says otherwise
 */
export async function startMinistry(
  overrides: Omit<Overrides, 'memory'> = {},
  locales: Partial<Record<Name, string>> = {},
  environment: Readonly<Record<string, string>> = {},
): Promise<Ministry> {
  const folder = await freshFolder();
  const officials = Object.fromEntries(
    names.map(name => [
      name,
      official(`${name[0]?.toUpperCase()}${name.slice(1)}`, locales[name] ?? 'en-CA'),
    ]),
  );
  const channels = Object.fromEntries(
    channelNames.map(name => [name, channelPlace(name)]),
  ) as Ministry['channels'];
  const idOf = (channel: Channel) => channels[channel].conversationId;
  const directory = `
people:
${names.map(name => `  ${name}: { id: ${officials[name]?.aadObjectId}, name: ${officials[name]?.name} }`).join('\n')}
missions:
  - { id: bogota, name: { en: Bogotá, fr: Bogota }, timeZone: America/Bogota, head: luc, dutyOfficer: mei, officials: [amara], channel: '${idOf('mission')}' }
desks:
  - { id: human-rights, role: human-rights, name: { en: Human rights desk, fr: Droits de la personne }, timeZone: America/Toronto, head: david, dutyOfficer: claire, channel: '${idOf('rights')}' }
  - { id: consular, role: consular, name: { en: Consular operations, fr: Opérations consulaires }, timeZone: America/Toronto, language: fr, head: omar, dutyOfficer: omar, officials: [claire], channel: '${idOf('consular')}' }
  - { id: geographic, role: geographic, name: { en: Geographic branch, fr: Secteur géographique }, timeZone: America/Toronto, head: sofia, dutyOfficer: sofia }
`;
  const file = join(folder, 'directory.yaml');
  writeFileSync(file, directory);
  const store = await openStore({ dataDir: folder, jobs: jobKinds });
  const bot = await startBot(
    { ...overrides, memory: store },
    {
      DIRECTORY_FILE: file,
      TEAMS_DIALOGS: 'off',
      ...environment,
    },
  );
  const people = {} as Record<Name, Visitor>;
  for (const name of names) people[name] = bot.meet(officials[name] ?? name);
  bot.connector.populate(
    channels.rights.conversationId,
    (['claire', 'david', 'omar'] as const).map(name => ({
      ...people[name].who,
      tenantId: homeTenant,
      userRole: 'user',
    })),
  );
  for (const place of Object.values(channels)) await people.claire.installs(place);
  for (const person of Object.values(people)) await person.installs();

  const posted = ({ conversationId }: Place) =>
    bot.connector.held
      .filter(one => one.conversationId.split(';')[0] === conversationId)
      .map(({ activity }) => activity);
  return {
    bot,
    store,
    people,
    channels,
    posted,
    until: async (place, wanted) => {
      const deadline = Date.now() + 15_000;
      for (;;) {
        const found = posted(place).findLast(wanted);
        if (found) return found;
        if (Date.now() > deadline)
          throw new Error(`not posted; there is:\n${JSON.stringify(posted(place), null, 1)}`);
        await new Promise(resolve => setTimeout(resolve, 30));
      }
    },
    stop: async () => {
      await bot.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The card of an activity, or the one that an answer to a press shows. */
export function cardOf(from: SentActivity | Answered): CardPart {
  if (!('status' in from)) return from.attachments?.[0]?.content as CardPart;
  const card = from.body?.value?.type === 'AdaptiveCard' ? from.body.value : undefined;
  if (!card) throw new Error(`no card, but: ${JSON.stringify(from.body ?? from.messages)}`);
  return card;
}

/** The card with these words among what came for something typed: messages of the outbox may arrive in between. */
export function cardSaying(answer: Answered, words: string): CardPart {
  const found = answer.messages.find(({ attachments }) => textOf(attachments).includes(words));
  if (!found) throw new Error(`no card says “${words}”: ${JSON.stringify(answer.messages)}`);
  return cardOf(found);
}

/** Everything that came for something typed, as text. */
export function saidIn({ messages }: Answered): string {
  return messages.map(({ text, attachments }) => `${text ?? ''}\n${textOf(attachments)}`).join('\n');
}

/** A button of a card by its verb, with what is typed in the card's fields. */
export function filled(
  card: CardPart,
  verb: string,
  inputs: Readonly<Record<string, unknown>> = {},
): CardPart {
  const button = buttonsOf(card).find(one => one.verb === verb);
  if (!button) {
    throw new Error(
      `no button “${verb}” among ${buttonsOf(card)
        .map(one => one.verb)
        .join(', ')}`,
    );
  }
  return { ...button, data: { ...(button.data as object), ...inputs } };
}

/** What the person who pressed is told instead of a card. */
export function noticeOf({ body }: Answered): string {
  return typeof body?.value === 'string' ? body.value : '';
}

/** The same, also where the card says it together with what the person had begun. */
export function toldIn(answer: Answered): string {
  return noticeOf(answer) || textOf(answer.body?.value);
}
