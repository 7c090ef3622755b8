/** The checklists: what stands on them, on how much paper, and what becomes of what is ticked. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

import type { BrowserContext, Download, Page } from '@playwright/test';

import { isAsked, printedSides } from '../../src/components/checklists/checklist.ts';
import { campaignerNames, momentNames } from '../../src/components/code/clause-names.ts';
import { newTicks } from '../../src/records/ticks.ts';
import { readContent, type Campaigner, type Clause, type Moment } from '../../src/schemas/read-content.ts';
import { campaigners, moments } from '../../src/schemas/vocabulary.ts';
import { root } from '../../src/commands/ready.mjs';
import { CHOSEN, PREFIX, ticksKey } from '../../src/storage/presence.ts';
import { site } from '../site-under-test.ts';
import { dist } from './built.ts';
import { islandsAlive } from './screens.ts';
import { expect, test } from './test.ts';

const { clauses, law: lawList } = readContent(root);
const kindOf = new Map(lawList.map(({ id, kind }) => [id, kind]));
const holdsFor = ({ who }: Clause, campaigner: Campaigner): boolean =>
  who.length === 0 || who.includes(campaigner);

const DOOR = 'checklists/at-the-door/';
/** Three statements at the door that hold for everyone, and one that holds for parties alone. */
const [first = '', second = '', third = ''] = clauses
  .filter(
    ({ moments: at, strength, who }) => at.includes('at-the-door') && strength === 'must' && who.length === 0,
  )
  .map(({ id }) => id);

async function open(page: Page, address = DOOR): Promise<void> {
  await page.goto(new URL(address, site).href);
  await islandsAlive(page);
  await expect(page.locator('html')).toHaveAttribute('data-ticks', 'kept');
}
const box = (page: Page, clause: string) => page.locator(`#ticklist input[id="${clause}"]`);

async function ticked(page: Page): Promise<string[]> {
  return page.locator('#ticklist input:checked').evaluateAll((all) => all.map(({ id }) => id));
}

async function choose(page: Page, group: string, label: string): Promise<void> {
  const details = page.locator('form.filters details').filter({ hasText: group });
  if (!(await details.evaluate((one) => (one as HTMLDetailsElement).open)))
    await details.locator('summary').click();
  const control = details.getByLabel(label, { exact: true });
  await control.setChecked(!(await control.isChecked()));
}

async function download(page: Page, button: string): Promise<{ file: Download; text: string }> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const file = await coming;
  return { file, text: await readFile(await file.path(), 'utf8') };
}

/** All keys of ours in the browser’s stores, and whether there is a database. */
async function kept(page: Page): Promise<string[]> {
  return page.evaluate(
    async (prefix) => [
      ...[...Object.keys(sessionStorage), ...Object.keys(localStorage)].filter((key) =>
        key.startsWith(prefix),
      ),
      ...(await indexedDB.databases()).map(({ name }) => `database ${name ?? ''}`),
    ],
    PREFIX,
  );
}

