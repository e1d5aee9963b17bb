import type { DeskRole } from '../directory/unit.ts';
import type { Language } from '../i18n/language.ts';

export const urgencies = ['routine', 'urgent', 'immediate'] as const;
export type Urgency = (typeof urgencies)[number];

/** What the policy file says in both languages, so that a ministry can change it without code. */
export type Words = { readonly [language in Language]: string };

/** What the guidelines and the ministry ask of sign-off, as `guidelines/policy.yaml` says it. */
export interface Policy {
  /** Asked by every kind that does not leave them out. */
  readonly safeguards: readonly Question[];
  readonly deadlines: Deadlines;
  /** When routine notices wait, by the desk's own clock. */
  readonly quietHours: QuietHours;
  /** The local time at which desks and missions are told what waits, such as `08:30`. */
  readonly digestAt: string;
  readonly kinds: readonly Kind[];
}

/** One kind of request, such as `detention-visit`. */
export interface Kind {
  readonly id: string;
  readonly title: Words;
  /** `consult`: the desks approve or decline. `report`: they acknowledge. */
  readonly strength: 'consult' | 'report';
  /** `head`: only a Head of Mission may send it. */
  readonly sentBy: 'official' | 'head';
  /** True for the record of what was done before Headquarters could answer. */
  readonly urgentAction: boolean;
  /** Ids of the passages that ask for it, such as `3.8#2`. */
  readonly passages: readonly string[];
  readonly desks: readonly RequiredDesk[];
  /** Whether a desk may hand its part to a desk of its own role alone, or to any. */
  readonly reassignTo: 'same-role' | 'any-desk';
  /** True when every decision on this kind is confirmed first. */
  readonly grave: boolean;
  readonly questions: readonly Question[];
  /** Ids of the common safeguards that make no sense for this kind. */
  readonly withoutSafeguards: readonly string[];
  readonly deadlines: Partial<Deadlines>;
}

/** A desk that must decide; with `when`, only if the question has one of the answers. */
export interface RequiredDesk {
  readonly role: DeskRole;
  readonly when?: { readonly question: string; readonly is: readonly string[] };
}

/** Free text is sensitive: it never stands in a channel. Chosen options and dates may. */
export type Question = TextQuestion | DateQuestion | ChoiceQuestion;

interface Asked {
  readonly id: string;
  readonly label: Words;
  readonly hint?: Words;
  readonly required: boolean;
}
export interface TextQuestion extends Asked {
  readonly type: 'text';
  /** Characters at most. */
  readonly maxLength: number;
}
export interface DateQuestion extends Asked {
  readonly type: 'date';
}
export interface ChoiceQuestion extends Asked {
  /** `choice`: one option; `choices`: any number of them. */
  readonly type: 'choice' | 'choices';
  readonly options: readonly Option[];
}
export interface Option {
  readonly id: string;
  readonly label: Words;
  /** What is asked of who chooses it; the option is then not accepted without a reason. */
  readonly explain?: Words;
  /** Makes every decision on the request a grave one. */
  readonly grave: boolean;
}

export type Deadlines = { readonly [urgency in Urgency]: Deadline };

/** All in hours. */
export interface Deadline {
  /** From sending, or from the last revision, to when Headquarters should have decided. */
  readonly due: number;
  /** How long before that the desk is reminded. */
  readonly remindBefore: readonly number[];
  /** How long after it the desk's duty officer is told. */
  readonly dutyOfficerAfter: number;
  /** How long after it the desk's head is told. */
  readonly headAfter: number;
  /** Whether notices wait while it is quiet at the desk. */
  readonly quiet: boolean;
}

/** Local times such as `19:00`; from the evening to the morning after. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
  /** Whether Saturday and Sunday are quiet all day. */
  readonly weekends: boolean;
}

/** Finds a kind by its id, or says there is none. */
export function kindOf(policy: Policy, id: string): Kind | undefined {
  return policy.kinds.find(kind => kind.id === id);
}

/** Everything that a request of this kind has to answer, in the order of asking. */
export function questionsOf(policy: Policy, kind: Kind): readonly Question[] {
  const common = policy.safeguards.filter(({ id }) => !kind.withoutSafeguards.includes(id));
  return [...kind.questions, ...common];
}

/** The hours that hold for a kind, its own before the common ones. */
export function deadlineOf(policy: Policy, kind: Kind, urgency: Urgency): Deadline {
  return kind.deadlines[urgency] ?? policy.deadlines[urgency];
}
