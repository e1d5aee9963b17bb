import { type JsonSchema, problemsOfSchema } from './schema.ts';

type Strings = Readonly<Record<string, unknown>>;

/**
 * The strings of a manifest that a language file can translate.
 *
 * @param schema Microsoft's schema of language files, which says which these are
 * @returns the strings by the key that translates them, such as `bots[0].commandLists[0].commands[0].title`
 */
export function localisableStrings(manifest: unknown, schema: JsonSchema): Map<string, string> {
  const patterns = Object.keys(schema.patternProperties ?? {}).map(pattern => new RegExp(pattern));
  const isKey = (path: string) =>
    path !== '$schema' &&
    (Object.hasOwn(schema.properties ?? {}, path) || patterns.some(pattern => pattern.test(path)));
  return new Map(stringsOf(manifest, '').filter(([path]) => isKey(path)));
}

/** What is wrong with a language file: against its schema, and against the manifest that it translates. */
export function problemsOfLanguage(
  file: string,
  strings: unknown,
  manifest: unknown,
  schema: JsonSchema,
): string[] {
  const problems = problemsOfSchema(file, strings, schema);
  if (problems.length > 0) return problems;
  const translated = Object.keys(strings as Strings).filter(key => key !== '$schema');
  const wanted = localisableStrings(manifest, schema);
  return [
    ...[...wanted.keys()]
      .filter(key => !translated.includes(key))
      .map(key => `${file}: ${key} is not translated (“${wanted.get(key)}”)`),
    ...translated
      .filter(key => !wanted.has(key))
      .map(key => `${file}: ${key} translates nothing: the manifest has no such string`),
    ...translated
      .filter(key => String((strings as Strings)[key]).trim() === '')
      .map(key => `${file}: ${key} is empty`),
  ];
}

function stringsOf(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((item, index) => stringsOf(item, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    stringsOf(item, path === '' ? key : `${path}.${key}`),
  );
}
