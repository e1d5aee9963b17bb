import type { ChannelLink, Delegation } from './directory.ts';

/** What people have said of the directory beside its file. */
export interface DirectoryNotes {
  links(): Promise<ChannelLink[]>;
  /** Makes a channel a unit's own; what either had before ends. */
  link(link: ChannelLink, by: string, at: Date): Promise<void>;
  delegations(): Promise<Delegation[]>;
  /** One officer has one delegation at a desk: a new one takes the place of the last. */
  delegate(delegation: Delegation): Promise<void>;
  /** False when there was none. */
  endDelegation(desk: string, from: string): Promise<boolean>;
}
