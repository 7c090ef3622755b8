import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync('src/styles/tokens.css', 'utf8');

/** The custom colours of the rule that follows a heading; later rules are laid over earlier ones, as the browser does. */
function colours(...conditions: (string | undefined)[]): Record<string, string> {
  const rules = [...css.matchAll(/(?:@media ([^{]+)\{\s*)?:root \{([^}]*)\}/g)].map(([, media, body]) => ({ media: media?.trim(), body: body ?? '' }));
  const found: Record<string, string> = {};
  for (const { media, body } of rules) {
    if (!conditions.includes(media)) continue;
    for (const [, name, value] of body.matchAll(/--([a-z-]+): (#[0-9a-f]{3,6});/g)) if (name && value) found[name] = value;
  }
  return found;
}

function luminance(colour: string): number {
  const hex = colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit).join('') : colour.slice(1);
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const dark = '(prefers-color-scheme: dark)';
const more = '(prefers-contrast: more)';
const lights = {
  light: colours(undefined),
  dark: colours(undefined, dark),
  'light, more contrast': colours(undefined, more),
  'dark, more contrast': colours(undefined, dark, more, `${more} and ${dark}`),
};
const surfaces = ['paper', 'sheet', 'manila-pale', 'manila'];

describe.each(Object.entries(lights))('In the %s scheme', (_, colour) => {
  const of = (one: string, other: string): number => contrast(colour[one] ?? '', colour[other] ?? '');

  test('running text reaches the highest level on every surface', () => {
    for (const surface of surfaces) expect(of('ink', surface), surface).toBeGreaterThanOrEqual(7);
  });
  test('quiet text reaches 4.5 on every surface, and the highest level on paper', () => {
    for (const surface of surfaces) expect(of('graphite', surface), surface).toBeGreaterThanOrEqual(4.5);
    expect(of('graphite', 'paper')).toBeGreaterThanOrEqual(7);
  });
  test('text on ink can be read: buttons, stops, interruptions', () => {
    expect(of('paper', 'ink')).toBeGreaterThanOrEqual(7);
    expect(of('paper', 'graphite')).toBeGreaterThanOrEqual(4.5);
  });
  test('edges of controls and marks of links reach 3', () => {
    for (const surface of ['paper', 'sheet', 'manila-pale']) {
      expect(of('edge', surface), surface).toBeGreaterThanOrEqual(3);
      expect(of('manila-deep', surface), surface).toBeGreaterThanOrEqual(3);
    }
  });
  test('the two tones of the focus ring stand apart from each other and from the page', () => {
    expect(of('ring', 'ink')).toBeGreaterThanOrEqual(3);
    expect(of('ink', 'paper')).toBeGreaterThanOrEqual(3);
  });
});
