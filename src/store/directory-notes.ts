import type { DirectoryNotes } from '../directory/ports.ts';
import type { Executor } from './database.ts';

export function createDirectoryNotes(db: Executor): DirectoryNotes {
  return {
    links: async () => {
      const rows = await db.selectFrom('channel_link').selectAll().execute();
      return rows.map(row => ({ channel: row.channel_id, unit: { kind: row.unit_kind, id: row.unit_id } }));
    },
    link: async ({ channel, unit }, by, at) => {
      const row = { unit_kind: unit.kind, unit_id: unit.id, linked_by: by, linked_at: at };
      await db
        .deleteFrom('channel_link')
        .where('unit_kind', '=', unit.kind)
        .where('unit_id', '=', unit.id)
        .where('channel_id', '<>', channel)
        .execute();
      await db
        .insertInto('channel_link')
        .values({ channel_id: channel, ...row })
        .onConflict(conflict => conflict.column('channel_id').doUpdateSet(row))
        .execute();
    },
    delegations: async () => {
      const rows = await db.selectFrom('delegation').selectAll().execute();
      return rows.map(row => ({
        desk: row.desk_id,
        from: row.from_person,
        to: row.to_person,
        until: row.until_at,
      }));
    },
    delegate: async ({ desk, from, to, until }) => {
      const row = { to_person: to, until_at: until };
      await db
        .insertInto('delegation')
        .values({ desk_id: desk, from_person: from, ...row })
        .onConflict(conflict => conflict.columns(['desk_id', 'from_person']).doUpdateSet(row))
        .execute();
    },
    endDelegation: async (desk, from) => {
      const { numDeletedRows } = await db
        .deleteFrom('delegation')
        .where('desk_id', '=', desk)
        .where('from_person', '=', from)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
  };
}
