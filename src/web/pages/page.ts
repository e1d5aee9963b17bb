import { createHash } from 'node:crypto';

/** An answer to a reader's request, ready to be sent and the same for every reader. */
export interface Page {
  readonly status: number;
  readonly html: string;
  /** Changes whenever a character of the page does. */
  readonly etag: string;
  readonly headers: Record<string, string>;
}

/** The ETag of a text: a strong one, as the bytes sent are always these. */
export function etagOf(text: string): string {
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
}
