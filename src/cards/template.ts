import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { loadOnUse } from '../shared/load-on-use.ts';
import { readAsWritten, withoutDeception } from './plain.ts';

/** An Adaptive Card as JSON. Only this room makes them. */
export type Card = { readonly type: 'AdaptiveCard' } & Readonly<Record<string, unknown>>;

const folder = new URL('../../cards/', import.meta.url);

type Templating = typeof import('adaptivecards-templating');
/** It brings 400 files of expressions. */
const loadTemplating = loadOnUse<Templating>('adaptivecards-templating');

/**
 * Makes the function that fills one template of `/cards`. People's words reach a card only as data, and a template is
 * expanded once: what looks like an expression in them stays text. So does what looks like Markdown.
 *
 * @param name the file's name without `.json`
 * @param schema what the template shows; strings and booleans only, so that no data becomes an element of the card
 * @returns fills the template; throws ZodError when the data does not fit
 */
export function cardTemplate<Schema extends z.ZodType>(name: string, schema: Schema) {
  const json: unknown = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
  // Parsed once: filling a prepared template is some thirty times faster.
  let template: InstanceType<Templating['Template']> | undefined;
  return (data: z.input<Schema>): Card => {
    template ??= new (loadTemplating().Template)(json);
    const card = template.expand({ $root: withoutDeception(schema.parse(data)) }) as Card;
    readAsWritten(card);
    return card;
  };
}
