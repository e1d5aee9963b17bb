import type { Directory } from '../directory/directory.ts';

/** What a decision needs to know, looked up when the command comes: never what a card carries. */
export interface Context {
  /** Entra object id of the verified sender. */
  readonly actor: string;
  readonly now: Date;
  readonly offices: Pick<Directory, 'official' | 'deskFor' | 'actsFor'>;
  /** Whether an edition has a section. */
  readonly hasSection: (edition: string, section: string) => boolean;
}
