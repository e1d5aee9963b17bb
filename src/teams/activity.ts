import { z } from 'zod';
import type { AttachedFile, Incoming, Turn } from '../conversation/incoming.ts';
import { languageOfLocale } from '../i18n/language.ts';
import type { Origin } from './gate.ts';
import { pressKey } from './repeats.ts';

const text = z.string().max(1000);
const entity = z.object({
  type: text,
  text: text.optional(),
  mentioned: z.object({ id: text }).optional(),
  locale: text.optional(),
  timezone: text.optional(),
});
/** Levels of what a card's button carries at most, a person's message with its cards among it. */
const deepest = 100;
/** What is nested deeper is as good as none: not everything that walks over it would come back. */
const value = z.unknown().transform(given => (isDeeperThan(deepest, given) ? undefined : given));

/** The parts of a Bot Framework activity that Vigil reads; everything else is passed over. */
const activitySchema = z.object({
  type: z.string().min(1).max(100),
  id: text.optional(),
  name: text.optional(),
  channelId: text,
  serviceUrl: text,
  from: z.object({ id: text.min(1), aadObjectId: text.nullish(), name: text.nullish() }),
  recipient: z.object({ id: text.min(1) }),
  conversation: z.object({
    id: text.min(1),
    conversationType: text.optional(),
    tenantId: text.optional(),
  }),
  channelData: z
    .object({ tenant: z.object({ id: text }).optional(), channel: z.object({ id: text }).nullish() })
    .nullish(),
  locale: text.nullish(),
  text: z.string().nullish(),
  entities: z
    .array(z.unknown())
    .catch([])
    .optional()
    // Teams adds kinds of entities as it grows: one that is strange must not hide the mention beside it.
    .transform(all => (all ?? []).flatMap(one => entity.safeParse(one).data ?? [])),
  attachments: z
    .array(z.object({ contentType: text.nullish(), name: text.nullish(), content: z.unknown().optional() }))
    .nullish(),
  membersAdded: z.array(z.object({ id: text })).nullish(),
  action: text.nullish(),
  replyToId: text.nullish(),
  value: value.optional(),
});
export type Activity = z.infer<typeof activitySchema>;

const press = z.object({
  action: z.object({ verb: z.string().max(200).optional(), data: z.unknown().optional() }),
  trigger: z.string().nullish(),
});
const submit = z.object({ verb: z.string().max(200) }).loose();
const query = z.object({
  parameters: z.array(z.object({ name: z.string().optional(), value: z.unknown().optional() })).default([]),
  queryOptions: z
    .object({
      skip: z.number().int().min(0).catch(0).default(0),
      count: z.number().int().min(1).catch(25).default(25),
    })
    .optional(),
});

/** Source: Microsoft, "Send and receive files": what a bot gets for a file that a person uploads in a personal chat. */
const fileContent = z.object({ downloadUrl: z.url({ protocol: /^https?$/ }).max(4000) });
const fileType = 'application/vnd.microsoft.teams.file.download.info';

/** Source: Microsoft, "Build action commands for message extensions". */
const messageAction = z.object({
  // The local test client leaves it out unless one is typed.
  commandId: z.string().max(200).nullish(),
  messagePayload: z.object({ body: z.object({ content: z.string().nullish() }).nullish() }).nullish(),
  data: z.unknown().optional(),
});
const dialog = z.object({ data: z.unknown().optional() });

/**
 * Checks that a body is an activity Vigil can work with.
 *
 * @returns the activity, or where it fails (paths only, nothing of the message)
 */
export function parseActivity(
  body: unknown,
): { ok: true; activity: Activity } | { ok: false; reason: string } {
  const parsed = activitySchema.safeParse(body);
  if (parsed.success) return { ok: true, activity: parsed.data };
  const paths = parsed.error.issues.map(issue => issue.path.join('.') || 'body');
  return { ok: false, reason: `not an activity: ${[...new Set(paths)].join(', ')}` };
}

function isDeeperThan(levels: number, given: unknown): boolean {
  if (typeof given !== 'object' || given === null) return false;
  return levels === 0 || Object.values(given).some(inner => isDeeperThan(levels - 1, inner));
}

/** What came out of parsing, found again by the body that the SDK hands on. */
const parsedBodies = new WeakMap<object, Activity>();

/** Notes what a body was parsed to, so that its turn need not parse it again. */
export function rememberParsed(body: unknown, activity: Activity): void {
  if (typeof body === 'object' && body !== null) parsedBodies.set(body, activity);
}

/** The activity of a turn; undefined where it is none that Vigil can work with. */
export function parsedOf(body: object): Activity | undefined {
  const known = parsedBodies.get(body);
  if (known) return known;
  const parsed = parseActivity(body);
  return parsed.ok ? parsed.activity : undefined;
}

export function originOf(activity: Activity): Origin {
  return {
    channelId: activity.channelId,
    serviceUrl: activity.serviceUrl,
    tenantId: activity.channelData?.tenant?.id ?? activity.conversation.tenantId,
  };
}

/**
 * Says in our own words what came in, or nothing where Vigil has no part in it.
 *
 * @param homeTenant the ministry's own; empty in the playground, where everybody is at home
 */
