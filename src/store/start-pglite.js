/*
 * The first file of the database's own thread. It is JavaScript for the reason that start.js gives: the thread, too, keeps
 * what Node has compiled.
 */
import { enableCompileCache } from 'node:module';
import { dirname } from 'node:path';
import { workerData } from 'node:worker_threads';

const { compiled, disk } = workerData;
// What the process names is the folder of this version of Node within the one that was chosen.
if (compiled) enableCompileCache(dirname(compiled));
const { servePGlite } = await import('./serve-pglite.ts');
await servePGlite(disk);
