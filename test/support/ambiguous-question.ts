import { guidelinesFolder } from '../../src/guidelines/folder.ts';
import { openGuidelines } from '../../src/guidelines/open.ts';
import { questionsOf } from '../eval/questions.ts';

/**
 * A question for which two sections fit almost equally well, so that the person is given the choice. Which ones are so
 * changes with the knowledge: the first of a question set that is so now.
 */
export function ambiguousQuestion(): string {
  const guidelines = openGuidelines(guidelinesFolder);
  const found = questionsOf('heldout').find(({ lang, question: asked }) => {
    const answer = guidelines.ask(asked, 'en');
    return lang === 'en' && answer.kind === 'answered' && answer.alternative !== undefined;
  });
  if (!found) throw new Error('no question of the set fits two sections');
  return found.question;
}
