import type { AnyJob } from '../jobs/job.ts';
import { lookRoundJob } from '../jobs/look-round.ts';
import { remindDeskJob } from '../jobs/remind-desk.ts';

/** Every kind of job that Vigil queues beside its messages: a store that is to hold them is told at its opening. */
export const jobKinds: readonly AnyJob[] = [remindDeskJob, lookRoundJob];
