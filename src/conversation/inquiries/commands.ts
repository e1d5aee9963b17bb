/** What a typed message asks of Headquarters, or of what Headquarters has published. */
export type InquiryCommand =
  /** `text` is empty where the question before is meant. */
  | { readonly kind: 'ask-headquarters'; readonly text: string }
  | { readonly kind: 'my-questions' }
  | { readonly kind: 'inquiry'; readonly reference: string }
  | { readonly kind: 'guidance-list' }
  | { readonly kind: 'guidance'; readonly reference: string };

const end = String.raw`[\s.!?]*$`;
const pattern = (source: string) => new RegExp(`^\\/?${source}${end}`, 'iu');

const ask =
  /^\/?(?:ask (?:hq|headquarters)|demander? (?:à l[’'](?:ac|administration centrale)|au siège)|interroger l[’'](?:ac|administration centrale))(?=[\s:,.!?-]|$)[\s:,-]*(?<text>.*)$/iu;
const mine = pattern('(?:my questions|mes questions)');
const guidance = pattern(
  "(?:(?:hq |headquarters )?guidance(?: list)?|(?:les )?orientations(?: de l[’’'](?:ac|administration centrale))?)",
);
const named = pattern(
  String.raw`(?:(?:status|statut)\s+(?:of |de )?)?(?<kind>ask|hqg)[\s-]*(?<year>\d{4})[\s-]*(?<number>\d{1,6})`,
);

/**
 * Reads a message as a command about questions to Headquarters, in either language; undefined for everything else.
 *
 * @param text normalised and trimmed
 */
export function readInquiryCommand(text: string): InquiryCommand | undefined {
  const reference = named.exec(text)?.groups;
  if (reference) {
    const { kind = '', year = '', number = '' } = reference;
    const written = `${kind.toUpperCase()}-${year}-${number.padStart(4, '0')}`;
    return { kind: kind.toUpperCase() === 'ASK' ? 'inquiry' : 'guidance', reference: written };
  }
  if (mine.test(text)) return { kind: 'my-questions' };
  if (guidance.test(text)) return { kind: 'guidance-list' };
  const asked = ask.exec(text)?.groups;
  return asked && { kind: 'ask-headquarters', text: (asked.text ?? '').replace(/^[\s.!?]+$/u, '') };
}
