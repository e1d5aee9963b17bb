import { createRequire } from 'node:module';
import { leaveOut, loadLater } from '../shared/load-later.ts';

/*
 * The packages of which Vigil spares parts. They are loaded here, by `require`, so that what it does not need is spared first:
 * an `import` comes before every line of its file, and in a bundle before those of the files that it was made of.
 */
const require = createRequire(import.meta.url);

// Vigil uses none of its plugins, which load signatures, forms, tables, versions of routes and files; and it has its own log.
const owner = require.resolve('restify');
leaveOut(owner, './plugins');
loadLater(owner, 'pino');
// Its metrics tell of traces where there are any; not before somebody asks for them.
loadLater(require.resolve('prom-client'), '@opentelemetry/api');

export const { createServer: createRestifyServer } = require('restify') as typeof import('restify');
export const { collectDefaultMetrics, Counter, Gauge, Registry } =
  require('prom-client') as typeof import('prom-client');
