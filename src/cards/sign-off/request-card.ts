import { z } from 'zod';
import { chosen } from '../../escalations/answers.ts';
import { type Choice, type Escalation, isClosed } from '../../escalations/escalation.ts';
import { kindOf, questionsOf } from '../../escalations/policy.ts';
import { type Edition, passageOf, sectionOf } from '../../guidelines/edition.ts';
import { headingOf } from '../answer-card.ts';
import type { LinkTo } from '../links.ts';
import { localTime } from '../local-time.ts';
import { type Card, cardTemplate } from '../template.ts';
import {
  deskLines,
  deskName,
  kindTitle,
  missionName,
  personName,
  statusStyle,
  statusText,
  type Wording,
} from './words.ts';

const line = z.strictObject({ text: z.string() });
const option = z.strictObject({ title: z.string(), value: z.string() });
/** What stands in the fields of a card's parts. */
const typed = z.strictObject({
  choice: z.string().default(''),
  desk: z.string().default(''),
  text: z.string().default(''),
  commentText: z.string().default(''),
  from: z.string().default(''),
  to: z.string().default(''),
  reassignText: z.string().default(''),
  withdrawText: z.string().default(''),
});
export type Typed = z.input<typeof typed>;

/** Fills the template of a request's card. */
export const fillRequest = cardTemplate(
  'sign-off-request',
  z.strictObject({
    language: z.string(),
    title: z.string(),
    subtitle: z.string(),
    status: z.strictObject({ text: z.string(), style: z.string(), due: z.string() }),
    problem: z.strictObject({ text: z.string(), written: z.string() }),
    typed,
    rows: z.array(z.strictObject({ label: z.string(), value: z.string() })),
    desks: z.strictObject({ title: z.string(), lines: z.array(line) }),
    passages: z.strictObject({
      title: z.string(),
      links: z.array(z.strictObject({ heading: z.string(), url: z.string() })),
    }),
    note: z.string(),
    reference: z.string(),
    revision: z.string(),
    choices: z.array(option),
    voices: z.array(option),
    handing: z.array(option),
    onlyHanding: z.string(),
    otherDesks: z.array(option),
    offers: z.record(z.string(), z.boolean()),
    labels: z.record(z.string(), z.string()),
  }),
);

/** What the buttons of a card let its reader do. */
export interface Offers {
  /** Gives each reader a card of their own, where the client does not do so by itself. */
  readonly open: boolean;
  readonly details: boolean;
  /** What they may decide, and for which desks; empty when nothing. */
  readonly choices: readonly Choice[];
  readonly voices: readonly string[];
  readonly revise: boolean;
  readonly withdraw: boolean;
  readonly comment: boolean;
  /** Desks whose part they may hand to another. */
  readonly handing: readonly string[];
  /** Desks that may take it. */
  readonly otherDesks: readonly string[];
}

/** The card that everybody in a channel sees: it can only be opened. */
export const onlyOpen: Offers = {
  open: true,
  details: false,
  choices: [],
  voices: [],
  revise: false,
  withdraw: false,
  comment: false,
  handing: [],
  otherDesks: [],
};

/** What a card about a request is made from beside the request. */
export interface RequestWording extends Wording {
  readonly edition: Edition;
  readonly linkTo: LinkTo;
}

/**
 * The card of a request: its state, what its desks said, and the answers that were chosen from options. Free text never
 * stands on it, for it stands in channels.
 *
 * @param viewers those for whom the client asks for a card of their own, by their Entra object ids
 */
export function requestCard(
  request: Escalation,
  offers: Offers,
  wording: RequestWording,
  viewers: readonly string[] = [],
): Card {
  const card = fillRequest(requestContent(request, offers, wording));
  return viewers.length === 0 ? card : { ...card, refresh: refreshFor(request.reference, viewers) };
}

