import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDirectory, type Delegation } from '../../src/directory/directory.ts';
import { parseDirectory } from '../../src/directory/directory-file.ts';
import type { GivenAnswers } from '../../src/escalations/answers.ts';
import type { Change, Opening } from '../../src/escalations/commands.ts';
import type { Context } from '../../src/escalations/context.ts';
import { decide } from '../../src/escalations/decide.ts';
import type { Escalation } from '../../src/escalations/escalation.ts';
import type { EscalationEvent } from '../../src/escalations/events.ts';
import { evolve } from '../../src/escalations/evolve.ts';
import { openRequest } from '../../src/escalations/open-request.ts';
import { kindOf, type Policy, questionsOf } from '../../src/escalations/policy.ts';
import { parsePolicy } from '../../src/escalations/policy-file.ts';
import { isRefusal, type Refusal } from '../../src/escalations/refusals.ts';
import { guidelinesFolder } from '../../src/guidelines/folder.ts';

/** A small ministry: two missions, and desks with people of whom some have two places. */
const directoryFile = parseDirectory(
  'directory.yaml',
  `
people:
  ana: { id: ana, name: Ana Duarte }
  hugo: { id: hugo, name: Hugo Roy }
  dina: { id: dina, name: Dina Leblanc }
  mei: { id: mei, name: Mei Santos }
  rosa: { id: rosa, name: Rosa Gagnon }
  ravi: { id: ravi, name: Ravi Patel }
  hana: { id: hana, name: Hana Tremblay }
  gil: { id: gil, name: Gil Moreau }
  gwen: { id: gwen, name: Gwen Singh }
  cora: { id: cora, name: Cora Wong }
  otis: { id: otis, name: Otis Bell }
  both: { id: both, name: Bo Thibault }
  twin: { id: twin, name: Twin Nguyen }
missions:
  # both: an officer of the human rights desk who serves at the mission.
  - { id: bogota, name: { en: Bogotá, fr: Bogota }, timeZone: America/Bogota, head: hugo, dutyOfficer: dina, officials: [ana, both] }
  - { id: manila, name: { en: Manila, fr: Manille }, timeZone: Asia/Manila, language: fr, head: mei, dutyOfficer: mei }
desks:
  - { id: human-rights, role: human-rights, name: { en: Human rights, fr: Droits de la personne }, timeZone: America/Toronto, head: rosa, dutyOfficer: ravi, officials: [hana, both, twin], channel: '19:hr' }
  - { id: americas, role: geographic, name: { en: Americas, fr: Amériques }, timeZone: America/Toronto, head: gil, dutyOfficer: gwen, officials: [twin], missions: [bogota], channel: '19:am' }
  - { id: asia, role: geographic, name: { en: Asia, fr: Asie }, timeZone: Asia/Tokyo, head: otis, dutyOfficer: otis, missions: [manila] }
  - { id: consular, role: consular, name: { en: Consular, fr: Affaires consulaires }, timeZone: America/Toronto, head: cora, dutyOfficer: cora, channel: '19:co' }
`,
);

export const everybody = directoryFile.officials.map(({ id }) => id);
/** Nobody in the directory knows them. */
export const stranger = 'zed';

export function officesWith(delegations: readonly Delegation[] = []) {
  return createDirectory(directoryFile, [], delegations);
}

const policyPath = join(guidelinesFolder, 'policy.yaml');
export const policy: Policy = parsePolicy(policyPath, readFileSync(policyPath, 'utf8'), () => true);

/** A Tuesday noon in Ottawa. */
export const noon = new Date('2026-03-10T16:00:00.000Z');
export const later = (hours: number) => new Date(noon.getTime() + hours * 3_600_000);

export function contextOf(actor: string, now = noon, delegations: readonly Delegation[] = []): Context {
  return { actor, now, policy, offices: officesWith(delegations), hasPassage: id => /^3\.\d#\d$/.test(id) };
}

/** Answers that a kind accepts, with the first option of each question that asks no reason and is not grave. */
export function answersFor(kindId: string, changed: GivenAnswers = {}): GivenAnswers {
  const kind = kindOf(policy, kindId);
  if (!kind) throw new Error(`there is no kind ${kindId}`);
  const given = questionsOf(policy, kind).map(question => {
    if (question.type === 'text') return [question.id, { value: `about ${question.id}` }];
    if (question.type === 'date') return [question.id, { value: '2026-03-09' }];
    return [question.id, { value: question.options.find(({ explain, grave }) => !explain && !grave)?.id }];
  });
  return { ...Object.fromEntries(given), ...changed };
}

export function send(kind: string, changed: GivenAnswers = {}): Opening {
  const ask = { codeName: 'Cedar 7', urgency: 'routine', answers: answersFor(kind, changed) } as const;
  return kind === 'urgent-action'
    ? { ...ask, type: 'record-urgent-action', mission: 'bogota' }
    : { ...ask, type: 'send', kind, mission: 'bogota' };
}

/** What one person did, at noon unless told. */
export type Step = readonly [actor: string, command: Change, now?: Date];

/** A request that was sent, and what people then did; each step must have been accepted. */
export function given(opening: Opening, sender = 'ana', ...steps: readonly Step[]) {
  const outcome = openRequest(opening, contextOf(sender));
  if (isRefusal(outcome)) throw new Error(`refused: ${JSON.stringify(outcome)}`);
  let events: readonly EscalationEvent[] = [{ ...outcome.opened, reference: 'ESC-2026-0042' }];
  let state = evolve(undefined, { ...outcome.opened, reference: 'ESC-2026-0042' });
  for (const [actor, command, now] of steps) {
    const next = decide(state, command, contextOf(actor, now));
    if (isRefusal(next)) throw new Error(`${actor} was refused: ${JSON.stringify(next)}`);
    events = [...events, ...next.events];
    state = next.events.reduce<Escalation>(evolve, state);
  }
  return { state, events, when: (...step: Step) => when(state, ...step) };
}

/** What a command leads to: the types of the events and the state after them, or the refusal. */
export function when(
  state: Escalation,
  actor: string,
  command: Change,
  now = noon,
  delegations: readonly Delegation[] = [],
): { readonly happened: readonly string[]; readonly state: Escalation } | Refusal {
  const outcome = decide(state, command, contextOf(actor, now, delegations));
  if (isRefusal(outcome)) return outcome;
  return {
    happened: outcome.events.map(({ type }) => type),
    state: outcome.events.reduce<Escalation>(evolve, state),
  };
}
