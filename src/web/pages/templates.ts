import { fileURLToPath } from 'node:url';
import { Eta } from 'eta';

const eta = new Eta({ views: fileURLToPath(new URL('.', import.meta.url)), cache: true });

/** Fills one of the templates beside this file; what it interpolates is escaped. */
export function fillTemplate(
  name: 'whole' | 'section' | 'not-found' | 'month' | 'month-closed',
  data: object,
): string {
  return eta.render(`./${name}`, data);
}

/** Text as HTML. */
export function escapeHtml(text: string | undefined): string {
  return eta.config.escapeFunction(text);
}
