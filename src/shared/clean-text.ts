/** Characters that show nothing, or turn others around: a reader must see what was written. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/gu;
const kept: ReadonlySet<string> = new Set(['\n', '\t', '\u200c', '\u200d']);

/** A text as it is kept: NFC, trimmed, lines ended by LF, without invisible characters. Undefined when nothing is left. */
export function cleanText(text: string | undefined): string | undefined {
  const clean = text
    ?.toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(invisible, character => (kept.has(character) ? character : ''))
    .normalize('NFC')
    .trim();
  return clean === undefined || !/[\p{L}\p{N}\p{P}\p{S}]/u.test(clean) ? undefined : clean;
}
