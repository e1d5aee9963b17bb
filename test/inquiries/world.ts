import { createDirectory } from '../../src/directory/directory.ts';
import { parseDirectory } from '../../src/directory/directory-file.ts';
import type { Ask } from '../../src/inquiries/commands.ts';
import type { Context } from '../../src/inquiries/context.ts';
import { ask, decide, type PlainChange } from '../../src/inquiries/decide.ts';
import type { InquiryChanged } from '../../src/inquiries/events.ts';
import { evolve } from '../../src/inquiries/evolve.ts';
import type { Inquiry } from '../../src/inquiries/inquiry.ts';
import { isRefusal, type Refusal } from '../../src/inquiries/refusals.ts';

export const noon = new Date('2026-03-09T12:00:00.000Z');

/** Ana serves in Bogotá, Max in Lagos; Hana and Hugo are of the human rights desk, Cleo of the consular one. */
export const directory = createDirectory(
  parseDirectory(
    'directory.yaml',
    `
people:
  ana: { id: ana, name: Ana }
  max: { id: max, name: Max }
  hana: { id: hana, name: Hana }
  hugo: { id: hugo, name: Hugo }
  cleo: { id: cleo, name: Cleo }
missions:
  - { id: bogota, name: { en: Bogotá, fr: Bogota }, timeZone: America/Bogota, head: ana, dutyOfficer: ana }
  - { id: lagos, name: { en: Lagos, fr: Lagos }, timeZone: Africa/Lagos, head: max, dutyOfficer: max }
desks:
  - { id: rights, role: human-rights, name: { en: Human rights desk, fr: Droits de la personne }, timeZone: America/Toronto, head: hugo, dutyOfficer: hugo, officials: [hana], channel: rights-channel }
  - { id: consular, role: consular, name: { en: Consular, fr: Consulaire }, timeZone: America/Toronto, head: cleo, dutyOfficer: cleo }
`,
  ),
);

export const contextOf = (actor: string): Context => ({
  actor,
  now: noon,
  offices: directory,
  hasSection: (edition, section) => edition === 'en' && section === '3.8',
});

export const question: Ask = { language: 'en', text: 'May we pay for her phone?', passage: '3.8#2' };

/** An inquiry of Ana's after some commands, each by somebody; one that is refused fails the test. */
export function given(...commands: readonly (readonly [actor: string, command: PlainChange])[]): Inquiry {
  const outcome = ask(question, contextOf('ana'));
  if (isRefusal(outcome)) throw new Error(outcome.refusal);
  return commands.reduce<Inquiry>(
    (state, [actor, command]) => evolve(state, happened(when(state, actor, command))),
    evolve(undefined, { ...outcome.asked, reference: 'ASK-2026-0001' }),
  );
}

export const when = (state: Inquiry, actor: string, command: PlainChange) =>
  decide(state, command, contextOf(actor));

function happened(outcome: InquiryChanged | Refusal): InquiryChanged {
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refusal}`);
  return outcome;
}

export const answer = (progress: number, text = 'Yes.') => ({ type: 'answer', progress, text }) as const;
export const further = (progress: number, text = 'And now?') =>
  ({ type: 'ask-further', progress, text }) as const;
export const withdraw = { type: 'withdraw' } as const;
