import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';

const root = new URL('../../', import.meta.url);
const built = new URL('dist/bot/', root);

/**
 * Finds what `npm run build` has made of the sources: the same code in a few files, which Node loads sooner than many. Only
 * while every file that it was made of is as it was, so that what runs is always what the sources say.
 *
 * @returns {string | undefined} the address of its first file
 */
export function findBuiltCode() {
  try {
    /** @type {{ first: string, files: Record<string, { state: string, digest: string }> }} */
    const { first, files } = JSON.parse(readFileSync(new URL('made-of.json', built), 'utf8'));
    // Reading them costs a little more; what was copied, or unpacked of an image, has other times and still is the same.
    const asItWas = Object.entries(files).every(
      ([file, { state, digest }]) => stateOf(file) === state || digestOf(textOf(file)) === digest,
    );
    return asItWas ? new URL(first, built).href : undefined;
  } catch {
    // It was never built, or a file of it is gone.
    return undefined;
  }
}

/**
 * What changes with a file: its size, and when it was last written.
 *
 * @param {string} file from the project's folder
 * @throws when there is no such file
 */
export function stateOf(file) {
  const { size, mtimeMs } = statSync(new URL(file, root));
  return `${size} ${Math.floor(mtimeMs)}`;
}

/**
 * A file's text.
 *
 * @param {string} file from the project's folder
 * @throws when there is no such file
 */
export function textOf(file) {
  return readFileSync(new URL(file, root), 'utf8');
}

/**
 * What changes with a text.
 *
 * @param {string} text
 */
export function digestOf(text) {
  return createHash('sha256').update(text).digest('base64url');
}
