/** Characters that turn the direction of a line, or take no room in it: they can make a text read as another. */
const deceptive = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
/** What Markdown makes of a text: emphasis, code, links and tags within a line; lists and titles at its start. */
const withinLine = /[\\`*_[\]<~]/g;
const atLineStart = /^(\s*)([-+#>])|^(\s*\d+)([.)])(?=\s)/gm;

/** Data for a card, with the characters left out that show nothing and change what is read. */
export function withoutDeception<Data>(data: Data): Data {
  if (typeof data === 'string') return data.replace(deceptive, '') as Data;
  if (Array.isArray(data)) return data.map(withoutDeception) as Data;
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, withoutDeception(value)]),
  ) as Data;
}

/**
 * Makes every text of an expanded card read as it was written: Teams takes a TextBlock for Markdown, and no template of
 * ours has any in it. Changes the card in place.
 */
export function readAsWritten(part: unknown): void {
  if (typeof part !== 'object' || part === null) return;
  if ('type' in part && part.type === 'TextBlock' && 'text' in part && typeof part.text === 'string') {
    part.text = part.text
      .replace(withinLine, '\\$&')
      .replace(atLineStart, (_all, space = '', sign = '', number = '', stop = '') =>
        number ? `${number}\\${stop}` : `${space}\\${sign}`,
      );
  }
  for (const inner of Object.values(part)) readAsWritten(inner);
}
