import type { z } from 'zod';

/** A kind of durable job: its name, what it carries (ids, not copies) and how often it is tried. */
export interface Job<Data extends object> {
  readonly name: string;
  readonly data: z.ZodType<Data>;
  /** Tries after the first failure, with growing pauses; then an operator sees it. 10 unless told. */
  readonly retries?: number;
}

/** Any kind of job, when what it carries does not matter. */
export type AnyJob = Pick<Job<object>, 'name' | 'retries'>;

/** A job queued under a time. */
export interface Timing {
  /** Not before; at once when absent or past. */
  readonly at?: Date;
  /** A UUID of the caller's, by which the job can be cancelled; one is made when absent. */
  readonly id?: string;
}

/** Queues jobs in the caller's transaction: they are there when it commits, and never were when it does not. */
export interface Jobs {
  /** @returns the job's id */
  enqueue<Data extends object>(job: Job<Data>, data: Data, timing?: Timing): Promise<string>;
  /** Takes back a job that has not started; nothing happens when it has, or is unknown. */
  cancel<Data extends object>(job: Job<Data>, id: string): Promise<void>;
}

/** Takes jobs up. On firing, a handler reads again and asks whether the job is still wanted: nothing to do is success. */
export interface JobRunner {
  /** Handles one job at a time; a handler that throws is tried again later. */
  handle<Data extends object>(
    job: Job<Data>,
    handler: (data: Data, signal: AbortSignal) => Promise<void>,
  ): Promise<void>;
}
