import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { drawIcon } from '../../src/manifest/draw-icons.ts';
import { exampleManifest, manifestFolder } from './example.ts';
import { readPng } from './png.ts';

const manifest = exampleManifest();
const read = (kind: 'color' | 'outline') => readPng(readFileSync(join(manifestFolder, manifest.icons[kind])));

/** How far the drawn pixels reach: first and last column and row. */
function bounds(
  drawn: readonly boolean[],
  width: number,
): { left: number; right: number; top: number; bottom: number } {
  const places = drawn.flatMap((is, index) =>
    is ? [{ x: index % width, y: Math.floor(index / width) }] : [],
  );
  const xs = places.map(({ x }) => x);
  const ys = places.map(({ y }) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

describe('the colour icon', () => {
  const { width, height, pixels } = read('color');
  const background = [0x1d, 0x35, 0x57, 255];

  test('is 192 x 192 pixels and opaque to its corners', () => {
    expect([width, height]).toEqual([192, 192]);
    expect(pixels.every(([, , , opacity]) => opacity === 255)).toBe(true);
    for (const corner of [0, width - 1, pixels.length - width, pixels.length - 1]) {
      expect(pixels[corner]).toEqual(background);
    }
  });

  test('keeps its symbol in the central 120 x 120', () => {
    const drawn = pixels.map(pixel => pixel.some((value, channel) => value !== background[channel]));
    const { left, right, top, bottom } = bounds(drawn, width);
    expect(Math.min(left, top)).toBeGreaterThanOrEqual(36);
    expect(Math.max(right, bottom)).toBeLessThan(156);
  });

  test('has the manifest’s accent colour behind the symbol', () => {
    const hex = background
      .slice(0, 3)
      .map(value => value.toString(16).padStart(2, '0'))
      .join('');
    expect(manifest.accentColor.toLowerCase()).toBe(`#${hex}`);
  });
});

describe('the outline icon', () => {
  const { width, height, pixels } = read('outline');

  test('is 32 x 32 pixels', () => {
    expect([width, height]).toEqual([32, 32]);
  });

  test('is white on nothing', () => {
    const colours = pixels
      .filter(([, , , opacity]) => opacity > 0)
      .map(([red, green, blue]) => [red, green, blue].join());
    expect(new Set(colours)).toEqual(new Set(['255,255,255']));
    const empty = pixels.filter(([, , , opacity]) => opacity === 0).length;
    expect(empty / pixels.length).toBeGreaterThan(0.5);
  });

  test('fills its square, as Teams adds its own margin', () => {
    const { left, right, top, bottom } = bounds(
      pixels.map(([, , , opacity]) => opacity > 0),
      width,
    );
    expect(Math.min(left, top)).toBeLessThanOrEqual(5);
    expect(Math.max(right, bottom)).toBeGreaterThanOrEqual(26);
  });
});

test.each(['color', 'outline'] as const)('the %s icon is the one its SVG source draws', kind => {
  const [drawn, kept] = [readPng(drawIcon(manifestFolder, kind)), read(kind)];
  // Processors may round the edge of a curve differently by a hair.
  const differing = drawn.pixels.filter((pixel, index) =>
    pixel.some((value, channel) => Math.abs(value - (kept.pixels[index]?.[channel] ?? 0)) > 4),
  );
  expect(differing).toEqual([]);
});
