import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { iconSizes } from './icons.ts';

/**
 * Draws an icon from its SVG source.
 *
 * @param folder where the source is, such as `color.svg`
 * @returns the PNG file
 */
export function drawIcon(folder: string, kind: keyof typeof iconSizes): Uint8Array {
  const source = readFileSync(join(folder, `${kind}.svg`), 'utf8');
  return new Resvg(source, { fitTo: { mode: 'width', value: iconSizes[kind] } }).render().asPng();
}
