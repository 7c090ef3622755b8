/**
 * The fonts of the browser tests. They come from npm, not from the machine: how wide a word is and how many sides a
 * page prints on must not depend on what somebody happens to have installed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { root } from '../src/commands/ready.mjs';

const { resolve } = createRequire(import.meta.url);
const folderOf = (packageName: string): string => dirname(resolve(`${packageName}/package.json`));

/** A family for each kind of text, and the packages that bring them. */
interface FontSet {
  serif: string;
  sans: string;
  mono: string;
  packages: readonly string[];
}

/** DejaVu has signs that the others lack, such as ticks and arrows, and stands in for them in every set. */
const signs = 'dejavu-fonts-ttf';

/** From the most room that text takes to the least. */
export const fontSets = {
  /** As on a Linux without any other fonts. */
  wide: { serif: 'DejaVu Serif', sans: 'DejaVu Sans', mono: 'DejaVu Sans Mono', packages: [signs] },
  /** With the widths of Times New Roman and Arial. */
  middling: {
    serif: 'Tinos',
    sans: 'Arimo',
    mono: 'DejaVu Sans Mono',
    packages: ['@expo-google-fonts/tinos', '@expo-google-fonts/arimo', signs],
  },
  narrow: {
    serif: 'Archivo Narrow',
    sans: 'Archivo Narrow',
    mono: 'DejaVu Sans Mono',
    packages: ['@expo-google-fonts/archivo-narrow', signs],
  },
} as const satisfies Record<string, FontSet>;

export type FontSetName = keyof typeof fontSets;

/** What Chromium asks the system for where a style sheet names a kind of font and none of the fonts before it is there. */
const askedFor = {
  serif: ['serif', 'Times New Roman'],
  sans: ['sans-serif', 'sans', 'system-ui', 'Arial'],
  mono: ['monospace', 'ui-monospace', 'Monospace', 'Courier New'],
} as const;

const folder = join(root, '.cache', 'fonts');

/**
 * Writes the settings that let a browser see the fonts of a set and no others.
 *
 * @returns the variables of the environment to start the browser with. Only Linux heeds them.
 */
export function fontEnvironment(name: FontSetName): { FONTCONFIG_FILE: string } {
  const set: FontSet = fontSets[name];
  const folders = set.packages.map((one) => `  <dir>${folderOf(one)}</dir>`);
  const families = (['serif', 'sans', 'mono'] as const).flatMap((kind) =>
    askedFor[kind].map(
      (asked) => `  <match target="pattern">
    <test name="family"><string>${asked}</string></test>
    <edit name="family" mode="assign" binding="same"><string>${set[kind]}</string></edit>
  </match>`,
    ),
  );
  const file = join(folder, `${name}.conf`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
${folders.join('\n')}
  <cachedir>${join(folder, 'cache')}</cachedir>
${families.join('\n')}
  <match target="pattern">
    <edit name="family" mode="append_last" binding="weak"><string>${set.sans}</string></edit>
  </match>
</fontconfig>
`,
  );
  return { FONTCONFIG_FILE: file };
}
