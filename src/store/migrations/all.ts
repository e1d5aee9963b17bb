import type { Migration } from 'kysely/migration';
import * as conversationMemory from './0001-conversation-memory.ts';
import * as record from './0002-record.ts';
import * as outbox from './0003-outbox.ts';
import * as heldJobs from './0004-held-jobs.ts';
import * as threadsAndDirectory from './0005-threads-and-directory.ts';
import * as escalations from './0006-escalations.ts';
import * as hearings from './0007-hearings.ts';
import * as claims from './0008-claims.ts';
import * as sendingPace from './0010-sending-pace.ts';
import * as hearingCards from './0011-hearing-cards.ts';
import * as inquiries from './0012-inquiries.ts';
import * as hearingRetention from './0013-hearing-retention.ts';
import * as startedSends from './0014-started-sends.ts';
import * as drafts from './0015-drafts.ts';
import * as hearingQuestions from './0016-hearing-questions.ts';

/** Every step of the schema, in order. A step that has been released is never changed: add another one. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-conversation-memory': conversationMemory,
  '0002-record': record,
  '0003-outbox': outbox,
  '0004-held-jobs': heldJobs,
  '0008-claims': claims,
  '0010-sending-pace': sendingPace,
  '0005-threads-and-directory': threadsAndDirectory,
  '0007-hearings': hearings,
  '0006-escalations': escalations,
  '0011-hearing-cards': hearingCards,
  '0012-inquiries': inquiries,
  '0013-hearing-retention': hearingRetention,
  '0014-started-sends': startedSends,
  '0015-drafts': drafts,
  '0016-hearing-questions': hearingQuestions,
};
