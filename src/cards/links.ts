/** Where a passage stands on the bot's own page of the guidelines. `#p2` is its place in the section. */
export type LinkTo = (section: string, ordinal?: number) => string;

/** @param publicUrl address of the bot without a trailing slash */
export function createLinks(publicUrl: string): LinkTo {
  return (section, ordinal) =>
    `${publicUrl}/guidelines/${encodeURIComponent(section)}${ordinal === undefined ? '' : `#p${ordinal}`}`;
}
