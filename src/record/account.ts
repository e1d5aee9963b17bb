import { canonicalJson } from './canonical-json.ts';
import type { Entry } from './chain.ts';

/** A text that belongs to an entry: readable, purged since, or no longer what it was. */
export type TextState =
  | { readonly state: 'kept'; readonly text: string }
  | { readonly state: 'purged' }
  | { readonly state: 'altered' };

export type AccountedEntry = Entry & { readonly texts: { readonly [name: string]: TextState } };

/** Tells the history of one subject to a person, oldest first. */
export function describeAccount(title: string, entries: readonly AccountedEntry[]): string {
  const parts = entries.map(entry => {
    const facts = Object.entries(entry.facts).map(([name, value]) => {
      return `    ${name}: ${typeof value === 'string' ? value : canonicalJson(value)}`;
    });
    const texts = Object.entries(entry.texts).map(([name, text]) => `    ${name}: ${describeText(text)}`);
    const heading = `${String(entry.seq).padStart(6)}  ${entry.at}  ${entry.event}  by ${entry.actor}`;
    return [heading, ...facts, ...texts, `    link: ${entry.link}`].join('\n');
  });
  const count = entries.length === 1 ? '1 entry' : `${entries.length} entries`;
  return [`${title}: ${count}`, ...parts].join('\n\n');
}

function describeText(text: TextState): string {
  if (text.state === 'purged') return '[purged; its keyed digest stays in the chain]';
  if (text.state === 'altered') return '[ALTERED: this is not what was recorded]';
  return text.text.includes('\n') ? `\n${text.text.replace(/^/gm, '      ')}` : text.text;
}
