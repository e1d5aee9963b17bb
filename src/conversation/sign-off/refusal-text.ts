import { deskName, personName, type Wording } from '../../cards/sign-off/words.ts';
import type { Refusal } from '../../escalations/refusals.ts';

/** Says to a person, in their language, why nothing was changed and what they can do. */
export function refusalText(refusal: Refusal, wording: Wording): string {
  const { t } = wording;
  const desk = (id: string) => deskName(id, wording);
  const name = (id: string) => personName(id, wording);
  switch (refusal.refusal) {
    case 'decided-for-another-desk':
    case 'desk-is-asked-already':
      return t(`refusal.${refusal.refusal}`, { desk: desk(refusal.desk) });
    case 'repeated':
      return t('refusal.repeated', { choice: t(`signOff.choice.${refusal.choice}`) });
    case 'already-sent':
      return t('refusal.already-sent', { reference: refusal.reference });
    case 'desk-has-decided':
      return t('refusal.desk-has-decided', {
        name: name(refusal.by),
        desk: desk(refusal.desk),
        choice: t(`signOff.choice.${refusal.choice}`),
      });
    case 'closed':
      return t('refusal.closed', { status: t(`signOff.status.${refusal.status}`), name: name(refusal.by) });
    case 'stale-revision':
      return t('refusal.stale-revision', { shown: refusal.shown, current: refusal.current });
    case 'waits-for-mission':
      return t('refusal.waits-for-mission', { name: name(refusal.by) });
    case 'choice-not-offered':
      return t('refusal.choice-not-offered', { strength: refusal.strength });
    case 'already-under-decision':
      return t('refusal.already-under-decision', { desk: desk(refusal.desk), name: name(refusal.by) });
    case 'text-too-long':
      return t('refusal.text-too-long', { most: refusal.most });
    case 'no-desk-for-role':
      return t('refusal.no-desk-for-role', { role: t(`desk.${refusal.role}`) });
    default:
      return t(`refusal.${refusal.refusal}`);
  }
}
