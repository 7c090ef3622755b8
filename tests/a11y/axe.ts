/** What axe finds in a page, as tests ask for it: all that folds is unfolded first, so that nothing hides from it. */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

import { expect, type Page } from '@playwright/test';
import type { AxeResults, ElementContext, RunOptions } from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What every screen is held against. */
export const allRules = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
} as const;
/** All but the colours, which follow from what kind of thing something is, and take longer to look at than all else. */
export const allButColours = { ...allRules, without: ['color-contrast', 'link-in-text-block'] } as const;
/** What can differ where only the colours do. */
export const rulesOnColours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } as const;
/** What is pressed is large enough, or far enough from what else is pressed. */
export const ruleOnTargets = { type: 'rule', values: ['target-size'] } as const;

interface WithAxe {
  axe?: { run: (context: ElementContext, options: RunOptions) => Promise<AxeResults> };
}

/**
 * Fails where axe finds something; the rest of a test that looks at many pages goes on.
 *
 * @param where the page or screen, for the message
 * @param within what to look at, as a selector: `main` where what stands around it has been looked at before
 * @param runOnly the rules to look with
 */
export async function findsNothing(
  page: Page,
  where = '',
  within = 'html',
  runOnly: typeof allRules | typeof allButColours | typeof rulesOnColours | typeof ruleOnTargets = allRules,
): Promise<void> {
  // A page keeps it for all its screens.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const { found, passes } = await page.evaluate(
    async ([selector, rules, without]) => {
      // Colours on their way to others are none that anybody reads.
      await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
      for (const folded of document.querySelectorAll('details')) folded.open = true;
      const { axe } = window as WithAxe;
      if (axe === undefined) throw new Error('axe did not come.');
      const results = await axe.run(
        { include: [[selector]] },
        // Of what passes it need not write down every element: that takes longer than looking.
        {
          runOnly: { type: rules.type, values: [...rules.values] },
          rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
          resultTypes: ['violations'],
        },
      );
      return {
        passes: results.passes.length,
        found: results.violations.flatMap(({ id, help, nodes }) =>
          nodes.map(
            ({ target, failureSummary }) =>
              `${id}: ${help}\n  ${target.join(' ')}\n  ${failureSummary ?? ''}`,
          ),
        ),
      };
    },
    [within, runOnly, 'without' in runOnly ? runOnly.without : []] as const,
  );
  const looksAtAll = runOnly.type === 'tag';
  expect(passes, 'rules that had something to look at').toBeGreaterThan(looksAtAll ? 10 : 0);
  expect.soft(found.join('\n\n'), where).toBe('');
}