test.describe('what stands on a checklist', () => {
  for (const moment of moments) {
    test(`someone finds every statement for “${momentNames[moment]}” once, with its strength and the way to its place`, async ({
      page,
    }) => {
      await page.goto(`checklists/${moment}/`);
      const shown = await page.locator('#ticklist li').evaluateAll((items) =>
        items.map((item) => ({
          id: item.querySelector('input')?.id ?? '',
          strength: item.querySelector('.strength')?.textContent.trim() ?? '',
          text: item.querySelector('.tick > span')?.textContent.trim() ?? '',
          leadsTo: item.querySelector<HTMLAnchorElement>('a.place')?.href ?? '',
          law: [...item.querySelectorAll('.since')].map((one) => one.textContent.trim().split(':')[0]),
          before:
            item.textContent.split(item.querySelector('.tick > span')?.textContent ?? '')[0]?.trim() ?? '',
          list: item.closest('#ticklist > *')?.querySelector('h2')?.textContent.trim() ?? '',
        })),
      );
      const due = clauses.filter((clause) => clause.moments.includes(moment));
      expect(shown.map(({ id }) => id).toSorted()).toEqual(due.map(({ id }) => id).toSorted());
      for (const { id, strength, text, law, href } of due) {
        const item = shown.find((one) => one.id === id);
        expect(item, id).toMatchObject({ strength: strength.replace('-', ' '), text, law });
        expect(item?.leadsTo).toBe(new URL(href, site).href);
        // What holds now is met before the statement that it changes.
        const [first] = law;
        const changed = first !== undefined && kindOf.get(first) === 'changed';
        expect(item?.before.startsWith('Now '), id).toBe(changed);
        if (strength.startsWith('must')) expect(item?.list).toBe('What you must and must not do');
        if (strength.startsWith('should')) expect(item?.list).toBe('What you should and should not do');
      }
      // A may that is a duty in some cases must not fold away with the others.
      const folded = await page
        .locator('details.mays .tick')
        .evaluateAll((all) => all.map((one) => one.textContent));
      expect(folded.filter((text) => /\bmust\b/.test(text))).toEqual([]);
    });
  }

  test('someone sees which of her choices are made, and none that she has not made', async ({ page }) => {
    await page.goto(DOOR);
    const marked = (): Promise<string[]> =>
      page
        .locator('form.filters summary')
        .evaluateAll((all) =>
          all
            .filter((one) => getComputedStyle(one, '::after').content.includes('chosen'))
            .map((one) => one.textContent.trim()),
        );
    expect(await marked()).toEqual([]);
    await choose(page, 'Who you are', campaignerNames['independent-candidate']);
    await choose(page, 'What you do', 'Direct marketing');
    expect(await marked()).toEqual(['Who you are', 'What you do']);
  });

  test('someone who says who she is sees what holds for her, and no heading over nothing', async ({
    page,
  }) => {
    await page.goto(DOOR);
    await choose(page, 'Who you are', campaignerNames['independent-candidate']);
    await page.locator('details.mays summary').click();
    const shown = await page
      .locator('#ticklist input')
      .evaluateAll((all) => all.filter((one) => one.checkVisibility()).map(({ id }) => id));
    const due = clauses.filter(
      (clause) => clause.moments.includes('at-the-door') && holdsFor(clause, 'independent-candidate'),
    );
    expect(shown.toSorted()).toEqual(due.map(({ id }) => id).toSorted());
    expect(due.length).toBeLessThan(clauses.filter((one) => one.moments.includes('at-the-door')).length);
    const bare = await page
      .locator('#ticklist section[data-s]')
      .evaluateAll((all) =>
        all
          .filter(
            (one) =>
              one.checkVisibility() && ![...one.querySelectorAll('li')].some((li) => li.checkVisibility()),
          )
          .map((one) => one.textContent),
      );
    expect(bare).toEqual([]);
  });

  test('someone on a slow line has a checklist, and what keeps its ticks, for few bytes', async ({
    page,
  }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await open(page, 'checklists/before-you-collect/');
    const paths = asked.map((url) => new URL(url).pathname.slice(new URL(site).pathname.length));
    const sizes = paths.map(
      (path) =>
        brotliCompressSync(readFileSync(join(dist, path.endsWith('/') ? `${path}index.html` : path))).length,
    );
    const sum = sizes.reduce((total, one) => total + one, 0);
    console.log(
      `The longest checklist’s first view is ${(sum / 1000).toFixed(1)} kB in ${paths.length} requests.`,
    );
    expect(sum).toBeLessThanOrEqual(55_000);
  });
});

