import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../i18n/language.ts';
import type { Edition } from './edition.ts';
import { knowledgeFiles, loadKnowledge } from './knowledge.ts';
import { learnModel, type Model } from './model.ts';

/** To be raised whenever a model would be learnt or read in another way from the same sources. */
const format = 3;
/** What a file begins with. It is not packed: unpacking would cost the start three times what reading does. */
const signature = `Vigil model ${format}\n`.padEnd(16);

/** What a model has of numbers, wide ones first: so each begins at a multiple of its width, and is read where it stands. */
const numbers = {
  postings: Uint32Array,
  weights: Uint32Array,
  steps: Uint32Array,
  texts: Uint16Array,
  classes: Uint16Array,
  weightClasses: Uint16Array,
  stepClasses: Uint16Array,
  values: Uint8Array,
  weightValues: Int8Array,
  stepValues: Int8Array,
} as const;
type Numbers = { [Name in keyof typeof numbers]: Made<(typeof numbers)[Name]> };
type Made<Constructor> = Constructor extends Uint32ArrayConstructor
  ? Uint32Array
  : Constructor extends Uint16ArrayConstructor
    ? Uint16Array
    : Constructor extends Uint8ArrayConstructor
      ? Uint8Array
      : Int8Array;
const names = Object.keys(numbers) as (keyof Numbers)[];

/** What stands before the numbers, as JSON: all of a model that is not numbers, and how many there are of each. */
type Header = Pick<Model, 'meanings' | 'expressions' | 'terms'> & {
  readonly sources: string;
  readonly kinds: Model['steps']['kinds'];
  readonly vocabulary: Record<
    Language,
    { readonly words: readonly string[]; readonly counts: readonly number[] }
  >;
  readonly units: { readonly weights: number; readonly steps: number };
  readonly lengths: Readonly<Record<keyof Numbers, number>>;
};

/** The file that keeps what was learnt of an edition, in the folder of what names its passages. */
export const modelPath = (own: string, { id }: Edition): string => join(own, `${id}.model`);

/**
 * The model of an edition: the one that is kept, or, where its sources have changed since, learnt anew. That takes some
 * twenty seconds with all that comes with Vigil, so what was learnt of an added edition is kept for the next start: an update
 * of Vigil changes what it is learnt from.
 *
 * @param folder what comes with Vigil
 * @param own the folder of what names the passages of this edition
 * @throws DataFileError naming what is wrong in a changed file
 */
export function modelOf(folder: string, edition: Edition, own: string): Model {
  const sources = sourcesOf(folder, edition, own);
  const kept = readModel(modelPath(own, edition), sources);
  if (kept) return kept;
  const model = learnModel(edition, loadKnowledge(folder, edition, own));
  try {
    // What comes with Vigil is for whoever changes it to keep, with the curve of confidence that belongs to it.
    if (own !== folder) writeModel(modelPath(own, edition), sources, model);
  } catch {
    // The folder is not to be written to: the next start learns again.
  }
  return model;
}

/** Learns the model of an edition and keeps it, so that the start need not. @throws DataFileError */
export function keepModel(folder: string, edition: Edition, own: string): void {
  const sources = sourcesOf(folder, edition, own);
  const model = learnModel(edition, loadKnowledge(folder, edition, own));
  writeModel(modelPath(own, edition), sources, model);
}

/** A digest of all that a model is learnt from: the text, what is known of how to ask, and the way of learning. */
export function sourcesOf(folder: string, edition: Edition, own: string): string {
  const hash = createHash('sha256').update(`${format}\n${JSON.stringify(edition.sections)}`);
  for (const path of knowledgeFiles(folder, edition, own)) hash.update(readFileSync(path));
  return hash.digest('hex');
}

/** Keeps a model; whoever reads meanwhile finds the file as it was or as it is. */
export function writeModel(path: string, sources: string, model: Model): void {
  const { meanings, expressions, terms, vocabulary, postings, classes, weights, steps } = model;
  const parts: Numbers = {
    postings: postings.starts,
    weights: weights.starts,
    steps: steps.weights.starts,
    texts: postings.texts,
    classes,
    weightClasses: weights.classes,
    stepClasses: steps.weights.classes,
    values: postings.values,
    weightValues: weights.values,
    stepValues: steps.weights.values,
  };
  const header: Header = {
    sources,
    meanings,
    expressions,
    terms,
    kinds: steps.kinds,
    vocabulary: { en: listed(vocabulary.en), fr: listed(vocabulary.fr) },
    units: { weights: weights.unit, steps: steps.weights.unit },
    lengths: mapNames(name => parts[name].length),
  };
  const json = Buffer.from(JSON.stringify(header));
  // JSON may end with spaces, and the widest numbers begin at a multiple of four.
  const padded = Buffer.concat([json, Buffer.alloc((4 - (json.length % 4)) % 4, ' ')]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(padded.length);
  const whole = Buffer.concat([
    Buffer.from(signature),
    size,
    padded,
    ...names.map(name => {
      const { buffer, byteOffset, byteLength } = parts[name];
      return Buffer.from(buffer, byteOffset, byteLength);
    }),
  ]);
  // Two bots may keep it at once.
  const draft = `${path}.${process.pid}.new`;
  writeFileSync(draft, whole);
  renameSync(draft, path);
}

/**
 * Reads a model that was kept. It is our own file, made by `writeModel`, and is trusted as the program is; that it was made
 * from just these sources is what is checked.
 *
 * @returns undefined where there is none, or one learnt from other sources or kept in another way
 */
export function readModel(path: string, sources: string): Model | undefined {
  if (!existsSync(path)) return undefined;
  const bytes = readFileSync(path);
  if (bytes.toString('latin1', 0, signature.length) !== signature) return undefined;
  const jsonFrom = signature.length + 4;
  const numbersFrom = jsonFrom + bytes.readUInt32LE(signature.length);
  const header = JSON.parse(bytes.toString('utf8', jsonFrom, numbersFrom)) as Header;
  if (header.sources !== sources) return undefined;
  const { meanings, expressions, terms, kinds, vocabulary, units, lengths } = header;
  let at = bytes.byteOffset + numbersFrom;
  const parts = mapNames(name => {
    const part = new numbers[name](bytes.buffer as ArrayBuffer, at, lengths[name]);
    at += part.byteLength;
    return part;
  }) as Numbers;
  return {
    meanings,
    expressions,
    terms,
    vocabulary: { en: counted(vocabulary.en), fr: counted(vocabulary.fr) },
    postings: { starts: parts.postings, texts: parts.texts, values: parts.values },
    classes: parts.classes,
    weights: {
      starts: parts.weights,
      classes: parts.weightClasses,
      values: parts.weightValues,
      unit: units.weights,
    },
    steps: {
      kinds,
      weights: {
        starts: parts.steps,
        classes: parts.stepClasses,
        values: parts.stepValues,
        unit: units.steps,
      },
    },
  };
}

type Listed = Header['vocabulary'][Language];

function listed(counts: ReadonlyMap<string, number>): Listed {
  return { words: [...counts.keys()], counts: [...counts.values()] };
}

/** Without a pair for each word: thousands of them would cost more than the map. */
function counted({ words, counts }: Listed): Map<string, number> {
  const map = new Map<string, number>();
  for (let at = 0; at < words.length; at += 1) map.set(words[at] as string, counts[at] as number);
  return map;
}

function mapNames<Value>(of: (name: keyof Numbers) => Value): Record<keyof Numbers, Value> {
  return Object.fromEntries(names.map(name => [name, of(name)])) as Record<keyof Numbers, Value>;
}
