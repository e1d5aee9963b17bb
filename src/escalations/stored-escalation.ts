import { z } from 'zod';
import { deskRoles } from '../directory/unit.ts';
import { choices, type Escalation } from './escalation.ts';
import { urgencies } from './policy.ts';

const id = z.string().min(1);
const instant = z.iso.datetime();
const revision = z.number().int().min(1);
const decision = z.strictObject({
  desk: id,
  by: id,
  right: z.enum(['head', 'duty-officer', 'officer', 'delegate']),
  choice: z.enum(choices),
  text: z.string().optional(),
  revision,
  at: instant,
});
const request = {
  reference: id,
  kind: id,
  strength: z.enum(['consult', 'report']),
  mission: id,
  requester: id,
  authors: z.array(id),
  codeName: z.string(),
  urgency: z.enum(urgencies),
  revision,
  answers: z.record(
    id,
    z.strictObject({ value: z.union([z.string(), z.array(z.string())]), reason: z.string().optional() }),
  ),
  passages: z.array(id),
  seats: z.array(z.strictObject({ desk: id, roles: z.array(z.enum(deskRoles)), since: instant.optional() })),
  threads: z.array(id),
  decisions: z.array(decision),
  comments: z.array(z.strictObject({ by: id, text: z.string(), revision, at: instant })),
  sentAt: instant,
  revisedAt: instant,
  due: instant,
};
const closed = z.strictObject({ by: id, at: instant, text: z.string().optional() });

/** An escalation as it comes back from where it is kept. */
export const storedEscalation: z.ZodType<Escalation> = z.discriminatedUnion('status', [
  z.strictObject({ ...request, status: z.literal('pending') }),
  z.strictObject({ ...request, status: z.literal('changes-asked'), asked: decision }),
  z.strictObject({
    ...request,
    status: z.enum(['approved', 'declined', 'acknowledged', 'withdrawn']),
    closed,
  }),
]);
