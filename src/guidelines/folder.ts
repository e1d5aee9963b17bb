import { fileURLToPath } from 'node:url';

/** The editions and the knowledge that come with Vigil. */
export const guidelinesFolder = fileURLToPath(new URL('../../guidelines', import.meta.url));
