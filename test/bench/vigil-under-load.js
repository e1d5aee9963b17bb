import { keepCompiledCode } from '../../src/shared/compiled-code.js';

// As `start.js` does for `npm start`.
keepCompiledCode(JSON.parse(process.argv[2] ?? '{}').folder);
await import('./vigil-under-load.ts');
