import { createRequire } from 'node:module';
import { Ajv, type ErrorObject } from 'ajv';
import formats from 'ajv-formats';
import { ManifestError } from './manifest-error.ts';

const require = createRequire(import.meta.url);
// Some of Microsoft's patterns are no valid Unicode expressions, and some words no standard ones.
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
formats.default(ajv);
/** The schemas read so far, by path: Ajv compiles one object once, and takes a while over it. */
const schemas = new Map<string, JsonSchema>();

export interface JsonSchema {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly patternProperties?: Readonly<Record<string, unknown>>;
}

/** Microsoft's schemas: of the manifest, and of the files that translate it. */
const schemaFiles = {
  manifest: 'MicrosoftTeams.schema.json',
  language: 'MicrosoftTeams.Localization.schema.json',
};

/**
 * The schema that Microsoft publishes for a version of the manifest, from its npm package: nothing is fetched.
 *
 * @throws ManifestError when the package has none for that version
 */
export function readSchema(kind: keyof typeof schemaFiles, manifestVersion: string): JsonSchema {
  const path = `@microsoft/app-manifest/build/json-schemas/teams/v${manifestVersion}/${schemaFiles[kind]}`;
  const known = schemas.get(path);
  if (known) return known;
  try {
    // The schemas call themselves draft 4 and use words of draft 6 (const); without the claim Ajv checks both.
    const { $schema: _, ...schema } = require(path);
    schemas.set(path, schema);
    return schema;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw cause;
    throw new ManifestError([
      `manifestVersion ${manifestVersion}: @microsoft/app-manifest has no schema of it, or is not installed`,
    ]);
  }
}

/** What a schema finds wrong with a file, one sentence each. */
export function problemsOfSchema(file: string, data: unknown, schema: JsonSchema): string[] {
  const validate = ajv.compile(schema);
  return validate(data) ? [] : (validate.errors ?? []).map(error => `${file}: ${sayError(error)}`);
}

function sayError({ instancePath, message, params }: ErrorObject): string {
  const where =
    instancePath
      .slice(1)
      .replace(/\/(\d+)/g, '[$1]')
      .replaceAll('/', '.') || 'the file';
  const what = params.additionalProperty ?? params.allowedValue ?? params.allowedValues?.join(', ');
  return `${where} ${message}${what === undefined ? '' : ` (${what})`}`;
}
