import { createRequire } from 'node:module';
import { loadLater } from '../shared/load-later.ts';

const require = createRequire(import.meta.url);

// What plugins of restify load that Vigil does not use: signatures, forms, versions of routes, files.
const plugins = require.resolve('restify/lib/plugins');
for (const request of ['http-signature', 'qs', 'semver', 'send']) loadLater(plugins, request);
// Its metrics tell of traces where there are any; not before somebody asks for them.
loadLater(require.resolve('prom-client'), '@opentelemetry/api');
