import { parseArgs } from 'node:util';
import type { Change } from '../../src/escalations/commands.ts';
import type { Posting } from '../../src/jobs/messenger.ts';
import { remindDeskJob } from '../../src/jobs/remind-desk.ts';
import { readKeyRing } from '../../src/store/encryption.ts';
import { openStore } from '../../src/store/store.ts';
import { by, openOffice, settled } from '../conversation/sign-off/office.ts';
import { answersFor, send } from '../escalations/world.ts';

/**
 * A bot through which a request goes from its sending to its approval, to be killed at any step. Before and after each
 * commit it asks its parent to go on; its messages go to the parent's HTTP server, which is Teams. Started again on the
 * same folder, it is given the same presses again, as Teams does when it got no answer.
 */
const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: '' },
    keys: { type: 'string', default: '' },
    teams: { type: 'string', default: '' },
  },
});
const store = await openStore({
  dataDir: values.folder,
  keys: readKeyRing(values.keys),
  jobs: [remindDeskJob],
});
await store.deliver({
  messenger: {
    send: async (message, signal) => {
      const answer = await fetch(values.teams, { method: 'POST', body: JSON.stringify(message), signal });
      return (await answer.json()) as Posting;
    },
  },
});
const { signOff } = openOffice(store);

async function step(name: string): Promise<void> {
  const goOn = new Promise(resolve => process.once('message', resolve));
  process.send?.(name);
  await goOn;
}

const presses: readonly (readonly [string, Change])[] = [
  ['hana', { type: 'ask-for-changes', revision: 1, text: 'Say who goes.' }],
  [
    'ana',
    {
      type: 'revise',
      revision: 1,
      urgency: 'urgent',
      answers: answersFor('general', { woman: { value: 'yes' } }),
    },
  ],
  ['hana', { type: 'approve-with-conditions', revision: 2, text: 'Quietly.' }],
];

await step('before send');
await signOff.open(send('general'), undefined, by('ana', 'press 0'));
await step('after send');
const { found } = await signOff.list({ most: 10 }, by('ana'));
const reference = found[0]?.state.reference ?? '';
for (const [index, [actor, change]] of presses.entries()) {
  await settled(store);
  await step(`before ${change.type}`);
  await signOff.change(reference, change, by(actor, `press ${index + 1}`));
  await step(`after ${change.type}`);
}
await settled(store);
await store.close();
process.send?.('done');
process.disconnect?.();