test.describe('on paper', () => {
  const sidesOf = (pdf: Buffer): number =>
    pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
  const print = async (page: Page): Promise<number> => sidesOf(await page.pdf({ preferCSSPageSize: true }));

  const check = (page: Page, id: string): Promise<void> =>
    page.locator(`#${id}`).evaluate((one) => {
      (one as HTMLInputElement).checked = true;
    });

  for (const moment of moments) {
    const due = clauses.filter((clause) => clause.moments.includes(moment) && isAsked(clause));
    /** Who has most to tick, parties apart. */
    const busiest = campaigners
      .filter((who) => who !== 'registered-party')
      .toSorted(
        (one, other) =>
          due.filter((clause) => holdsFor(clause, other)).length -
          due.filter((clause) => holdsFor(clause, one)).length,
      )
      .at(0);

    test(
      `someone prints what is asked for “${momentNames[moment]}” on no more sides than the page says`,
      { tag: '@every-font' },
      async ({ page }, { project }) => {
        const { inShort, whole } = printedSides[moment];
        await page.goto(`checklists/${moment}/`);
        const mostSides = async (): Promise<number> => {
          await check(page, 'w-registered-party');
          const party = await print(page);
          await check(page, `w-${busiest ?? ''}`);
          return Math.max(party, await print(page));
        };
        const holds = async (said: number): Promise<void> => {
          const sides = await mostSides();
          expect(sides).toBeLessThanOrEqual(said);
          // What is said is the fewest that can be said.
          if (project.name === 'wide') expect(sides).toBe(said);
        };
        if (inShort !== undefined) {
          expect(inShort).toBeLessThanOrEqual(2);
          await holds(inShort);
          await check(page, 'whole');
        }
        await holds(whole);
      },
    );
  }

  test('someone has one line for each statement of a long checklist on paper, or every word if she asks', async ({
    page,
  }) => {
    await page.goto('checklists/before-you-collect/');
    const shown = (selector: string): Promise<string[]> =>
      page
        .locator(`#ticklist > :not(details) li ${selector}`)
        .evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.textContent));
    const due = clauses.filter((clause) => clause.moments.includes('before-you-collect') && isAsked(clause));
    const sorted = (texts: (string | undefined)[]): (string | undefined)[] => texts.toSorted();
    const texts = sorted(due.map(({ text }) => text));

    expect(sorted(await shown('.tick > span:not(.short)'))).toEqual(texts);
    expect(await shown('.short')).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(sorted(await shown('.short'))).toEqual(sorted(due.map(({ short }) => short)));
    expect(await shown('.tick > span:not(.short)')).toEqual([]);
    await expect(page.locator('.out--words')).toBeVisible();
    await page.emulateMedia({ media: 'screen' });
    await choose(page, 'On paper', 'Every word');
    await page.emulateMedia({ media: 'print' });
    expect(sorted(await shown('.tick > span:not(.short)'))).toEqual(texts);
    expect(await shown('.short')).toEqual([]);
    await expect(page.locator('.out--words')).toBeHidden();
  });

  test('someone who leaves out what she does not do finds on the paper what she left out', async ({
    page,
  }) => {
    await page.goto('checklists/before-you-collect/');
    await choose(page, 'Who you are', campaignerNames['unregistered-group']);
    await choose(page, 'How much', 'Musts alone');
    const left = ['profiling', 'online'];
    for (const subject of left) {
      await page.locator(`#s-${subject}`).evaluate((one) => ((one as HTMLInputElement).checked = false));
    }
    await page.emulateMedia({ media: 'print' });
    const said = await page.locator('.paper').innerText();
    expect(said).toContain('Group that is not registered');
    const names = await page
      .locator('form.filters .subjects label')
      .evaluateAll((all) =>
        all
          .filter((label) => label.querySelector('input')?.checked === false)
          .map((label) => label.textContent.trim()),
      );
    expect(names.length).toBe(left.length);
    for (const name of names) expect(said).toContain(name);
    expect(said).toContain('what you should do');
    expect(said).not.toContain('Direct marketing');
  });

  test('someone who prints is told that what she may do is left out, until she opens it', async ({
    page,
  }) => {
    await page.goto(DOOR);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.paper')).toContainText(/Left out: \d+ statements of what you may do/);
    await expect(page.locator('details.mays')).toBeHidden();
    await expect(page.locator('.out--mays')).toBeVisible();
    await page.locator('details.mays').evaluate((one) => ((one as HTMLDetailsElement).open = true));
    await expect(page.locator('details.mays li').first()).toBeVisible();
    await expect(page.locator('.out--mays')).toBeHidden();
  });

  test('someone who asks for the musts alone is told on the paper that the shoulds are left out', async ({
    page,
  }) => {
    await page.goto(DOOR);
    await expect(page.locator('.shoulds')).toBeVisible();
    await choose(page, 'How much', 'Musts alone');
    await expect(page.locator('.shoulds')).toBeHidden();
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.out--shoulds')).toBeVisible();
  });

  test('someone who prints gets empty boxes, no statement cut in two, and nothing to press', async ({
    page,
  }) => {
    await open(page);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('button:visible, form.filters:visible, .keep:visible')).toHaveCount(0);
    expect(await ticked(page)).toEqual([]);
    const breaks = await page
      .locator('#ticklist li')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).breakInside));
    expect([...new Set(breaks)]).toEqual(['avoid']);
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('someone reads, filters and ticks a checklist, and is offered nothing that would not work', async ({
    page,
  }) => {
    await page.goto(DOOR);
    await page.locator(`label:has([id="${first}"]) > span`).click();
    await expect(box(page, first)).toBeChecked();
    await choose(page, 'What you do', 'Face-to-face campaigning');
    await expect(box(page, 'f2f-object')).toBeHidden();
    await expect(page.locator('#keep')).toBeHidden();
  });
});

