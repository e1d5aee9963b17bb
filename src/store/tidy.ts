import type { Database } from './database.ts';
import { jobSchema } from './queue.ts';

/**
 * Makes room of old versions of rows in every table, the database's own among them, and counts anew what plans of queries rest
 * upon. For PGlite, which has no process beside it that would.
 */
export async function tidy({ engine }: Pick<Database, 'engine'>): Promise<void> {
  // The counting leaves old versions of its numbers, which the next time clears away.
  await engine.jobs.db.executeSql('vacuum');
  await engine.jobs.db.executeSql(
    `analyze audit_head, audit_text, outbox, hearing, hearing_card, hearing_due, follow, seen_activity, ${jobSchema}.job`,
  );
}