/** What the card of a request shows. */
export function requestContent(
  request: Escalation,
  offers: Offers,
  wording: RequestWording,
): Parameters<typeof fillRequest>[0] {
  const { t, language } = wording;
  const acknowledging = request.strength === 'report';
  return {
    language,
    title: t('signOff.title', { reference: request.reference, codeName: request.codeName }),
    subtitle: t('signOff.subtitle', {
      kind: kindTitle(request.kind, wording),
      mission: missionName(request.mission, wording),
    }),
    status: {
      text: statusText(request, t),
      style: statusStyle(request),
      due: isClosed(request)
        ? t('signOff.closedAt', { when: localTime(request.closed.at) })
        : t('signOff.due', { when: localTime(request.due) }),
    },
    problem: { text: '', written: '' },
    // Where there is one choice only, nobody has to make it.
    typed: { choice: offers.choices.length === 1 ? offers.choices[0] : '' },
    rows: rowsOf(request, wording),
    desks: { title: t('signOff.desks'), lines: deskLines(request, wording).map(text => ({ text })) },
    passages: passagesOf(request, wording),
    note: t('signOff.sensitive'),
    reference: request.reference,
    revision: String(request.revision),
    choices: offers.choices.map(choice => ({ title: t(`signOff.choice.${choice}`), value: choice })),
    voices: offers.voices.map(desk => ({ title: deskName(desk, wording), value: desk })),
    handing: offers.handing.map(desk => ({ title: deskName(desk, wording), value: desk })),
    // Where there is one, nobody has to choose it, also who decides for others.
    onlyHanding: offers.handing.length === 1 ? (offers.handing[0] ?? '') : '',
    otherDesks: offers.otherDesks.map(desk => ({ title: deskName(desk, wording), value: desk })),
    offers: {
      open: offers.open,
      details: offers.details,
      decide: offers.choices.length > 0,
      chooseDesk: offers.voices.length > 1,
      revise: offers.revise,
      comment: offers.comment,
      reassign: offers.otherDesks.length > 0,
      chooseHanding: offers.handing.length > 1,
      withdraw: offers.withdraw,
    },
    labels: {
      open: t('signOff.open'),
      details: t('signOff.details'),
      decide: t(acknowledging ? 'signOff.choice.acknowledge' : 'signOff.decide'),
      decision: t('signOff.decision'),
      desk: t('signOff.forDesk'),
      chooseOne: t('signOff.chooseOne'),
      text: t(acknowledging ? 'signOff.acknowledgeText' : 'signOff.decisionText'),
      send: t('signOff.send'),
      revise: t('signOff.revise'),
      comment: t('signOff.comment'),
      commentText: t('signOff.commentText'),
      writeSomething: t('signOff.writeSomething'),
      reassign: t('signOff.reassign'),
      reassignTo: t('signOff.reassignTo'),
      reassignWhy: t('signOff.reassignWhy'),
      withdraw: t('signOff.withdraw'),
      withdrawWhy: t('signOff.withdrawWhy'),
    },
  };
}

function refreshFor(reference: string, viewers: readonly string[]) {
  return {
    action: { type: 'Action.Execute', verb: 'sign-off.open', data: { reference } },
    userIds: viewers,
  };
}

/** Who sent it, how urgent it is, and every answer chosen from options; dates too. */
function rowsOf(request: Escalation, wording: RequestWording): { label: string; value: string }[] {
  const { t, language, policy } = wording;
  const kind = kindOf(policy, request.kind);
  const answered = (kind ? questionsOf(policy, kind) : []).flatMap(question => {
    const asked = question.label[language];
    const label = asked.endsWith('?') ? asked : t('signOff.row', { label: asked });
    if (question.type === 'date') {
      const { value } = request.answers[question.id] ?? {};
      return typeof value === 'string' ? [{ label, value }] : [];
    }
    if (!('options' in question)) return [];
    const picked = question.options.filter(({ id }) => chosen(request.answers, question.id).includes(id));
    return picked.length > 0
      ? [{ label, value: picked.map(({ label: words }) => words[language]).join(', ') }]
      : [];
  });
  return [
    { label: t('signOff.sentBy'), value: personName(request.requester, wording) },
    { label: t('signOff.urgency'), value: t(`signOff.urgency.${request.urgency}`) },
    { label: t('signOff.revision'), value: String(request.revision) },
    ...answered,
  ];
}

function passagesOf({ passages }: Escalation, { edition, linkTo, language, t }: RequestWording) {
  const found = passages.map(id => passageOf(edition, id));
  // Several passages of one section read alike here: the first leads to it.
  const firsts = found.filter(
    (passage, index) => found.findIndex(other => other?.section === passage?.section) === index,
  );
  const links = firsts.flatMap(passage => {
    const section = passage && sectionOf(edition, passage.section);
    return passage && section
      ? [{ heading: headingOf(section, t), url: linkTo(section.number, passage.ordinal, edition.id) }]
      : [];
  });
  const title = t('signOff.passages', { inOther: edition.language === language ? 'none' : edition.language });
  return { title: links.length > 0 ? title : '', links };
}
