import type { LinkTo } from '../../cards/links.ts';
import { listCard } from '../../cards/sign-off/other-cards.ts';
import {
  type Offers,
  onlyOpen,
  type RequestWording,
  requestCard,
} from '../../cards/sign-off/request-card.ts';
import { deskName, personName, wordingFor } from '../../cards/sign-off/words.ts';
import type { Directory } from '../../directory/directory.ts';
import { type Escalation, isClosed } from '../../escalations/escalation.ts';
import type { EscalationEvent } from '../../escalations/events.ts';
import { isRevisable } from '../../escalations/mission-changes.ts';
import type { Policy } from '../../escalations/policy.ts';
import type { Edition } from '../../guidelines/edition.ts';
import type { Language } from '../../i18n/language.ts';
import type { Notices } from './ports.ts';

/** What whoever sent a request may press on their card; the rules decide again when they do. */
function missionOffers(request: Escalation): Offers {
  const open = !isClosed(request);
  const revise = isRevisable(request);
  return { ...onlyOpen, open: false, details: true, revise, withdraw: open, comment: open };
}

/** Words everything that is said about requests, for channels and for people. */
export function createNotices(policy: Policy, edition: Edition, linkTo: LinkTo): Notices {
  const wording = (directory: Directory, language: Language): RequestWording => ({
    ...wordingFor(policy, directory, language),
    edition,
    linkTo,
  });

  /** The sentence about an event, for the thread and for the mission alike. */
  function sentence(
    event: EscalationEvent,
    reference: string,
    codeName: string,
    words: RequestWording,
  ): string | undefined {
    const { t } = words;
    const name = personName(event.by, words);
    switch (event.type) {
      case 'RequestSent':
        return t('signOff.thread.RequestSent', { reference, codeName });
      case 'UrgentActionRecorded':
        return t('signOff.thread.UrgentActionRecorded', { name, reference, codeName });
      case 'RequestRevised':
        return t('signOff.thread.RequestRevised', { name, reference, revision: event.revision });
      case 'DecisionGiven':
        return t(`signOff.thread.decision.${event.choice}`, {
          name,
          desk: deskName(event.desk, words),
          reference,
        });
      case 'RequestApproved':
      case 'RequestDeclined':
      case 'RequestAcknowledged':
        return t(`signOff.thread.${event.type}`, { reference });
      case 'RequestWithdrawn':
      case 'CommentAdded':
        return t(`signOff.thread.${event.type}`, { name, reference });
      case 'RequestReassigned':
        return t('signOff.thread.RequestReassigned', {
          name,
          reference,
          from: deskName(event.from, words),
          to: deskName(event.to, words),
        });
      case 'ChangesAsked':
        // The decision before it has said so.
        return undefined;
    }
  }

  const tell: Notices['threadReply'] = (event, request, directory, language) => {
    const text = sentence(event, request.reference, request.codeName, wording(directory, language));
    return text === undefined ? undefined : { language, text };
  };

  return {
    deskCard: (request, desk, directory, language) => {
      const words = wording(directory, language);
      const { reference, codeName } = request;
      return {
        language,
        card: requestCard(request, onlyOpen, words, directory.desk(desk)?.staff),
        summary: words.t('signOff.thread.RequestSent', { reference, codeName }),
      };
    },
    missionCard: (request, directory, language) => {
      const words = wording(directory, language);
      const { reference, codeName } = request;
      return {
        language,
        card: requestCard(request, missionOffers(request), words),
        summary: words.t('signOff.title', { reference, codeName }),
      };
    },
    threadReply: tell,
    missionNotice: tell,
    reminder: ({ reference, codeName, due }, { stage, desk, audience }, directory, language) => {
      const words = wording(directory, language);
      const what = { reference, codeName, when: readable(due, language, desk.timeZone) };
      const name = personName(stage === 'head' ? desk.head : desk.dutyOfficer, words);
      const told = (stage === 'duty-officer' || stage === 'head') && audience === 'desk';
      const text = told
        ? words.t(`signOff.reminder.${stage}.told`, { ...what, name })
        : words.t(`signOff.reminder.${stage}`, what);
      return { language, text };
    },
    digest: ({ waiting, count }, directory, language) => {
      const words = wording(directory, language);
      const all = words.t('signOff.digest.intro', { count });
      const shown = waiting.length;
      const intro = shown < count ? `${all} ${words.t('signOff.digest.shown', { shown })}` : all;
      const title = words.t('signOff.digest.title');
      return {
        language,
        card: listCard({ title, intro, rows: waiting }, words),
        summary: `${title}. ${intro}`,
      };
    },
  };
}

/** A text message has no times that a client turns into its reader's own: it goes by the desk's clock, and says so. */
function readable(instant: string, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(language === 'fr' ? 'fr-CA' : 'en-CA', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(new Date(instant));
}
