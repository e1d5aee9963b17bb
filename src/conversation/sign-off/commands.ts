import type { ListName } from './press-data.ts';

/** What a typed message asks of sign-off. */
export type SignOffCommand =
  | { readonly kind: 'request-sign-off'; readonly about: string }
  | { readonly kind: 'urgent-action' }
  | { readonly kind: 'requests'; readonly list: ListName; readonly words: string }
  | { readonly kind: 'request-status'; readonly reference: string | undefined }
  | { readonly kind: 'link-channel'; readonly unit: 'desk' | 'mission'; readonly id: string }
  | { readonly kind: 'delegate'; readonly name: string; readonly until: string }
  | { readonly kind: 'delegate-how' }
  | { readonly kind: 'end-delegation' };

const end = String.raw`[\s.!?]*$`;
const pattern = (source: string) => new RegExp(`^\\/?${source}${end}`, 'iu');

const request = pattern(
  String.raw`(?:request sign-?off|sign-?off request|ask (?:hq|headquarters) for sign-?off|demander (?:un |l[’'])aval|demande d[’']aval)(?:\s+(?:for|about|pour|sur)\b)?[\s:,-]*(?<about>[\p{L} -]{0,60}?)`,
);
const urgent = pattern('(?:urgent action taken|(?:mesure|action) urgente (?:déjà )?prise)');
const mine = pattern('(?:my requests|mes demandes)');
const mission = pattern(
  `(?:requests of my mission|my mission[’']s requests|mission requests|(?:les )?demandes de ma mission)`,
);
const waiting = pattern(`(?:waiting for me|en attente de moi|qui m[’']attendent)`);
const status = pattern(
  String.raw`(?:status|statut|state|état)(?:\s+(?:of|de))?(?:\s+(?<reference>esc[\s-]*\d{4}[\s-]*\d{1,6}))?`,
);
const bare = pattern(String.raw`(?<reference>esc[\s-]*\d{4}[\s-]*\d{1,6})`);
const find = pattern(
  String.raw`(?:(?:find|search) requests?(?: for)?|(?:trouver|chercher) (?:une |la |les )?demandes?(?: pour)?)[\s:]+(?<words>[\p{L}\p{N}][\p{L}\p{M}\p{N} .-]{0,39})`,
);
const link = pattern(
  String.raw`(?:link this (?:channel|chat) to (?:the )?(?:(?<desk>desk)|(?<mission>mission))|(?:lier|rattacher) (?:ce canal|cette conversation) à la (?:(?<direction>direction)|(?<poste>mission)))[\s:]+(?<id>[\p{L}\p{N}][\p{L}\p{M}\p{N}’' ().-]{0,60})`,
);
const delegate = pattern(
  String.raw`(?:delegate to|déléguer à)\s+(?<name>[\p{L}\p{M}’' .-]{2,80}?)\s+(?:until|till|jusqu[’']au)\s+(?<until>\d{4}-\d{2}-\d{2})`,
);
const delegateHow = pattern(String.raw`(?:delegate|déléguer)(?:\s+(?:to|à)\b.{0,80})?`);
const endDelegation = pattern('(?:end (?:my )?delegation|(?:mettre )?fin (?:à|de) (?:ma |la )?délégation)');

/**
 * Reads a message as a command about sign-off, in either language; undefined for everything else, which is a question.
 *
 * @param text normalised and trimmed
 */
export function readSignOffCommand(text: string): SignOffCommand | undefined {
  const asked = request.exec(text)?.groups;
  if (asked) return { kind: 'request-sign-off', about: (asked.about ?? '').trim() };
  if (urgent.test(text)) return { kind: 'urgent-action' };
  if (mine.test(text)) return { kind: 'requests', list: 'mine', words: '' };
  if (mission.test(text)) return { kind: 'requests', list: 'mission', words: '' };
  if (waiting.test(text)) return { kind: 'requests', list: 'waiting', words: '' };
  const found = find.exec(text)?.groups;
  if (found) return { kind: 'requests', list: 'search', words: (found.words ?? '').trim() };
  const named = (status.exec(text) ?? bare.exec(text))?.groups;
  if (named) return { kind: 'request-status', reference: readReference(named.reference) };
  const linked = link.exec(text)?.groups;
  if (linked) {
    const unit = (linked.desk ?? linked.direction) ? 'desk' : 'mission';
    return { kind: 'link-channel', unit, id: (linked.id ?? '').trim() };
  }
  if (endDelegation.test(text)) return { kind: 'end-delegation' };
  const delegated = delegate.exec(text)?.groups;
  if (delegated) {
    return { kind: 'delegate', name: (delegated.name ?? '').trim(), until: delegated.until ?? '' };
  }
  return delegateHow.test(text) ? { kind: 'delegate-how' } : undefined;
}

/** `esc 2026 42` is ESC-2026-0042. */
function readReference(text: string | undefined): string | undefined {
  const [, year, number] = /(\d{4})[\s-]*(\d{1,6})$/u.exec(text ?? '') ?? [];
  return year && number ? `ESC-${year}-${number.padStart(4, '0')}` : undefined;
}
