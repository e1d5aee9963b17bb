import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { languages } from '../i18n/language.ts';
import type { Edition } from './edition.ts';
import { knowledgeFiles, loadKnowledge } from './knowledge.ts';
import { learnModel, type Model } from './model.ts';

/** To be raised whenever a model would be learnt or read in another way from the same sources. */
const format = 2;

/** What stands before the numbers, as JSON: all of a model that is not numbers, and how many there are of each. */
type Header = Pick<Model, 'meanings' | 'expressions' | 'terms' | 'unit'> & {
  readonly steps: Omit<Model['steps'], 'weights'>;
  readonly sources: string;
  readonly vocabulary: Record<(typeof languages)[number], readonly (readonly [string, number])[]>;
  readonly lengths: Readonly<
    Record<'starts' | 'texts' | 'values' | 'classes' | 'weights' | 'stepWeights', number>
  >;
};

/** The file that keeps what was learnt of an edition, in the folder of what names its passages. */
export const modelPath = (own: string, { id }: Edition): string => join(own, `${id}.model`);

/**
 * The model of an edition: the one that is kept, or, where its sources have changed since, learnt anew, which takes a second
 * or two.
 *
 * @param folder what comes with Vigil
 * @param own the folder of what names the passages of this edition
 * @throws DataFileError naming what is wrong in a changed file
 */
export function modelOf(folder: string, edition: Edition, own: string): Model {
  const kept = readModel(modelPath(own, edition), sourcesOf(folder, edition, own));
  return kept ?? learnModel(edition, loadKnowledge(folder, edition, own));
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
  const { meanings, expressions, terms, unit, vocabulary, postings, classes, weights } = model;
  const { weights: stepWeights, ...steps } = model.steps;
  const { starts, texts, values } = postings;
  const header: Header = {
    sources,
    meanings,
    expressions,
    terms,
    unit,
    steps,
    vocabulary: { en: [...vocabulary.en], fr: [...vocabulary.fr] },
    lengths: {
      starts: starts.length,
      texts: texts.length,
      values: values.length,
      classes: classes.length,
      weights: weights.length,
      stepWeights: stepWeights.length,
    },
  };
  const json = Buffer.from(JSON.stringify(header));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(json.length);
  const numbers = [starts, texts, values, classes, weights, stepWeights].map(part =>
    Buffer.from(part.buffer, part.byteOffset, part.byteLength),
  );
  const draft = `${path}.new`;
  writeFileSync(draft, gzipSync(Buffer.concat([size, json, ...numbers]), { level: 9 }));
  renameSync(draft, path);
}

/**
 * Reads a model that was kept. It is our own file, made by `writeModel`, and is trusted as the program is; that it was made
 * from just these sources is what is checked.
 *
 * @returns undefined where there is none, or one learnt from other sources
 */
export function readModel(path: string, sources: string): Model | undefined {
  if (!existsSync(path)) return undefined;
  const packed = readFileSync(path);
  // In one piece: a gzip file ends with the size of what is in it (RFC 1952).
  const bytes = gunzipSync(packed, { chunkSize: packed.readUInt32LE(packed.length - 4) });
  const start = 4 + bytes.readUInt32LE(0);
  const header = JSON.parse(bytes.toString('utf8', 4, start)) as Header;
  if (header.sources !== sources) return undefined;
  const { meanings, expressions, terms, unit, steps, vocabulary, lengths } = header;
  let at = start;
  /** Where the next numbers stand: in the file's own bytes, or in a copy, for a typed array begins at a multiple of its element. */
  const take = (count: number, bytesEach: number): [ArrayBuffer, number, number] => {
    const from = bytes.byteOffset + at;
    at += count * bytesEach;
    const whole = bytes.buffer as ArrayBuffer;
    return from % bytesEach === 0
      ? [whole, from, count]
      : [whole.slice(from, from + count * bytesEach), 0, count];
  };
  return {
    meanings,
    expressions,
    terms,
    unit,
    vocabulary: { en: new Map(vocabulary.en), fr: new Map(vocabulary.fr) },
    postings: {
      starts: new Uint32Array(...take(lengths.starts, 4)),
      texts: new Uint16Array(...take(lengths.texts, 2)),
      values: new Uint8Array(...take(lengths.values, 1)),
    },
    classes: new Uint16Array(...take(lengths.classes, 2)),
    weights: new Int8Array(...take(lengths.weights, 1)),
    steps: { ...steps, weights: new Int8Array(...take(lengths.stepWeights, 1)) },
  };
}
