import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The package that knows where each node of a YAML text stands. It is loaded when it is first asked for. */
export const loadYaml = (): typeof import('yaml') => require('yaml');
