import { createNotices } from '../../src/conversation/sign-off/notices.ts';
import { createSendDigests } from '../../src/conversation/sign-off/send-digests.ts';
import { createSignOff } from '../../src/conversation/sign-off/service.ts';
import { openDirectory, watchDirectoryFile } from '../../src/directory/open.ts';
import type { Opening } from '../../src/escalations/commands.ts';
import { isRefusal } from '../../src/escalations/refusals.ts';
import { passageOf } from '../../src/guidelines/edition.ts';
import { guidelinesFolder } from '../../src/guidelines/folder.ts';
import { loadEditions } from '../../src/guidelines/load.ts';
import { withReminders } from '../../src/jobs/remind-desk.ts';
import { createLog } from '../../src/shared/log.ts';
import { policy } from '../escalations/world.ts';
import type { BothSides } from './both-sides.ts';

/** Entra object id of Luc Tremblay, Head of Mission. */
const sender = '00000000-0000-0000-0000-000000000021';

/** Sign-off on the store of a running playground, at a time that may have passed: what has come due since is done at once. */
export interface Office {
  /** Sends a request as its form would; gives its reference. */
  send(opening: Opening, at?: Date): Promise<string>;
  /** Sends the digests that are due then. */
  sendDigests(at: Date): Promise<void>;
}

export function openOffice({ store, directoryFile, address }: BothSides): Office {
  const [edition] = loadEditions(guidelinesFolder);
  if (!edition) throw new Error('there are no guidelines');
  const currentFile = watchDirectoryFile(directoryFile, createLog('error'));
  const partsAt = (at: Date) => ({
    store: withReminders(store),
    directory: openDirectory(currentFile, store.directoryNotes, async () => []),
    policy,
    hasPassage: (id: string) => passageOf(edition, id) !== undefined,
    notices: createNotices(policy, edition, section => `${address}/guidelines/${section}`),
    now: () => at,
  });
  return {
    send: async (opening, at = new Date()) => {
      const by = { actor: sender, fromHomeTenant: true };
      const sent = await createSignOff(partsAt(at)).open(opening, undefined, by);
      if (isRefusal(sent)) throw new Error(`refused: ${sent.refusal}`);
      return sent.state.reference;
    },
    sendDigests: at => createSendDigests(partsAt(at))(),
  };
}
