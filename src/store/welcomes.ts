import type { Welcomes } from '../conversation/ports.ts';
import type { Executor } from './database.ts';

/** Who has been welcomed, ever. */
export function createWelcomes(db: Executor): Welcomes {
  return {
    claim: async id => {
      const claimed = await db
        .insertInto('welcome')
        .values({ id })
        .onConflict(conflict => conflict.doNothing())
        .returning('id')
        .executeTakeFirst();
      return claimed !== undefined;
    },
  };
}
