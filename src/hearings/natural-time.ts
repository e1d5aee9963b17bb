/** The ways of writing times that chrono, in French above all, does not know, as digits with a colon. */
const forms: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [/[\u00a0\u202f\s]+/gu, () => ' '],
  [/[’ʼ]/gu, () => "'"],
  [/\bapr[eè]s[- ]demain\b/giu, () => 'dans 2 jours'],
  [/\bthe day after tomorrow\b/gi, () => 'in 2 days'],
  [/\b1er\b/gi, () => '1'],
  // Spreadsheets write 14-mars-27.
  [/\b(\d{1,2})-(\p{L}{3,9}\.?)-(\d{2})\b/gu, (day, month, year) => `${day} ${month} 20${year}`],
  [/,? ?\(?\b(?:local time|court time|heure locale|heure du tribunal)\b\)?/giu, () => ''],
  [/(?:à )?(?<![\p{L}-])midi et demie?\b/giu, () => ' 12:30'],
  [/\b(?:at )?half past (\d{1,2})\b/gi, hour => ` ${hour}:30`],
  [/\b(?:at )?quarter past (\d{1,2})\b/gi, hour => ` ${hour}:15`],
  [/(?:à )?(?<![\p{L}-])midi\b/giu, () => ' 12:00'],
  [/\b(?:at )?noon\b/gi, () => ' 12:00'],
  [/\b(\d{1,2}) ?h(?:eures?)? et demie\b/giu, hour => `${hour}:30`],
  [/\b(\d{1,2}) ?h(?:eures?)? et quart\b/giu, hour => `${hour}:15`],
  [/\b([01]\d|2[0-3])([0-5]\d) ?(?:h|hrs?|hours)\b/giu, (hour, minute) => `${hour}:${minute}`],
  [/\b(\d{1,2}) ?h(?:eures?|rs?)? ?(\d{2})\b/giu, (hour, minute) => `${hour}:${minute}`],
  [/(?<![\p{L}\d:])(\d{1,2}) ?h(?:eures?)?(?![\p{L}\d])/giu, hour => `${hour}:00`],
  // Part of the day, which makes the hour certain.
  [/\b(\d{1,2}):(\d{2}) du matin\b/giu, (hour, minute) => `${hour.padStart(2, '0')}:${minute}`],
  [/\b(\d{1,2}):(\d{2}) (?:de l'après-midi|du soir)/giu, afternoon],
  [/\b(\d{1,2}):(\d{2}) in the morning\b/gi, (hour, minute) => `${hour.padStart(2, '0')}:${minute}`],
  [/\b(\d{1,2}):(\d{2}) in the (?:afternoon|evening)\b/gi, afternoon],
  [/\b([ap])\.m\b\.?/gi, half => `${half}m`],
  [/à (?=\d{1,2}:\d{2})/giu, () => ''],
];

/** Rewrites times as `9:30`, and days that are counted. Dates and everything else stay. */
export function tidyTimes(text: string): string {
  return forms
    .reduce(
      (tidied, [form, write]) =>
        tidied.replace(form, (match, ...parts) => {
          const groups = parts.filter((part): part is string => typeof part === 'string').slice(0, -1);
          return groups.length > 0 ? write(...groups) : write(match);
        }),
      text.normalize('NFC'),
    )
    .replace(/ +/g, ' ')
    .trim();
}

function afternoon(hour = '', minute = ''): string {
  const hours = Number(hour);
  return `${hours < 12 ? hours + 12 : hours}:${minute}`;
}
