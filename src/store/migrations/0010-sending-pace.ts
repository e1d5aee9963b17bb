import { type Kysely, sql } from 'kysely';

/** When the messages of the last second were sent: nothing that must outlive a crash, or stand in a backup. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create unlogged table sending_pace (id integer primary key check (id = 1), starts text not null)`.execute(
    db,
  );
}
