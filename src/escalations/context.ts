import type { Directory } from '../directory/directory.ts';
import type { Policy } from './policy.ts';

/** What a decision needs to know, looked up when the command comes: never what a card carries. */
export interface Context {
  /** Entra object id of the verified sender. */
  readonly actor: string;
  readonly now: Date;
  readonly policy: Policy;
  readonly offices: Offices;
  /** Whether the edition has a passage of this id. */
  readonly hasPassage: (id: string) => boolean;
}

/** As much of the directory as the rules ask for. */
export type Offices = Pick<
  Directory,
  'mission' | 'desk' | 'deskFor' | 'actsFor' | 'servesAt' | 'delegationsOf'
>;
