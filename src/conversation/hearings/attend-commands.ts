/** What a typed message asks about attending a hearing. */
export type AttendCommand =
  | {
      readonly kind: 'roster';
      readonly ask: 'attend' | 'cant' | 'confirm' | 'lead' | 'show' | 'suggest';
      readonly hearing: string;
    }
  | { readonly kind: 'interpreter'; readonly needed: boolean; readonly hearing: string }
  | {
      readonly kind: 'permission';
      readonly state: 'requested' | 'granted' | 'refused';
      readonly hearing: string;
    }
  | { readonly kind: 'hearing-details' | 'hearing-outcome'; readonly hearing: string };

const reference = String.raw`(?<reference>hrg[\s-]*\d{4}[\s-]*\d{1,7})`;
const pattern = (source: string) => new RegExp(`^\\/?(?:${source})[\\s:]+${reference}[\\s.!?]*$`, 'iu');

const asks = [
  [
    'attend',
    pattern(`(?:i(?: will|[’']ll) )?attend|j[’']assisterai à|assister à|(?:je )?participer(?:ai)? à`),
  ],
  [
    'cant',
    pattern(
      `(?:i )?(?:can[’']?t|cannot|won[’']t) attend|withdraw from|not attend|(?:je ne peux pas|ne pas) assister à|me désister de|je n[’']assisterai pas à`,
    ),
  ],
  [
    'confirm',
    pattern(
      `confirm(?: attendance(?: at| of)?)?|i still attend|confirmer(?: (?:ma )?présence à)?|j[’']assiste toujours à`,
    ),
  ],
  [
    'lead',
    pattern(`(?:i )?lead(?: observer(?: (?:of|at|for))?)?|observ(?:ateur|atrice) principale? (?:de|à|pour)`),
  ],
  [
    'suggest',
    pattern(
      `suggest (?:a )?roster(?: for)?|whose turn(?: is)?(?: for)?|proposer les présences (?:pour|à)|à qui le tour(?: pour)?`,
    ),
  ],
  ['show', pattern('roster(?: (?:of|for))?|présences(?: (?:de|à|pour))?')],
] as const;
const interpreterNeeded = pattern(`interpreter needed(?: for)?|interprète nécessaire(?: pour)?`);
const noInterpreter = pattern(
  `no interpreter(?: needed)?(?: for)?|(?:aucun |pas d[’'])interprète(?: nécessaire)?(?: pour)?`,
);
const permission = {
  requested: pattern('permission requested(?: for)?|autorisation demandée(?: pour)?'),
  granted: pattern('permission granted(?: for)?|autorisation accordée(?: pour)?'),
  refused: pattern('permission refused(?: for)?|autorisation refusée(?: pour)?'),
} as const;
const details = pattern('details(?: of)?|notes(?: of)?|détails(?: de)?|notes(?: de)?');
const outcome = pattern(`(?:record )?(?:the )?outcome(?: of)?|(?:consigner )?(?:l[’'])?issue(?: de)?`);

/** Reads a message as a command about attending a hearing; undefined for everything else. */
export function readAttendCommand(text: string): AttendCommand | undefined {
  for (const [ask, words] of asks) {
    const hearing = referenceIn(words, text);
    if (hearing) return { kind: 'roster', ask, hearing };
  }
  const wanted = referenceIn(interpreterNeeded, text);
  if (wanted) return { kind: 'interpreter', needed: true, hearing: wanted };
  const unwanted = referenceIn(noInterpreter, text);
  if (unwanted) return { kind: 'interpreter', needed: false, hearing: unwanted };
  for (const state of ['requested', 'granted', 'refused'] as const) {
    const hearing = referenceIn(permission[state], text);
    if (hearing) return { kind: 'permission', state, hearing };
  }
  const asked = referenceIn(details, text);
  if (asked) return { kind: 'hearing-details', hearing: asked };
  const held = referenceIn(outcome, text);
  return held === undefined ? undefined : { kind: 'hearing-outcome', hearing: held };
}

/** `hrg 2026 42` is HRG-2026-0042. */
function referenceIn(words: RegExp, text: string): string | undefined {
  const found = words.exec(text)?.groups?.reference;
  const [, year, number] = /(\d{4})[\s-]*(\d{1,7})$/u.exec(found ?? '') ?? [];
  return year && number ? `HRG-${year}-${number.padStart(4, '0')}` : undefined;
}
