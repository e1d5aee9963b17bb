import type { Manifest } from './manifest.ts';

const signature = '89504e470d0a1a0a';
/** In pixels, as Teams demands them; it refuses a package with any other. */
export const iconSizes = { color: 192, outline: 32 } as const;

/** What is wrong with the icons of a package; one that is not there is another's to report. */
export function problemsOfIcons(icons: Manifest['icons'], files: ReadonlyMap<string, Uint8Array>): string[] {
  return (['color', 'outline'] as const).flatMap(kind => {
    const name = icons[kind];
    const file = files.get(name);
    if (!file) return [];
    const size = sizeOfPng(file);
    const due = iconSizes[kind];
    if (!size) return [`${name}: the ${kind} icon must be a PNG file`];
    return size.width === due && size.height === due
      ? []
      : [`${name}: the ${kind} icon must be ${due} x ${due} pixels (it is ${size.width} x ${size.height})`];
  });
}

/** Reads the size from the header that every PNG file begins with. */
function sizeOfPng(file: Uint8Array): { width: number; height: number } | undefined {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (bytes.length < 24 || bytes.toString('hex', 0, 8) !== signature) return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
