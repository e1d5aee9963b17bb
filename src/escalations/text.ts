import { cleanText } from '../shared/clean-text.ts';

/** Characters at most in conditions, changes asked for, reasons and comments. */
export const longestText = 2_000;

export { cleanText as readText };

/** Letters, digits, spaces, hyphens and points, 2 to 40 of them; begins with a letter or digit. */
const codeName = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .-]{1,39}$/u;

/** A code name as it is kept, or undefined for what cannot be one. */
export function readCodeName(text: string): string | undefined {
  const clean = cleanText(text)?.replace(/\s+/g, ' ');
  return clean !== undefined && codeName.test(clean) ? clean : undefined;
}
