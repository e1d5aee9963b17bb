import type { z } from 'zod';
import type { Language } from '../../i18n/language.ts';
import type { Turn } from '../incoming.ts';
import type { Reply } from '../reply.ts';
import { type Asking, type AttendTools, change } from './attend-parts.ts';
import * as data from './attend-press-data.ts';
import { createChangeRoster } from './change-roster.ts';
import type { HearingCommandTyped } from './commands.ts';
import { type HearingRoutes, type Press, unclear } from './parts.ts';
import { createRecordOutcome } from './record-outcome.ts';
import { createShowDetails } from './show-details.ts';

/** What people say and press about attending hearings: roster, permission, details, outcome. */
export function createAttendRoutes(tools: AttendTools): HearingRoutes {
  const roster = createChangeRoster(tools);
  const details = createShowDetails(tools);
  const outcome = createRecordOutcome(tools);

  function permission(asking: Asking, given: z.infer<typeof data.permission>): Promise<Reply> {
    const { hearing, state, on, askedOf } = given;
    const told = { ...(on ? { on } : {}), ...(askedOf ? { askedOf } : {}) };
    return change(tools, asking, hearing, { command: 'ReportPermission', state, ...told });
  }

  /** Each button's data and what it does. */
  const buttons: Readonly<Record<string, (pressed: Press, asking: Asking) => Promise<Reply>>> = {
    attend: on(data.aboutRevision, (asking, given) => roster.attend(asking, given.hearing, given.revision)),
    cant: on(data.aboutRevision, (asking, given) => roster.cant(asking, given.hearing, given.revision)),
    confirm: on(data.aboutRevision, (asking, given) => roster.confirm(asking, given.hearing, given.revision)),
    lead: on(data.aboutRevision, (asking, given) => roster.lead(asking, given.hearing, given.revision)),
    'name-lead': on(data.nameLead, (asking, given) => roster.nameLead(asking, given.hearing, given.person)),
    'take-over': on(data.takeOver, roster.takeOver),
    'hand-over': on(data.handOver, roster.handOver),
    interpreter: on(data.interpreter, (asking, given) =>
      roster.interpreter(asking, given.hearing, given.needed === 'yes'),
    ),
    partner: on(data.partner, roster.partner),
    roster: on(data.aboutHearing, (asking, given) => roster.open(asking, given.hearing)),
    suggest: on(data.aboutHearing, (asking, given) => roster.suggest(asking, given.hearing)),
    permission: on(data.permission, permission),
    show: on(data.aboutHearing, (asking, given) => details.card(asking, given.hearing)),
    details: on(data.aboutHearing, (asking, given) => details.notes(asking, given.hearing)),
    outcome: on(data.aboutHearing, (asking, given) => outcome.form(asking, given.hearing)),
    'outcome-send': on(data.outcome, outcome.send),
  };

  function command(turn: Turn, given: HearingCommandTyped, language: Language): Promise<Reply> | undefined {
    const asking = { turn, language };
    switch (given.kind) {
      case 'roster':
        return given.ask === 'show'
          ? roster.open(asking, given.hearing)
          : roster[given.ask](asking, given.hearing);
      case 'interpreter':
        return roster.interpreter(asking, given.hearing, given.needed);
      case 'permission':
        return permission(asking, given);
      case 'hearing-details':
        return details.notes(asking, given.hearing);
      case 'hearing-outcome':
        return outcome.form(asking, given.hearing);
      default:
        return undefined;
    }
  }

  return {
    command,
    press: (verb, pressed, language) => {
      const button = Object.hasOwn(buttons, verb) ? buttons[verb] : undefined;
      return button?.(pressed, { turn: pressed, language, press: pressed.press });
    },
  };
}

/** A button whose data are checked before anything else. */
function on<Schema extends z.ZodType>(
  schema: Schema,
  work: (asking: Asking, given: z.infer<Schema>) => Promise<Reply>,
) {
  return async (pressed: Press, asking: Asking): Promise<Reply> => {
    const given = schema.safeParse(pressed.data);
    return given.success ? work(asking, given.data) : unclear(asking.language);
  };
}
