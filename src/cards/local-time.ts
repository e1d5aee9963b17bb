/**
 * A time that each client shows in its reader's own zone and language.
 * Source: Microsoft, "Text features in Adaptive Cards", date and time formatting, which takes no fractions of a second.
 *
 * @param at an instant in ISO 8601
 */
export function localTime(at: string): string {
  const instant = at.replace(/\.\d+Z$/, 'Z');
  return `{{DATE(${instant}, SHORT)}} {{TIME(${instant})}}`;
}
