/**
 * Gives `virtual:record-fonts`: the addresses of the fonts that a PDF record embeds, cut down to the letters that people
 * here write with. A browser fetches them only once somebody makes a PDF.
 *
 * They are TrueType, which the library that writes PDF reads without an unpacker of its own; hosts compress them in
 * passing as they do scripts.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import subsetFont from 'subset-font';
import type { Plugin } from 'vite';

import { LETTERS } from '../records/exporters/letters.ts';

const name = 'virtual:record-fonts';
const resolved = `\0${name}`;

const cache = fileURLToPath(new URL('../../.cache/record-fonts', import.meta.url));
const packages = createRequire(import.meta.url);

/** What each font is for → the file that it is cut from. All of them are under the SIL Open Font License. */
const SOURCES = {
  serif: '@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf',
  strong: '@expo-google-fonts/noto-serif/600SemiBold/NotoSerif_600SemiBold.ttf',
  label: '@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
} as const;

type FontName = keyof typeof SOURCES;

const text = LETTERS.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_none, step) => String.fromCodePoint(first + step)),
).join('');

/** The fonts as TrueType, the same for the same sources. */
export async function subsetFonts(): Promise<Readonly<Record<FontName, Uint8Array>>> {
  const names = Object.keys(SOURCES) as FontName[];
  const cut = await Promise.all(
    names.map(async (font) => {
      const whole = await readFile(packages.resolve(SOURCES[font]));
      const subset = await subsetFont(whole, text, {
        targetFormat: 'sfnt',
        noHinting: true,
        keepFeatures: ['kern', 'mark', 'mkmk', 'ccmp', 'locl'],
      });
      return [font, new Uint8Array(subset)] as const;
    }),
  );
  return Object.fromEntries(cut) as Record<FontName, Uint8Array>;
}

export function recordFonts(): Plugin {
  return {
    name: 'record-fonts',
    resolveId: (id) => (id === name ? resolved : undefined),
    async load(id) {
      if (id !== resolved) return undefined;
      const fonts = Object.entries(await subsetFonts());
      await mkdir(cache, { recursive: true });
      const lines = fonts.map(async ([font, bytes]) => {
        const file = join(cache, `record-${font}.ttf`);
        await writeFile(file, bytes);
        return `export { default as ${font} } from ${JSON.stringify(`${file}?url`)};`;
      });
      return (await Promise.all(lines)).join('\n');
    },
  };
}