test.describe('what is ticked', () => {
  const anotherTab = async (context: BrowserContext): Promise<Page> => {
    const page = await context.newPage();
    await open(page);
    return page;
  };
  const save = (page: Page) => page.getByRole('button', { name: 'Keep them on this device' }).click();

  test('outlasts a refresh with what was chosen, and goes when the tab closes', async ({ page, context }) => {
    await open(page);
    expect(await kept(page)).toEqual([]);
    await box(page, first).check();
    await choose(page, 'Who you are', campaignerNames['party-candidate']);
    await choose(page, 'What you do', 'Special category data');
    await page.getByLabel('The campaign it is for').fill('Friends of Elm');
    await expect(page.locator('.keeping')).toContainText('Your ticks last as long as this tab');
    await expect
      .poll(() => page.evaluate((key) => sessionStorage.getItem(key), ticksKey('at-the-door')))
      .toContain('Friends of Elm');
    await open(page);
    expect(await ticked(page)).toEqual([first]);
    await expect(page.locator('#w-party-candidate')).toBeChecked();
    await expect(page.locator('#s-special-category')).not.toBeChecked();
    await expect(page.getByLabel('The campaign it is for')).toHaveValue('Friends of Elm');
    expect(await kept(page)).toEqual([ticksKey('at-the-door')]);
    const later = await anotherTab(context);
    expect(await ticked(later)).toEqual([]);
  });

  test('belongs to its moment alone', async ({ page }) => {
    await open(page);
    await box(page, 'f2f-object').check();
    await open(page, 'checklists/when-someone-objects/');
    await expect(box(page, 'f2f-object')).not.toBeChecked();
  });

  test('before the page has come alive is kept as well', async ({ page }) => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/*.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(new URL(DOOR, site).href, { waitUntil: 'commit' });
    await box(page, second).check();
    release();
    await expect(page.locator('html')).toHaveAttribute('data-ticks', 'kept');
    expect(await ticked(page)).toEqual([second]);
    await open(page);
    expect(await ticked(page)).toEqual([second]);
  });

  test('is counted, and can be undone all at once and brought back', async ({ page }) => {
    await open(page);
    await box(page, first).check();
    await box(page, second).check();
    const musts = clauses.filter(
      ({ moments: at, strength }) => at.includes('at-the-door') && strength.startsWith('must'),
    ).length;
    await expect(page.locator('#keep')).toContainText(`Ticked: 2 of ${musts} musts`);
    await page.getByRole('button', { name: 'Untick every box' }).click();
    expect(await ticked(page)).toEqual([]);
    await page.getByRole('button', { name: 'Undo' }).click();
    expect((await ticked(page)).toSorted()).toEqual([first, second].toSorted());
  });

  test('can be kept on this device, where no tab overwrites another', async ({ page, context }) => {
    await open(page);
    await box(page, first).check();
    await save(page);
    await expect(page.locator('.keeping')).toContainText('kept on this device until you erase them');
    expect((await kept(page)).toSorted()).toEqual([CHOSEN, 'database clear-canvass'].toSorted());
    const other = await anotherTab(context);
    expect(await ticked(other)).toEqual([first]);
    await box(other, second).check();
    await page.bringToFront();
    await box(page, third).check();
    const later = await anotherTab(context);
    await expect
      .poll(() => ticked(later).then((all) => all.toSorted()))
      .toEqual([first, second, third].toSorted());
    await later.goto(new URL('campaign/', site).href);
    await later.getByText('Checklists to tick').click();
    await later.getByRole('link', { name: momentNames['at-the-door'], exact: true }).click();
    await expect(box(later, second)).toBeChecked();
  });

  test('goes with everything else that is erased, here or on the page of records', async ({
    page,
    context,
  }) => {
    await open(page);
    await box(page, first).check();
    await save(page);
    await page.getByRole('button', { name: 'Erase everything' }).click();
    await expect(page.locator('#keep-erase')).toBeFocused();
    await page.getByRole('button', { name: 'Erase everything' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'has been erased' })).toBeVisible();
    expect(await ticked(page)).toEqual([]);
    expect(await kept(page)).toEqual([]);

    await box(page, second).check();
    await save(page);
    await expect(page.locator('.keeping')).toContainText('kept on this device');
    const other = await context.newPage();
    await other.goto(new URL('campaign/', site).href);
    await other.getByRole('button', { name: 'Erase everything on this device' }).click();
    await other.getByRole('button', { name: 'Erase everything', exact: true }).click();
    await expect(other.getByText('has been erased')).toBeVisible();
    expect(await kept(other)).toEqual([]);
    await page.bringToFront();
    await box(page, third).check();
    await expect(page.getByText('has been erased in another tab')).toBeVisible();
    expect(await kept(page)).toEqual([ticksKey('at-the-door')]);
    await open(page);
    expect((await ticked(page)).toSorted()).toEqual([second, third].toSorted());
  });

  test('can be downloaded where the browser keeps nothing, and that is said', async ({ page }) => {
    await page.addInitScript(() => {
      for (const name of ['sessionStorage', 'localStorage'] as const) {
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('The operation is insecure.', 'SecurityError');
          },
        });
      }
      indexedDB.open = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
    });
    await open(page);
    await expect(
      page.getByRole('status').filter({ hasText: 'does not let the site keep your ticks' }),
    ).toBeVisible();
    await box(page, first).check();
    const { text } = await download(page, 'Download the record');
    expect(text).toContain('Musts ticked');
  });

  test('is said not to be kept where there is no room', async ({ page }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      };
    });
    await open(page);
    await box(page, first).check();
    await expect(page.getByRole('status').filter({ hasText: 'no room left' })).toBeVisible();
    await expect(box(page, first)).toBeChecked();
  });

  for (const [what, text, told] of [
    ['half', '{"schema":"clear-canvass/ticks/1","mom', 'cannot be read'],
    ['in a wrong shape', JSON.stringify({ ...newTicks('at-the-door'), ticked: ['a'] }), 'cannot be read'],
    [
      'from a newer version',
      JSON.stringify({ ...newTicks('at-the-door'), schema: 'clear-canvass/ticks/2' }),
      'newer version',
    ],
  ] as const) {
    test(`that the browser hands back ${what} is named, and the list can be used`, async ({ page }) => {
      await page.addInitScript(([key, value]) => sessionStorage.setItem(key, value), [
        ticksKey('at-the-door'),
        text,
      ] as const);
      await open(page);
      await expect(page.getByRole('status').filter({ hasText: told })).toBeVisible();
      expect(await ticked(page)).toEqual([]);
      await box(page, first).check();
      await expect(page.locator('#keep')).toContainText('Ticked: 1 of');
      if (what === 'from a newer version')
        expect(await page.evaluate((key) => sessionStorage.getItem(key), ticksKey('at-the-door'))).toBe(text);
    });
  }
});

test.describe('the record of a checklist', () => {
  const typed = '</script><img src=x onerror=alert(1)> & “Elm”';

  async function work(page: Page): Promise<void> {
    await open(page);
    await choose(page, 'Who you are', campaignerNames['independent-candidate']);
    await choose(page, 'What you do', 'Face-to-face campaigning');
    await box(page, first).check();
    await page.getByLabel('The campaign it is for').fill(typed);
    await page.getByLabel('Who ticked it').fill('R. Penhale');
  }

  test('someone downloads it as HTML that opens anywhere and says whether it was changed', async ({
    page,
  }, info) => {
    await work(page);
    const { file, text } = await download(page, 'Download the record');
    expect(file.suggestedFilename()).toMatch(/^\d{4}-\d\d-\d\d-checklist-at-the-door\.html$/);
    expect(text).not.toContain('<img');
    const print = (await page.locator('.fingerprint').innerText()).trim();
    const path = info.outputPath('record.html');
    await file.saveAs(path);
    await page.goto(`file://${path}`);
    await expect(page.locator('#check')).toContainText(`Matches its fingerprint ${print}`);
    await expect(page.locator('h1')).toHaveText('At the door');
    await expect(page.locator('main')).toContainText(typed);
    await expect(page.locator('#ticked .entry')).toHaveCount(1);
    await expect(page.locator('#ticked')).toContainText(first);
    await expect(page.locator('#left-out')).toContainText('f2f-object');
  });

  test('someone downloads it as JSON with every statement for her and what became of it', async ({
    page,
  }) => {
    await work(page);
    await page.getByText('Other formats', { exact: true }).click();
    const { file, text } = await download(page, 'Download as JSON');
    expect(file.suggestedFilename()).toMatch(/^\d{4}-\d\d-\d\d-checklist-at-the-door\.json$/);
    const record = JSON.parse(text) as {
      schema: string;
      moment: { id: Moment };
      who: { id: Campaigner };
      campaign: string;
      tickedBy: string;
      items: {
        clause: string;
        strength: string;
        text: string;
        law: { id: string }[];
        state: { is: string };
      }[];
    };
    expect(record).toMatchObject({
      schema: 'clear-canvass/checklist-record/1',
      moment: { id: 'at-the-door' },
      who: { id: 'independent-candidate' },
      campaign: typed,
      tickedBy: 'R. Penhale',
    });
    const due = clauses.filter(
      (clause) => clause.moments.includes('at-the-door') && holdsFor(clause, 'independent-candidate'),
    );
    const byClause = (one: { clause: string }, other: { clause: string }): number =>
      one.clause.localeCompare(other.clause);
    expect(
      record.items
        .map(({ clause, strength, text: words, law, state }) => ({
          clause,
          strength,
          text: words,
          law: law.map(({ id }) => id),
          is: state.is,
        }))
        .toSorted(byClause),
    ).toEqual(
      due
        .map(({ id, strength, text: words, law, section }) => ({
          clause: id,
          strength,
          text: words,
          law,
          is: id === first ? 'ticked' : section === 'face-to-face' ? 'left-out' : 'not-ticked',
        }))
        .toSorted(byClause),
    );
  });

  test('someone who ticks and downloads asks the host for nothing that tells what she ticked', async ({
    page,
  }) => {
    await open(page);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await box(page, first).check();
    await box(page, second).check();
    expect(asked).toEqual([]);
    await download(page, 'Download the record');
    expect(asked.filter((url) => url.startsWith('http') && !url.includes('/_astro/'))).toEqual([]);
    expect(asked.filter((url) => url.includes(first))).toEqual([]);
  });

  test('someone opens its file again, and goes on with what is ticked in it', async ({ page }) => {
    await work(page);
    const { file } = await download(page, 'Download the record');
    await page.goto(new URL('records/open/', site).href);
    await islandsAlive(page);
    await page.locator('#open-file').setInputFiles(await file.path());
    await expect(page.getByRole('heading', { name: 'The record of a checklist is open' })).toBeFocused();
    await expect(page.locator('.opened')).toContainText('It matches its fingerprint');
    await page.evaluate(() => sessionStorage.clear());
    await page.getByRole('button', { name: 'Go on with it' }).click();
    await expect(box(page, first)).toBeChecked();
  });
});
