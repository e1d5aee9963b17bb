import type { ColumnType, Generated } from 'kysely';
import type { Escalation } from '../escalations/escalation.ts';
import type { Language } from '../i18n/language.ts';
import type { Inquiry } from '../inquiries/inquiry.ts';

/** The schema as the migrations make it, table by table. */
export interface Tables {
  preference: { person_id: string; language: Language };
  welcome: { id: string; claimed_at: Generated<Date> };
  feedback: {
    id: Generated<string>;
    verdict: 'up' | 'down';
    edition: string;
    passage_ids: string[];
    language: Language;
    at: Date;
  };
  seen_activity: { key: string; seen_at: Date };
  conversation: {
    kind: 'person' | 'channel' | 'thread' | 'groupChat';
    id: string;
    conversation_id: string;
    tenant_id: string;
    service_url: string;
    locale: string | null;
    updated_at: ColumnType<Date, Date, Date>;
  };
  audit_entry: {
    /** PostgreSQL's bigint: a string in pg, a number in PGlite. */
    seq: string | number;
    at: Date;
    actor: string;
    subject_kind: string;
    subject_id: string;
    event: string;
    facts: string;
    digests: string;
    link: string;
  };
  audit_text: { seq: string | number; name: string; ciphertext: string };
  audit_head: { id: number; seq: string | number; link: string; seal: string };
  key_check: { key_id: string; ciphertext: string };
  outbox: {
    seq: Generated<string | number>;
    key: string;
    lane: string;
    to_kind: 'person' | 'channel' | 'thread' | 'groupChat';
    to_id: string;
    body: string | null;
    state: 'pending' | 'sending' | 'sent' | 'dead' | 'held' | 'dropped';
    attempts: Generated<number>;
    may_be_repeated: Generated<boolean>;
    due_at: Date;
    claim: string | null;
    claimed_until: Date | null;
    claimed_by: number | null;
    started: Generated<boolean>;
    activity_id: string | null;
    conversation_id: string | null;
    target_key: string | null;
    target_as: 'reply' | 'change' | null;
    error: string | null;
    created_at: Date;
    finished_at: Date | null;
  };
  channel_link: {
    channel_id: string;
    unit_kind: 'desk' | 'mission';
    unit_id: string;
    linked_by: string;
    linked_at: Date;
  };
  delegation: { desk_id: string; from_person: string; to_person: string; until_at: Date };
  escalation: {
    seq: Generated<string | number>;
    reference: string;
    version: number;
    status: Escalation['status'];
    kind: string;
    mission: string;
    requester: string;
    code_name: string;
    desks: string[];
    waiting: string[];
    due_at: ColumnType<Date, string, string>;
    updated_at: ColumnType<Date, string, string>;
    closed_at: ColumnType<Date | null, string | null, string | null>;
    draft: string | null;
    state: string;
  };
  escalation_number: { year: number; last: number };
  draft: { id: string; owner: string; body: string; expires_at: Date };
  inquiry: {
    seq: Generated<string | number>;
    reference: string;
    version: number;
    status: Inquiry['status'];
    asker: string;
    desk: string;
    form: string;
    updated_at: ColumnType<Date, string, string>;
    state: string;
  };
  guidance: {
    seq: Generated<string | number>;
    reference: string;
    revoked_at: ColumnType<Date | null, string | null, string | null>;
    state: string;
  };
  inquiry_number: { kind: 'inquiry' | 'guidance'; year: number; last: number };
  unanswered: { month: string; subject: string; language: Language; count: number };
  held_job: { id: string; name: string; data: object; due_at: Date };
  hearing: {
    id: string;
    case_name: string;
    mission: string;
    state: 'scheduled' | 'to-be-announced' | 'cancelled' | 'held';
    /** The instant that follows from the court's time by the zone data of that version. */
    starts_at: Date | null;
    zone_data: string;
    /** Ids of the people on the roster. */
    attended_by: string[];
    hearing: string;
    notes: string | null;
    /** When it was held or called off. */
    closed_at: Date | null;
    /** Whether its notes have had their time. */
    purged: Generated<boolean>;
  };
  hearing_number: { year: number; last: number };
  follower: {
    kind: 'channel' | 'groupChat' | 'person';
    id: string;
    offsets: string[];
    language: Language;
    zone: string;
    digest_at: Date | null;
    feed_digest: string | null;
  };
  follow: {
    follower_kind: 'channel' | 'groupChat' | 'person';
    follower_id: string;
    target_kind: 'case' | 'mission';
    target_id: string;
  };
  hearing_card: {
    key: string;
    hearing_id: string;
    seq: Generated<string | number>;
    to_kind: 'channel' | 'groupChat' | 'person';
    to_id: string;
    language: Language;
    asks: 'confirm' | 'observer' | null;
  };
  hearing_due: {
    hearing_id: string;
    revision: number;
    key: string;
    errand: string;
    due_at: Date;
    settled_at: Date | null;
  };
}
