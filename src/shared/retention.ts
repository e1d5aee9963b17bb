import { z } from 'zod';

const problem = 'must be a number of days from 1 to 36500';

/** Two years. */
export const defaultRetentionDays = 730;

/** `RETENTION_DAYS`: how long what is over keeps its free text. */
export const retentionDays = z.coerce
  .number(problem)
  .int(problem)
  .min(1, problem)
  .max(36_500, problem)
  .default(defaultRetentionDays);
