import { type Offset, offsetOf } from '../../hearings/reminder.ts';
import { type Language, languageNamed } from '../../i18n/language.ts';

/** What is to be followed, as it was typed. */
export interface TargetTyped {
  /** Absent when only a name was typed. */
  readonly kind?: 'case' | 'mission';
  readonly name: string;
}

/** What a typed message asks about following cases and missions. */
export type FollowCommand =
  | { readonly kind: 'follow' | 'unfollow'; readonly target: TargetTyped }
  | { readonly kind: 'following' }
  /** Without a target: who follows what. */
  | { readonly kind: 'who-follows'; readonly target?: TargetTyped }
  /** Undefined when what was typed is no list of times. */
  | { readonly kind: 'remind-at'; readonly offsets: readonly Offset[] | 'usual' | undefined }
  | { readonly kind: 'reminder-zone'; readonly place: string }
  | { readonly kind: 'reminder-language'; readonly language: Language }
  | { readonly kind: 'digest'; readonly on: boolean }
  | { readonly kind: 'feed'; readonly ask: 'give' | 'renew' | 'revoke' }
  | { readonly kind: 'month' };

const end = String.raw`[\s.!?]*$`;
const pattern = (source: string) => new RegExp(`^\\/?(?:${source})${end}`, 'iu');

