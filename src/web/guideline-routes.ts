import type { Request, Response, Server } from 'restify';
import type { GuidelinePages } from './guideline-pages.ts';
import { frameLanguage } from './pages/frame-language.ts';
import { stylesheetHeaders } from './pages/headers.ts';
import { sendPage } from './pages/send.ts';

/** Serves the guidelines at `/guidelines` and `/guidelines/3.8`, for GET and HEAD. */
export function mountGuidelinePages(server: Server, pages: GuidelinePages): void {
  const language = (request: Request) =>
    frameLanguage(request.getQuery(), request.headers['accept-language']);
  const edition = (request: Request) => new URLSearchParams(request.getQuery()).get('edition') ?? undefined;
  const whole = async (request: Request, response: Response) => {
    sendPage(request, response, pages.whole(language(request), edition(request)));
  };
  const section = async (request: Request, response: Response) => {
    // `/guidelines/`, as people type it.
    if (!request.params.section) return redirect(response, `../guidelines${queryOf(request)}`);
    sendPage(
      request,
      response,
      pages.section(String(request.params.section), language(request), edition(request)),
    );
  };
  const { css, etag, version } = pages.stylesheet;
  const stylesheet = async (request: Request, response: Response) => {
    const versioned = new URLSearchParams(request.getQuery()).get('v') === version;
    sendPage(request, response, { status: 200, html: css, etag, headers: stylesheetHeaders(versioned) });
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
