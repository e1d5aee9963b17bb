import { loadOnUse } from './load-on-use.ts';

/** The package that knows where each node of a YAML text stands. */
export const loadYaml = loadOnUse<typeof import('yaml')>('yaml');
