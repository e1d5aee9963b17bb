import type { Directory } from '../../directory/directory.ts';
import type { FollowTarget } from '../../hearings/follow.ts';
import { codeNameOf } from '../../hearings/hearing.ts';
import type { Language } from '../../i18n/language.ts';
import { translatorFor } from '../../i18n/translator.ts';
import { type Reply, say } from '../reply.ts';
import type { TargetTyped } from './follow-commands.ts';
import { missionNamed } from './missions.ts';

/** Undefined for a mission that is not there, or what cannot be a code name. */
export function targetOf({ kind, name }: TargetTyped, people: Directory): FollowTarget | undefined {
  const mission = kind === 'case' ? undefined : missionNamed(name, people);
  if (mission) return { kind: 'mission', id: mission.id };
  const caseName = kind === 'mission' ? undefined : codeNameOf(name);
  return caseName === undefined ? undefined : { kind: 'case', name: caseName };
}

/** `case HERON`, `mission Bogotá`. */
export function targetName(target: FollowTarget, people: Directory, language: Language): string {
  const t = translatorFor(language);
  return target.kind === 'case'
    ? t('hearing.target.case', { caseName: target.name })
    : t('hearing.target.mission', { mission: people.mission(target.id)?.name[language] ?? target.id });
}

/** Says which missions there are. */
export function unknownTarget({ name }: TargetTyped, { missions }: Directory, language: Language): Reply {
  const known = missions.map(mission => mission.name[language]).join(', ');
  return say({ language, text: translatorFor(language)('hearing.follow.unknown', { name, known }) });
}
