import { lockFolder } from '../../src/store/folder-lock.ts';

/** A process that holds a folder until it is killed. */
await lockFolder(process.argv[2] as string);
process.send?.('locked');
setInterval(() => {}, 1_000);