const target = String.raw`(?:the |la |l[’']|le )?(?:(?:(?<case>case|affaire|dossier|cas)|(?<mission>mission))(?![\p{L}\p{M}\p{N}]))?[\s:]*(?:(?:in|of|de|d[’'])\s+)?(?<name>[\p{L}\p{N}][\p{L}\p{M}\p{N}’' -]{0,59}?)`;
const follow = pattern(`(?:follow|suivre|suivez) ${target}`);
const unfollow = pattern(
  `(?:unfollow|stop following|ne plus suivre|cesser de suivre|cessez de suivre) ${target}`,
);
const following = pattern(
  `(?:what (?:do|are) (?:we|i|you) follow(?:ing)?(?: here)?|following|follows|que suivons[- ]nous(?: ici)?|qu[’']est-ce (?:que nous suivons|qu[’']on suit)|qu(?:e|[’'])\\s*(?:est-ce que je|je) suis|suivis)`,
);
const whoFollowsWhat = pattern("who(?: is|[’']s)? follow(?:s|ing)? what|qui suit quoi");
const whoFollows = pattern(`(?:who(?: is|[’']s)? follow(?:s|ing)?|qui suit) ${target}`);
/** "remind me which …" asks what the guidelines say. */
const remindAt =
  /^\/?(?:remind (?:us|me|this (?:channel|chat))|reminders|rappele[rz][- ](?:nous|moi)|rappels)(?: at)?(?![\s:]+(?:(?:what|which|who|whose|how|why|where|when|whether|if|about|quel(?:le)?s?|qui|que|comment|combien|pourquoi|où|quand|si|ce que)(?!\p{L})|(?:ce )?qu[’']))[\s:]+(?<times>.{1,120})$/iu;
const language = pattern(
  String.raw`(?:(?:remind (?:us|me)|reminders) in|(?:rappele[rz][- ](?:nous|moi)|rappels) en)\s+(?<language>[\p{L}]{2,20})`,
);
const zone = pattern(
  String.raw`(?:(?:reminder )?time ?zone|fuseau(?: horaire)?)(?: (?:of|for|de|d[’']))?[\s:]+(?<place>[\p{L}\p{M}\p{N}’'_,/. -]{2,80}?)`,
);
const digest = pattern(
  `(?:(?:weekly )?digest|résumé(?: hebdomadaire)?|bulletin(?: hebdomadaire)?)\\s+(?:(?<on>on|yes|oui|activé)|(?<off>off|no|non|désactivé))`,
);
const feedNames = '(?:(?:my |our |the )?calendar feed|(?:le )?flux (?:du|de) calendrier)';
const feeds = {
  renew: pattern(`(?:(?:renew|renouveler) ${feedNames}|${feedNames} (?:renew|renouveler))`),
  revoke: pattern(
    `(?:(?:revoke|stop|révoquer|arrêter) ${feedNames}|${feedNames} (?:revoke|stop|révoquer|arrêter))`,
  ),
  give: pattern(feedNames),
};
const month = pattern('(?:month(?: view)?|calendar|(?:la )?vue du mois|calendrier)');

/** Reads a message as a command about following; undefined for everything else. */
export function readFollowCommand(text: string): FollowCommand | undefined {
  const unfollowed = unfollow.exec(text)?.groups;
  if (isName(unfollowed)) return { kind: 'unfollow', target: targetIn(unfollowed) };
  const followed = follow.exec(text)?.groups;
  if (isName(followed)) return { kind: 'follow', target: targetIn(followed) };
  if (following.test(text)) return { kind: 'following' };
  if (whoFollowsWhat.test(text)) return { kind: 'who-follows' };
  const asked = whoFollows.exec(text)?.groups;
  if (isName(asked)) return { kind: 'who-follows', target: targetIn(asked) };
  const spoken = languageNamed(language.exec(text)?.groups?.language ?? '');
  if (spoken) return { kind: 'reminder-language', language: spoken };
  const times = remindAt.exec(text)?.groups?.times;
  if (times !== undefined) return { kind: 'remind-at', offsets: offsetsIn(times) };
  const place = zone.exec(text)?.groups?.place;
  if (place !== undefined) return { kind: 'reminder-zone', place };
  const switched = digest.exec(text)?.groups;
  if (switched) return { kind: 'digest', on: switched.on !== undefined };
  for (const ask of ['renew', 'revoke', 'give'] as const)
    if (feeds[ask].test(text)) return { kind: 'feed', ask };
  return month.test(text) ? { kind: 'month' } : undefined;
}

type Groups = Record<string, string | undefined>;

/** Whether what stands behind the word is short enough for a name: "suivre un procès est-il utile" is a question. */
function isName(groups: Groups | undefined): groups is Groups {
  if (!groups) return false;
  const { name = '' } = groups;
  return (groups.case ?? groups.mission) !== undefined || name.split(' ').length <= 3;
}

function targetIn({ name = '', ...groups }: Groups): TargetTyped {
  if (groups.case !== undefined) return { kind: 'case', name };
  return groups.mission === undefined ? { name } : { kind: 'mission', name };
}

const time =
  /(?<count>\d{1,2})\s*(?<unit>weeks?|w|semaines?|sem|days?|d|jours?|j|hours?|heures?|h)(?!\p{L})/giu;
const usual = /^(?:as )?(?:usual|default|d[’']habitude|par défaut)[\s.!?]*$/iu;

/** `7 d, 1 d`, `a week`-long words are not read; `7 jours, 1 jour et 1 h avant` is. */
function offsetsIn(text: string): readonly Offset[] | 'usual' | undefined {
  if (usual.test(text)) return 'usual';
  const rest = text
    .replace(time, ' ')
    .replace(/(?<!\p{L})(?:and|et|before|avant|the hearing|l[’']audience)(?!\p{L})/giu, ' ');
  if (/[\p{L}\p{N}]/u.test(rest)) return undefined;
  const offsets = [...text.matchAll(time)].map(({ groups }) => {
    const unit = (groups?.unit ?? '').toLowerCase();
    const count = Number(groups?.count);
    if (/^(?:w|s)/.test(unit)) return offsetOf(`${count * 7}d`);
    return offsetOf(`${count}${unit.startsWith('h') ? 'h' : 'd'}`);
  });
  const read = offsets.filter(offset => offset !== undefined);
  return read.length > 0 && read.length === offsets.length ? [...new Set(read)] : undefined;
}
