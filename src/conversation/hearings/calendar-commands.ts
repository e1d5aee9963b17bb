import { codeNameOf } from '../../hearings/hearing.ts';

/** Whose hearings are asked for; a name is a mission's or a case's. */
export type ListAsked =
  | { readonly of: 'me' | 'here' | 'my-mission' }
  | { readonly of: 'named'; readonly name: string };

/** What a typed message asks of the calendar. */
export type CalendarCommand =
  | { readonly kind: 'list'; readonly asked: ListAsked }
  | { readonly kind: 'case'; readonly caseName: string }
  | { readonly kind: 'hearing'; readonly hearing: string }
  /** What stands behind the command, as it was typed; empty asks for the form. */
  | { readonly kind: 'add-hearing'; readonly text: string }
  | { readonly kind: 'edit-hearing'; readonly hearing: string }
  | { readonly kind: 'adjourn-hearing'; readonly hearing: string; readonly when: string }
  | { readonly kind: 'cancel-hearing'; readonly hearing: string; readonly reason: string }
  | { readonly kind: 'hearing-help' }
  /** A command about one hearing that names none. */
  | { readonly kind: 'which-hearing' };

const end = String.raw`[\s.!?]*$`;
const pattern = (source: string) => new RegExp(`^\\/?(?:${source})${end}`, 'iu');

const name = String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}’'. -]{0,59}?`;
const reference = String.raw`(?<reference>hrg[\s-]*\d{4}[\s-]*\d{1,7})`;
const about = String.raw`(?:\s+(?:the\s+)?hearing|\s+(?:l[’']\s*)?audience)?[\s:]+${reference}`;

const list = pattern(
  `(?:(?:my|our|upcoming|next) )?hearings(?: (?:(?<linked>for|of|in|at) )?(?<whose>${name}))?`,
);
const listFr = pattern(
  `(?:(?:les|mes|nos) )?audiences(?: à venir)?(?: (?:(?<linked>de la|de l[’']|des|de|d[’']|du|pour|à|en) ?)?(?<whose>${name}))?`,
);
const caseView = pattern(`(?:case|affaire|cas|dossier) (?<name>${name})`);
const view = pattern(
  String.raw`(?:(?:show|open|voir|ouvrir)\s+)?(?:(?:hearing|(?:l[’']\s*)?audience)[\s:]+)?${reference}`,
);
const add =
  /^\/?(?:add|new|enter|ajouter|inscrire|nouvelle)\s+(?:an?\s+|une\s+|l[’'])?(?:hearing|audience)(?:[\s:,-]+(?<text>.*))?$/iu;
const edit = pattern(`(?:edit|change|correct|modifier|corriger)${about}`);
const adjourn = pattern(
  String.raw`(?:adjourn|postpone|move|ajourner|reporter|remettre|déplacer)${about}(?:[\s,:]+(?:(?:to(?! be )|until|till|au|à(?! \p{L}+er$)|jusqu[’']au)\s+)?(?<when>.{1,200}?))?`,
);
const cancel = new RegExp(
  String.raw`^\/?(?:cancel|call off|annuler)${about}(?:[\s,:;.–-]+(?:(?:because|reason|parce que?|car|motif|au motif que?)[\s:’']+)?(?<reason>.{1,1000}))?$`,
  'iu',
);
const nameless = pattern(
  `(?:edit|change|adjourn|postpone|cancel|show|modifier|ajourner|reporter|annuler|voir) (?:an? |the |une |l[’'])?(?:hearing|audience)`,
);

const help = pattern(
  '(?:help|aide)(?: (?:on|about|with|sur|pour))? (?:hearings?|(?:les )?audiences?)|hearings? help',
);

const me = /^(?:me|moi|mine)$/iu;
const here = /^(?:here|ici|this (?:channel|chat|group)|ce canal|cette conversation|ce groupe)$/iu;
const myMission = /^(?:(?:my|our) mission|ma mission|notre mission|mission)$/iu;

/** Reads a message as a command about the calendar; undefined for everything else. */
export function readCalendarCommand(text: string): CalendarCommand | undefined {
  if (help.test(text)) return { kind: 'hearing-help' };
  const listed = list.exec(text) ?? listFr.exec(text);
  const asked = listed && whose(listed.groups ?? {}, text);
  if (asked) return { kind: 'list', asked };
  const added = add.exec(text);
  if (added) return { kind: 'add-hearing', text: (added.groups?.text ?? '').trim() };
  const viewed = referenceIn(view.exec(text));
  if (viewed) return { kind: 'hearing', hearing: viewed };
  const edited = referenceIn(edit.exec(text));
  if (edited) return { kind: 'edit-hearing', hearing: edited };
  const adjourned = adjourn.exec(text);
  const moved = referenceIn(adjourned);
  if (moved) {
    return { kind: 'adjourn-hearing', hearing: moved, when: (adjourned?.groups?.when ?? '').trim() };
  }
  const cancelled = cancel.exec(text);
  const ended = referenceIn(cancelled);
  if (ended) {
    return { kind: 'cancel-hearing', hearing: ended, reason: (cancelled?.groups?.reason ?? '').trim() };
  }
  if (nameless.test(text)) return { kind: 'which-hearing' };
  const named = caseView.exec(text)?.groups?.name;
  // Code names are written in capitals: "case law" is a question.
  if (named !== undefined && named === named.toUpperCase() && codeNameOf(named)) {
    return { kind: 'case', caseName: named };
  }
  return undefined;
}

/** Undefined when what stands behind the word is no name: "hearings we should attend" is a question. */
function whose(groups: Readonly<Record<string, string | undefined>>, text: string): ListAsked | undefined {
  const { whose: typed, linked } = groups;
  if (typed === undefined) return { of: /^\/?(?:my|mes)\b/iu.test(text) ? 'me' : 'here' };
  if (me.test(typed)) return { of: 'me' };
  if (here.test(typed)) return { of: 'here' };
  if (myMission.test(typed)) return { of: 'my-mission' };
  const isName = typed === typed.toUpperCase() || (linked !== undefined && typed.split(' ').length <= 3);
  return isName ? { of: 'named', name: typed } : undefined;
}

/** `hrg 2026 42` is HRG-2026-0042. */
function referenceIn(match: RegExpExecArray | null): string | undefined {
  const [, year, number] = /(\d{4})[\s-]*(\d{1,7})$/u.exec(match?.groups?.reference ?? '') ?? [];
  return year && number ? `HRG-${year}-${number.padStart(4, '0')}` : undefined;
}
