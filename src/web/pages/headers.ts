import type { Language } from '../../i18n/language.ts';

/** Where Teams shows pages of an app: its classic address and the one Microsoft 365 moves to. */
const teams = 'https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft';

/** The pages need their style sheet and the form that changes the language; they run no script at all. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  `frame-ancestors ${teams}`,
].join('; ');

/** A page may be kept this long before a browser asks again, in seconds. The text changes only with a new release. */
const pageFreshness = 300;

/** Headers of a page. A page that was not found is asked for anew each time: the next release may have it. */
export function pageHeaders(language: Language, found: boolean): Record<string, string> {
  return {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Language': language,
    'Cache-Control': found ? `public, max-age=${pageFreshness}` : 'no-cache',
    Vary: 'Accept-Language',
    'Content-Security-Policy': contentSecurityPolicy,
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  };
}

/** Headers of a page that is for whoever was given its address alone: kept nowhere, listed nowhere. */
export function privatePageHeaders(language: Language): Record<string, string> {
  return {
    ...pageHeaders(language, false),
    'Cache-Control': 'private, no-store',
    'X-Robots-Tag': 'noindex, nofollow',
  };
}

/** Headers of the style sheet. Pages name its version in the address, so a browser may keep it for good (a year). */
export function stylesheetHeaders(versioned: boolean): Record<string, string> {
  return {
    'Content-Type': 'text/css; charset=utf-8',
    'Cache-Control': versioned ? 'public, max-age=31536000, immutable' : 'no-cache',
    'X-Content-Type-Options': 'nosniff',
  };
}
