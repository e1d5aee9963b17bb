import { createRequire } from 'node:module';
import { leaveOut, loadLater } from '../shared/load-later.ts';

const require = createRequire(import.meta.url);

// Vigil uses none of its plugins, which load signatures, forms, tables, versions of routes and files; and it has its own log.
const restify = require.resolve('restify');
leaveOut(restify, './plugins');
loadLater(restify, 'pino');
// Its metrics tell of traces where there are any; not before somebody asks for them.
loadLater(require.resolve('prom-client'), '@opentelemetry/api');
