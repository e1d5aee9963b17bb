import type { Citation } from '../../src/guidelines/answers.ts';
import { type Edition, passageOf, sectionOf } from '../../src/guidelines/edition.ts';

/** A passage of an edition with its section, as answers cite it. @throws Error where there is none of this id */
export function citeFrom(edition: Edition, id: string): Citation {
  const passage = passageOf(edition, id);
  const section = passage && sectionOf(edition, passage.section);
  if (!passage || !section) throw new Error(`no passage ${id}`);
  return { passage, section };
}
