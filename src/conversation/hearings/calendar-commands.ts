import { codeNameOf } from '../../hearings/hearing.ts';

/** Whose hearings are asked for; a name is a mission's or a case's. */
export type ListAsked =
  | { readonly of: 'me' | 'here' | 'my-mission' }
  | { readonly of: 'named'; readonly name: string };

/** What a typed message asks of the calendar. */
export type CalendarCommand =
  | { readonly kind: 'list'; readonly asked: ListAsked }
  | { readonly kind: 'case'; readonly caseName: string };

const end = String.raw`[\s.!?]*$`;
const pattern = (source: string) => new RegExp(`^\\/?${source}${end}`, 'iu');

const name = String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}’'. -]{0,59}?`;
const list = pattern(`(?:(?:my|our|upcoming|next) )?hearings(?: (?:(?:for|of|in|at) )?(?<whose>${name}))?`);
const listFr = pattern(
  `(?:(?:les|mes|nos) )?audiences(?: à venir)?(?: (?:(?:de la|de l[’']|des|de|d[’']|du|pour|à|en) ?)?(?<whose>${name}))?`,
);
const caseView = pattern(`(?:case|affaire|cas|dossier) (?<name>${name})`);

const me = /^(?:me|moi|mine)$/iu;
const here = /^(?:here|ici|this (?:channel|chat|group)|ce canal|cette conversation|ce groupe)$/iu;
const myMission = /^(?:(?:my|our) mission|ma mission|notre mission|mission)$/iu;

/** Reads a message as a command about the calendar; undefined for everything else. */
export function readCalendarCommand(text: string): CalendarCommand | undefined {
  const listed = list.exec(text) ?? listFr.exec(text);
  if (listed) return { kind: 'list', asked: whose(listed.groups?.whose, text) };
  const named = caseView.exec(text)?.groups?.name;
  // Code names are written in capitals: "case law" is a question.
  if (named !== undefined && named === named.toUpperCase() && codeNameOf(named)) {
    return { kind: 'case', caseName: named };
  }
  return undefined;
}

function whose(typed: string | undefined, text: string): ListAsked {
  if (typed === undefined) return { of: /^\/?(?:my|mes)\b/iu.test(text) ? 'me' : 'here' };
  if (me.test(typed)) return { of: 'me' };
  if (here.test(typed)) return { of: 'here' };
  if (myMission.test(typed)) return { of: 'my-mission' };
  return { of: 'named', name: typed };
}
