/** The browser tests use the fonts that they bring, and no font of the machine. */
import type { Page } from '@playwright/test';

import { fontSets, type FontSetName } from '../fonts.ts';
import { site } from '../site-under-test.ts';
import { expect, test } from './test.ts';

/** The family that most letters of the first such element are set in. */
async function familyOf(page: Page, selector: string): Promise<string | undefined> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  return fonts.toSorted((one, other) => other.glyphCount - one.glyphCount)[0]?.familyName;
}

test(
  'everything that is read in this run is set in the fonts that the tests bring',
  { tag: '@every-font' },
  async ({ page }, { project }) => {
    if (process.platform !== 'linux') {
      console.log('not run here: tests in fonts of their own (only Linux lets a file choose them)');
      expect(process.env['CI'], 'the fonts have to be known where CI=true').not.toBe('true');
      return;
    }
    const { serif, sans, mono } = fontSets[project.name as FontSetName];
    console.log(`The fonts of the run “${project.name}”: ${[...new Set([serif, sans, mono])].join(', ')}.`);

    await page.goto(new URL('law/', site).href);
    expect(await familyOf(page, '.lede')).toBe(serif);
    expect(await familyOf(page, '.quiet')).toBe(sans);

    await page.goto('about:blank');
    await page.setContent(`<p id="none-of-them" style="font-family: Verdana, 'Liberation Mono', monospace">Words</p>
      <p id="first-of-paper" style="font-family: 'Times New Roman'">Words</p>`);
    expect(await familyOf(page, '#none-of-them')).toBe(mono);
    expect(await familyOf(page, '#first-of-paper')).toBe(serif);
  },
);
