/** Longer than this many words it stands by itself, whatever it begins with. */
const mostWords = 14;

/** "and if …", "but what if …", "même si …": a condition under which the question before is asked again. */
const condition =
  /^(?<and>(?:and|but|or|so|then|et|mais|ou|alors)[\s,]+)?(?:what\s+)?(?<rest>(?:even\s+)?(?:if|unless)\s.+|(?:même\s+)?(?:si\s|s[’']ils?\s).+|à moins qu.+)$/iu;
/** Without "and" before it, only "even if" or a condition on somebody named before carries on. */
const carriesOn =
  /^(?:even|même)\s|^(?:if|unless|si)\s+(?:s?he|they|it|her|his|their|this|that|there|elles?|ils?|on|c[’']est|ce|sa|son|ses|leurs?)(?:[’'\s]|$)|^s[’']ils?\s/iu;
/** "and who decides?": a question of so few words has no subject of its own. */
const asksMore =
  /^(?<and>(?:and|but|et|mais)\s+)?(?<rest>(?:why|how|who|when|where|by whom|pourquoi|comment|qui|par qui|quand|où)(?:\s+\S+){0,3})$/iu;
/** "what about …", "et pour …", "qu’en est-il de …": another subject for the question before. */
const subject =
  /^(?:(?:and|but|so|et|mais|alors)[\s,]+)?(?:(?:what|how)\s+about|same\s+(?:for|with)|(?:qu[’']en est-il|quid|que dire)\s+(?:du\s|des\s|de\s+l[’']|de\s|d[’'])|(?:c[’']est\s+)?(?:pareil|idem|la même chose)\s+(?:pour|avec)\s)\s*(?<rest>.+)$/iu;
const andSomething = /^(?:and|but|et|mais)[\s,]+(?<rest>.+)$/iu;
/** "what is the salary of …": a question of its own, which "and" before it does not make a part of another. */
const asksByItself =
  /^(?:what|which|who|whose|how|when|where|why|can|could|may|might|should|shall|must|do|does|did|is|are|was|were|will|would|has|have|que|qu[’']|à? ?quel(?:le)?s?|qui|comment|combien|quand|où|pourquoi|est-ce|peut|puis|dois|doit|faut|devons|pouvons|a-t|est|sont)(?!\p{L})/iu;

/** What a message may mean. */
export interface Reading {
  /** The question in full. */
  readonly question: string;
  /** What the next further question carries on from: conditions do not add up. */
  readonly base: string;
}

/**
 * Says how a message can be read after the question before it: "and if she is a minor?" asks that question again under
 * a condition; "what about social media?" asks of something else, by itself or within that question.
 *
 * @param before the last question of the same person in the same conversation
 * @returns likeliest first; none where it carries nothing on
 */
export function readingsOf(message: string, before: string): readonly Reading[] {
  const text = withoutEnd(message);
  if (text.split(/\s+/u).length > mostWords) return [];
  const asked = withoutEnd(before);
  // French sets its question marks apart.
  const end = /\s\?\s*$/u.test(message) || /\s\?\s*$/u.test(before) ? ' ?' : '?';
  const within = (addition: string): Reading => ({ question: `${asked}${addition}${end}`, base: before });
  const alone = (question: string): Reading => ({ question: `${question}${end}`, base: `${question}${end}` });
  const { and, rest: under = '' } = condition.exec(text)?.groups ?? {};
  // "If she is arrested, what should we do?" has a question of its own.
  if (under !== '' && !under.includes(',') && (and !== undefined || carriesOn.test(under))) {
    return [within(` ${under}`)];
  }
  const more = asksMore.exec(text)?.groups;
  if (more?.rest && (more.and !== undefined || !more.rest.includes(' '))) {
    const inFull = within(`, ${more.rest}`);
    return more.rest.includes(' ') ? [inFull, alone(more.rest)] : [inFull];
  }
  const other = subject.exec(text)?.groups?.rest;
  if (other !== undefined) return [alone(other), within(`, ${other}`)];
  const rest = andSomething.exec(text)?.groups?.rest;
  if (rest === undefined) return [];
  return asksByItself.test(rest) ? [alone(rest)] : [alone(rest), within(`, ${rest}`)];
}

function withoutEnd(text: string): string {
  return text.replace(/[\s?!.…]+$/u, '');
}
