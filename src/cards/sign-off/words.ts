import type { Directory } from '../../directory/directory.ts';
import { conditionsOf, decisionOf, type Escalation } from '../../escalations/escalation.ts';
import { kindOf, type Policy } from '../../escalations/policy.ts';
import type { Language } from '../../i18n/language.ts';
import { type Translator, translatorFor } from '../../i18n/translator.ts';

/** What the words of a request are taken from. */
export interface Wording {
  readonly policy: Policy;
  readonly directory: Directory;
  readonly language: Language;
  readonly t: Translator;
}

/** @param language that of whoever reads the card */
export function wordingFor(policy: Policy, directory: Directory, language: Language): Wording {
  return { policy, directory, language, t: translatorFor(language) };
}

export function kindTitle(kind: string, { policy, language }: Wording): string {
  return kindOf(policy, kind)?.title[language] ?? kind;
}

export function deskName(id: string, { directory, language }: Wording): string {
  return directory.desk(id)?.name[language] ?? id;
}

export function missionName(id: string, { directory, language }: Wording): string {
  return directory.mission(id)?.name[language] ?? id;
}

export function personName(id: string, { directory, t }: Wording): string {
  return directory.nameOf(id) ?? t('signOff.somebody');
}

export function statusText(request: Escalation, t: Translator): string {
  return t(
    request.status === 'approved' && conditionsOf(request).length > 0
      ? 'signOff.status.approvedWithConditions'
      : `signOff.status.${request.status}`,
  );
}

/** The colour of a state; the words beside it say the same. */
export function statusStyle({
  status,
}: Escalation): 'good' | 'attention' | 'warning' | 'accent' | 'emphasis' {
  switch (status) {
    case 'approved':
    case 'acknowledged':
      return 'good';
    case 'declined':
      return 'attention';
    case 'changes-asked':
      return 'warning';
    case 'withdrawn':
      return 'emphasis';
    case 'pending':
      return 'accent';
  }
}

/** One line for each desk that is asked. */
export function deskLines(request: Escalation, wording: Wording): string[] {
  const { t } = wording;
  return request.seats.map(seat => {
    const desk = deskName(seat.desk, wording);
    const decision = decisionOf(request, seat.desk);
    if (!decision) return t(isOver(request) ? 'signOff.desk.notNeeded' : 'signOff.desk.waiting', { desk });
    return t(`signOff.desk.${decision.choice}`, { desk, name: personName(decision.by, wording) });
  });
}

function isOver({ status }: Escalation): boolean {
  return status !== 'pending' && status !== 'changes-asked';
}
