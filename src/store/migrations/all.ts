import type { Migration } from 'kysely/migration';
import * as conversationMemory from './0001-conversation-memory.ts';

/** Every step of the schema, in order. A step that has been released is never changed: add another one. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-conversation-memory': conversationMemory,
};
