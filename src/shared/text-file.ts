/** No file of hearings is larger: two thousand of them with their notes. */
export const mostFileBytes = 1_048_576;

/** The text of a file in UTF-8, or in the code page of Western Windows, in which spreadsheets still save CSV. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
