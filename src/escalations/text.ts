/** Characters at most in conditions, changes asked for, reasons and comments. */
export const longestText = 2_000;

/** Characters that show nothing, or turn others around: a reader must see what was written. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/gu;
const kept: ReadonlySet<string> = new Set(['\n', '\t', '\u200c', '\u200d']);

/** A text as it is kept: NFC, trimmed, lines ended by LF, without invisible characters. Undefined when nothing is left. */
export function readText(text: string | undefined): string | undefined {
  const clean = text
    ?.toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(invisible, character => (kept.has(character) ? character : ''))
    .normalize('NFC')
    .trim();
  return clean === undefined || !/[\p{L}\p{N}\p{P}\p{S}]/u.test(clean) ? undefined : clean;
}

/** Letters, digits, spaces, hyphens and points, 2 to 40 of them; begins with a letter or digit. */
const codeName = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .-]{1,39}$/u;

/** A code name as it is kept, or undefined for what cannot be one. */
export function readCodeName(text: string): string | undefined {
  const clean = readText(text)?.replace(/\s+/g, ' ');
  return clean !== undefined && codeName.test(clean) ? clean : undefined;
}
