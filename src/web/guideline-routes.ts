import type { Request, Response, Server } from 'restify';
import type { GuidelinePages } from './guideline-pages.ts';
import { frameLanguage } from './pages/frame-language.ts';
import { stylesheetHeaders } from './pages/headers.ts';
import type { Page } from './pages/page.ts';

/** Serves the guidelines at `/guidelines` and `/guidelines/3.8`, for GET and HEAD. */
export function mountGuidelinePages(server: Server, pages: GuidelinePages): void {
  const language = (request: Request) =>
    frameLanguage(request.getQuery(), request.headers['accept-language']);
  const edition = (request: Request) => new URLSearchParams(request.getQuery()).get('edition') ?? undefined;
  const whole = async (request: Request, response: Response) => {
    send(request, response, pages.whole(language(request), edition(request)));
  };
  const section = async (request: Request, response: Response) => {
    // `/guidelines/`, as people type it.
    if (!request.params.section) return redirect(response, `../guidelines${queryOf(request)}`);
    send(
      request,
      response,
      pages.section(String(request.params.section), language(request), edition(request)),
    );
  };
  const { css, etag, version } = pages.stylesheet;
  const stylesheet = async (request: Request, response: Response) => {
    const versioned = new URLSearchParams(request.getQuery()).get('v') === version;
    send(request, response, { status: 200, html: css, etag, headers: stylesheetHeaders(versioned) });
  };
  for (const method of ['get', 'head'] as const) {
    server[method]('/guidelines', whole);
    server[method]('/guidelines/:section', section);
    server[method]('/guidelines.css', stylesheet);
  }
}

function redirect(response: Response, location: string): void {
  response.writeHead(308, { Location: location });
  response.end();
}

function queryOf(request: Request): string {
  const query = request.getQuery();
  return query === '' ? '' : `?${query}`;
}

function send(request: Request, response: Response, page: Page): void {
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
  const known = (ifNoneMatch ?? '').split(',').map(tag => tag.trim().replace(/^W\//, ''));
  return known.includes('*') || known.includes(etag);
}
