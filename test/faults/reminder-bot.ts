import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { parseArgs } from 'node:util';
import { createLinks } from '../../src/cards/links.ts';
import { createDirectory } from '../../src/directory/directory.ts';
import { parseDirectory } from '../../src/directory/directory-file.ts';
import { guidelinesFolder } from '../../src/guidelines/folder.ts';
import { openGuidelines } from '../../src/guidelines/open.ts';
import { zones } from '../../src/hearings/court-time.ts';
import { startReminders } from '../../src/jobs/remind.ts';
import { createHearingWords } from '../../src/jobs/word-hearings.ts';
import { createLog } from '../../src/shared/log.ts';
import { readKeyRing } from '../../src/store/encryption.ts';
import { openStore } from '../../src/store/store.ts';

/**
 * A bot that does nothing but remind, to be killed at any moment. Its messages go to the parent's HTTP server, which is
 * Teams, as fast as they can: Teams' limit of 50 a second would hide what a kill delays.
 */
const { values } = parseArgs({
  options: {
    place: { type: 'string', default: '' },
    keys: { type: 'string', default: '' },
    teams: { type: 'string', default: '' },
  },
});
const log = createLog('error');
const file = new URL('../../playground/directory.yaml', import.meta.url);
const directory = createDirectory(parseDirectory('directory.yaml', readFileSync(file, 'utf8')));
const { edition } = openGuidelines(guidelinesFolder);
const linkTo = createLinks('https://vigil.example.org');
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

let underWay = 0;
/** Told to the parent before the first message goes that makes it so many. */
let mostUnderWay = 0;

const store = await openStore({ ...JSON.parse(values.place), keys: readKeyRing(values.keys), log });
await store.deliver({
  // 10,000 within a minute, and something to spare.
  aim: 200,
  messenger: {
    send: ({ key, mayBeRepeated }, signal) =>
      new Promise((accept, fail) => {
        underWay += 1;
        if (underWay > mostUnderWay) {
          mostUnderWay = underWay;
          process.send?.({ mostUnderWay });
        }
        const accepted = () => {
          underWay -= 1;
          accept({ activityId: key, conversationId: 'c' });
        };
        request(values.teams, { method: 'POST', agent, signal }, response =>
          response.resume().on('end', accepted),
        )
          .on('error', fail)
          .end(JSON.stringify({ key, mayBeRepeated }));
      }),
  },
});
const reminders = startReminders({
  store,
  zones,
  words: createHearingWords({ edition, linkTo, zones }),
  directory: async () => directory,
  log,
});
process.send?.('ready');
process.on('message', async () => {
  await reminders.stop();
  await store.close();
  process.exit();
});