export function toIncoming(activity: Activity, homeTenant = ''): Incoming | undefined {
  const turn = turnOf(activity, homeTenant);
  switch (activity.type) {
    case 'message': {
      const submitted = submit.safeParse(activity.value);
      if (!activity.text && submitted.success) {
        const { verb } = submitted.data;
        return { ...turn, ...pressOf(activity), verb, data: submitted.data };
      }
      return {
        ...turn,
        kind: 'message',
        text: withoutMention(activity),
        // Teams sends what was typed a second time as an HTML attachment.
        hasAttachments: (activity.attachments ?? []).some(({ contentType }) => contentType !== 'text/html'),
        files: filesOf(activity),
      };
    }
    case 'invoke':
      return invoked(activity, turn);
    case 'installationUpdate':
      return activity.action?.startsWith('add') ? { ...turn, kind: 'arrival' } : undefined;
    case 'conversationUpdate':
      return (activity.membersAdded ?? []).length > 0 ? { ...turn, kind: 'arrival' } : undefined;
    default:
      return undefined;
  }
}

function invoked(activity: Activity, turn: Turn): Incoming | undefined {
  if (activity.name === 'adaptiveCard/action') {
    const pressed = press.safeParse(activity.value);
    const { verb, data } = pressed.success ? pressed.data.action : { verb: undefined, data: undefined };
    const automatic = pressed.data?.trigger === 'automatic';
    return { ...turn, ...pressOf(activity), automatic, verb: verb ?? '', data };
  }
  if (activity.name === 'task/fetch' || activity.name === 'task/submit') {
    const { data } = dialog.safeParse(activity.value).data ?? {};
    const kind = activity.name === 'task/fetch' ? 'dialog-open' : 'dialog-submit';
    return { ...turn, kind, data, press: pressKey(activity) };
  }
  if (activity.name === 'composeExtension/fetchTask' || activity.name === 'composeExtension/submitAction') {
    const called = messageAction.safeParse(activity.value);
    if (!called.success) return undefined;
    const { commandId, messagePayload, data } = called.data;
    return {
      ...turn,
      kind: 'message-action',
      ...(commandId ? { command: commandId } : {}),
      about: plainText(messagePayload?.body?.content ?? ''),
      ...(activity.name === 'composeExtension/submitAction' ? { data } : {}),
      press: pressKey(activity),
    };
  }
  if (activity.name === 'composeExtension/query') {
    const { parameters = [], queryOptions } = query.safeParse(activity.value).data ?? {};
    // The local test client leaves the name of the parameter out.
    const typed = parameters.find(({ name }) => name === 'query' || name === undefined)?.value;
    return {
      ...turn,
      kind: 'search',
      text: typeof typed === 'string' ? typed : '',
      skip: queryOptions?.skip ?? 0,
      count: queryOptions?.count ?? 25,
    };
  }
  return undefined;
}

function pressOf(activity: Activity) {
  const { replyToId } = activity;
  const common = { kind: 'press', press: pressKey(activity), automatic: false } as const;
  return replyToId ? { ...common, cardId: replyToId } : common;
}

function filesOf({ attachments }: Activity): AttachedFile[] {
  return (attachments ?? []).flatMap(({ contentType, name, content }) => {
    const file = fileContent.safeParse(content);
    return contentType === fileType && file.success ? [{ name: name ?? '', url: file.data.downloadUrl }] : [];
  });
}

const characters: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  amp: '&',
};

/** A message comes as the HTML that Teams' editor made of it. */
function plainText(html: string): string {
  return html
    .replace(/<(?:br|\/p|\/div|\/li)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(nbsp|lt|gt|quot|#39|amp);/g, (_all, name: string) => characters[name] ?? '')
    .trim();
}

const chatKinds = { personal: 'personal', groupChat: 'group', channel: 'channel' } as const;

function turnOf(activity: Activity, homeTenant: string): Turn {
  const { from, conversation, locale, channelData } = activity;
  const client = activity.entities.find(({ type }) => type === 'clientInfo');
  const told = client?.locale ?? locale ?? undefined;
  const kind = conversation.conversationType ?? 'personal';
  return {
    person: {
      id: from.aadObjectId ?? from.id,
      name: from.name ?? '',
      fromHomeTenant: homeTenant === '' || originOf(activity).tenantId === homeTenant,
      language: languageOfLocale(told),
      ...(client?.timezone ? { timeZone: client.timezone } : {}),
    },
    chat: {
      id: conversation.id,
      kind: Object.hasOwn(chatKinds, kind) ? chatKinds[kind as keyof typeof chatKinds] : 'group',
      ...(kind === 'channel'
        ? { channelId: channelData?.channel?.id ?? conversation.id.split(';messageid=')[0] ?? '' }
        : {}),
    },
  };
}

/** In groups and channels people write "@Vigil question"; the mention is not part of the question. */
function withoutMention({ text: typed, entities, recipient }: Activity): string {
  return entities
    .filter(({ type, mentioned }) => type === 'mention' && mentioned?.id === recipient.id)
    .reduce((rest, { text: mention }) => (mention ? rest.split(mention).join(' ') : rest), typed ?? '')
    .replaceAll('&nbsp;', ' ');
}
