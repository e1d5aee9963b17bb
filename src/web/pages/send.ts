import type { Request, Response } from 'restify';
import type { Page } from './page.ts';

/** Sends a page, or that it is unchanged to whoever has it already. */
export function sendPage(request: Request, response: Response, page: Page): void {
  const headers = { ...page.headers, ETag: page.etag };
  // Only what was found can be unchanged (RFC 9110, 13.2.1).
  if (page.status === 200 && isKnown(request.headers['if-none-match'], page.etag)) {
    response.writeHead(304, headers);
    response.end();
    return;
  }
  const body = Buffer.from(page.html);
  response.writeHead(page.status, { ...headers, 'Content-Length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** A proxy that compresses marks the tag as weak; the page is the same. */
function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  const plain = (tag: string) => tag.trim().replace(/^W\//, '');
  const known = (ifNoneMatch ?? '').split(',').map(plain);
  return known.includes('*') || known.includes(plain(etag));
}
