import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DataFileError, readDataFile } from '../shared/data-file.ts';
import { type Edition, EditionError, parseEdition } from './edition.ts';

export const editionsFile = z
  .array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9-]+$/, 'must be lower-case letters, digits and hyphens'),
      file: z.string(),
      language: z.enum(['en', 'fr']),
      label: z.string().min(1),
      publisher: z.string().min(1),
      sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 digest in hexadecimal'),
      introduction: z.string().min(1),
      ignore: z.array(z.string()).default([]),
      missingLists: z.array(z.string()).default([]),
    }),
  )
  .min(1, 'lists no edition');

/**
 * Reads every edition that `editions.yaml` of a folder lists.
 *
 * @throws DataFileError naming file, line and reason when a file is missing, changed or not an edition
 */
export function loadEditions(folder: string): Edition[] {
  const listed = readDataFile(join(folder, 'editions.yaml'), editionsFile);
  return listed.map(({ file, sha256, ...source }) => {
    const path = join(folder, file);
    let bytes: Buffer;
    try {
      bytes = readFileSync(path);
    } catch (cause) {
      throw new DataFileError(path, [`it cannot be read (${(cause as NodeJS.ErrnoException).code})`]);
    }
    const digest = createHash('sha256').update(bytes).digest('hex');
    try {
      // A text with a broken line is named by that line; any other change by the digest alone.
      const edition = parseEdition(source, bytes.toString('utf8'));
      if (digest !== sha256) {
        throw new DataFileError(path, [`its SHA-256 is ${digest}, not ${sha256}: the text was changed`]);
      }
      return edition;
    } catch (cause) {
      if (cause instanceof EditionError) throw new DataFileError(path, cause.message.split('\n'));
      throw cause;
    }
  });
}
