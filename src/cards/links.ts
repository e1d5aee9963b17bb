/** Where a passage stands on the bot's own page of the guidelines. `#p2` is its place in the section. */
export type LinkTo = (section: string, ordinal?: number, edition?: string) => string;

/**
 * @param publicUrl address of the bot without a trailing slash
 * @param naming whether a link names its edition, as it must where several are known: paragraphs may have moved
 */
export function createLinks(publicUrl: string, naming = false): LinkTo {
  return (section, ordinal, edition) => {
    const query = naming && edition !== undefined ? `?edition=${edition}` : '';
    const place = ordinal === undefined ? '' : `#p${ordinal}`;
    return `${publicUrl}/guidelines/${encodeURIComponent(section)}${query}${place}`;
  };
}
