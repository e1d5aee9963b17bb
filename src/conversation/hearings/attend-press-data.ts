import { z } from 'zod';
import { nextChoices } from '../../cards/hearings/outcome-card.ts';
import { hearingKinds } from '../../hearings/hearing.ts';

/** What the buttons of hearings carry. Ids only: who may do what is looked up when one is pressed. */
export const hearingId = z.string().regex(/^HRG-\d{4}-\d{4,7}$/);
const revision = z.coerce.number().int().min(1).max(100_000);
/** A field that was left empty was not filled in. */
const left = z.literal('').transform(() => undefined);
const text = z.string().max(10_000).default('');
const name = z
  .string()
  .max(200)
  .transform(typed => typed.normalize('NFC').replace(/\s+/gu, ' ').trim())
  .pipe(z.string().min(1).max(80));

export const aboutHearing = z.object({ hearing: hearingId });
export const aboutRevision = z.object({ hearing: hearingId, revision });
export const takeOver = z.object({ hearing: hearingId, revision, person: z.string().min(1).max(100) });
export const nameLead = z.object({ hearing: hearingId, person: z.string().min(1).max(100) });
export const handOver = z.object({ hearing: hearingId, revision, to: name });
export const interpreter = z.object({ hearing: hearingId, needed: z.enum(['yes', 'no']) });
export const partner = z.object({
  hearing: hearingId,
  change: z.enum(['add', 'remove']),
  kind: z.enum(['mission', 'ngo']).default('mission'),
  organisation: name,
});
export const permission = z.object({
  hearing: hearingId,
  state: z.enum(['requested', 'granted', 'refused']),
  on: z.union([left, z.iso.date()]).optional(),
  askedOf: z.union([left, z.string().max(200)]).optional(),
});
export const outcome = z.object({
  hearing: hearingId,
  revision,
  attendance: z.enum(['attended', 'not-admitted', 'nobody']),
  result: z.enum(['adjourned', 'verdict', 'continues', 'unknown']),
  observed: text,
  verdict: text,
  concerns: text,
  next: z.enum(nextChoices).default('none'),
  nextDate: z.string().max(20).default(''),
  nextTime: z.string().max(20).default(''),
  nextKind: z.union([left, z.enum(hearingKinds)]).optional(),
});
