import type { ColumnType, Generated } from 'kysely';
import type { Language } from '../i18n/language.ts';

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
}
