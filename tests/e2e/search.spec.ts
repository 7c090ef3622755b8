/** Somebody looks something up, in her own words, with a phone, without a mouse, without a network. */
import type { Browser, Locator, Page } from '@playwright/test';

import { strengthName } from '../../src/components/code/clause-names.ts';
import type { Serving } from '../../src/commands/serve.ts';
import { answers, searches } from '../content/searches.ts';
import { site } from '../site-under-test.ts';
import { dist, filesIn, kindsOfPage } from './built.ts';
import { serveCompressed } from './compressed-site.ts';
import { kept } from './keeping.ts';
import { question } from './screens.ts';
import { expect, test } from './test.ts';

const searchPage = new URL('search/', site).href;

const box = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search for' });
const heading = (page: Page): Locator => page.locator('#found');
const results = (page: Page): Locator => page.locator('.search-results li');

/** Types a query and waits until its results are there. */
async function searchFor(page: Page, query: string): Promise<void> {
  await box(page).fill(query);
  await expect(heading(page)).toHaveText(new RegExp(`results? for “${RegExp.escape(query)}”$`));
}

/** Addresses of the first results, relative to the front page. */
async function firstThree(page: Page): Promise<string[]> {
  const addresses = await results(page)
    .locator('a')
    .evaluateAll((links) => (links as HTMLAnchorElement[]).slice(0, 3).map(({ href }) => href));
  return addresses.map((address) => address.slice(site.length));
}

/** Takes down every request for a part of the index, by its path in the build. */
function askedOfIndex(page: Page): string[] {
  const asked: string[] = [];
  page.context().on('request', (request) => {
    const path = request.url().slice(site.length);
    if (path.startsWith('pagefind/')) asked.push(path);
  });
  return asked;
}

test.describe('what is found', () => {
  test('someone who asks as volunteers do has the answer among the first three results', async ({ page }) => {
    // The unit layer asks all of them of the same index and the same code; these are asked where people do.
    await page.goto(searchPage);
    for (const search of searches.filter(({ missed }) => missed === undefined).slice(0, 5)) {
      await searchFor(page, search.query);
      const first = await firstThree(page);
      expect(
        first.some((href) => answers(search, href)),
        `“${search.query}” finds ${first.join(', ')}`,
      ).toBe(true);
    }
  });

  test('someone who types before the script has come has her words kept, and their results once it is there', async ({
    page,
  }) => {
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route(/_astro\/search\..*\.js$/, async (route) => {
      await released;
      await route.continue();
    });
    await page.goto(searchPage, { waitUntil: 'commit' });
    await box(page).fill('can I text them');
    release();
    await expect(heading(page)).toHaveText(/results? for “can I text them”$/);
    await expect(box(page)).toHaveValue('can I text them');
  });

  test('someone who follows a result lands on the clause, and both say the same strength', async ({
    page,
  }) => {
    await page.goto(searchPage);
    await searchFor(page, 'can I text them');
    const first = results(page).first();
    const strength = await first.locator('.strength').innerText();
    const words = (await first.getByRole('link').innerText()).trim();
    await first.getByRole('link').click();
    const clause = page.locator('.clause:target');
    await expect(clause).toBeInViewport();
    await expect(clause).toContainText(words);
    await expect(clause.locator('.strength')).toHaveText(new RegExp(`^\\s*${strength}\\b`));
    expect(strength).toBe(strengthName('must-not'));
  });

  test('someone sees in each result what it is, where it stands and which words were met', async ({
    page,
  }) => {
    await page.goto(searchPage);
    await searchFor(page, 'marked register');
    const term = results(page).filter({ has: page.locator('a[href$="glossary/#marked-register"]') });
    await expect(term.locator('.strength')).toHaveText('term');
    await expect(term.locator('.quiet')).toHaveText('Glossary');
    await expect(term.locator('a mark')).toHaveText(['marked', 'register']);
  });

  test('someone who comes back from a result finds her search as it was', async ({ page }) => {
    await page.goto(searchPage);
    await searchFor(page, 'opt out');
    await page.getByText('Choose what to show').click();
    await page.getByRole('checkbox', { name: 'must', exact: true }).check();
    const before = await results(page).allTextContents();
    await results(page).first().getByRole('link').click();
    await expect(page).toHaveURL(/\/code\//);
    await page.goBack();
    await expect(box(page)).toHaveValue('opt out');
    await expect(page.getByRole('checkbox', { name: 'must', exact: true })).toBeChecked();
    await expect(results(page)).toHaveText(before);
  });

  test('someone who finds nothing is told so, and where else to look', async ({ page }) => {
    await page.goto(searchPage);
    await box(page).fill('xyzzyq');
    await expect(heading(page)).toHaveText('No results for “xyzzyq”');
    await expect(page.locator('.elsewhere')).toBeVisible();
    await expect(page.locator('#not-found')).toHaveText('“xyzzyq” was not found.');
    await expect(page.getByRole('status')).toHaveText('No results for “xyzzyq”. “xyzzyq” was not found.');
    for (const name of ['the contents of the code', 'the list of all statements', 'the glossary'])
      await expect(page.locator('.elsewhere').getByRole('link', { name })).toBeVisible();
    await box(page).fill('');
    await expect(page.locator('.search-results')).toBeHidden();
  });

  test('someone is told which of her words was not found, and what is shown for it', async ({ page }) => {
    await page.goto(searchPage);
    const note = page.locator('#not-found');
    await searchFor(page, 'orchid consent');
    await expect(note).toHaveText('“orchid” was not found. The results are for the rest of your words.');
    await expect(results(page).first().locator('mark').first()).toHaveText(/consent/i);
    await searchFor(page, 'registar');
    await expect(heading(page)).toHaveText(/^\d+ near results for “registar”$/);
    await expect(note).toHaveText(
      '“registar” was not found. The results are for “register”, which is like it.',
    );
    await box(page).press('Enter');
    await expect(heading(page)).toBeFocused();
    await expect(heading(page)).toHaveAccessibleDescription(await note.innerText());
    await searchFor(page, 'register');
    await expect(note).toBeHidden();
  });

  test('someone who looks for a common word sees twenty results, and more if she asks', async ({ page }) => {
    await page.goto(searchPage);
    await searchFor(page, 'personal data');
    await expect(results(page)).toHaveCount(20);
    await page.getByRole('button', { name: 'Show more' }).click();
    await expect(results(page)).not.toHaveCount(20);
    await expect(results(page).nth(20).getByRole('link')).toBeFocused();
  });
});

test.describe('filters', () => {
  test('someone can look for one kind of thing, or for several', async ({ page }) => {
    await page.goto(searchPage);
    await searchFor(page, 'consent');
    await page.getByText('Choose what to show').click();
    await page.getByRole('checkbox', { name: 'Law changes' }).check();
    await expect(results(page).first()).toBeVisible();
    for (const href of await firstThree(page)) expect(href).toMatch(/^law\//);
    const kinds = () => results(page).locator('.strength').allTextContents();
    expect(new Set(await kinds())).toEqual(new Set(['law change']));
    await page.getByRole('checkbox', { name: 'Terms of the glossary' }).check();
    await expect.poll(async () => new Set(await kinds())).toEqual(new Set(['law change', 'term']));
  });

  test('someone can look only for what she must not do', async ({ page }) => {
    await page.goto(searchPage);
    await searchFor(page, 'consent');
    const all = Number((await heading(page).innerText()).split(' ')[0]);
    await page.getByText('Choose what to show').click();
    await page.getByRole('checkbox', { name: 'must not', exact: true }).check();
    await expect.poll(async () => Number((await heading(page).innerText()).split(' ')[0])).toBeLessThan(all);
    const strengths = await results(page).locator('.strength').allTextContents();
    expect(strengths.length).toBeGreaterThan(2);
    expect(new Set(strengths)).toEqual(new Set(['must not']));
  });
});

test.describe('by keyboard', () => {
  test(`someone presses one key and types, on each kind of page: ${Object.keys(kindsOfPage).join(', ')}`, async ({
    page,
  }) => {
    for (const address of Object.values(kindsOfPage)) {
      // Another address first: the page that searches would otherwise keep what was typed.
      await page.goto('about/');
      await page.goto(address);
      await page.keyboard.press('/');
      await expect(box(page)).toBeFocused();
      await page.keyboard.type('polling day');
      await expect(box(page)).toHaveValue('polling day');
      await expect(heading(page)).toContainText('polling day');
    }
  });

  test('someone searches, reads and follows a result without a mouse', async ({ page }) => {
    await page.goto('law/');
    const link = page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Search' });
    await link.focus();
    await page.keyboard.press('Enter');
    await expect(box(page)).toBeFocused();
    await page.keyboard.type('do not call list');
    await page.keyboard.press('Enter');
    await expect(heading(page)).toBeFocused();
    await expect(heading(page)).toContainText('do not call list');
    await page.keyboard.press('Tab');
    const first = results(page).first().getByRole('link');
    await expect(first).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('.clause:target')).toBeInViewport();
  });

  test('someone who listens is told how many results there are once she stops typing', async ({ page }) => {
    await page.goto(searchPage);
    await searchFor(page, 'kids');
    await expect(page.getByRole('status')).toHaveText(await heading(page).innerText());
  });

  test('someone who types a stroke in a text of her own stays where she is', async ({ driver, page }) => {
    await question('purpose')(driver);
    await driver.control('purpose', 'text').fill('');
    await driver.control('purpose', 'text').press('/');
    await expect(driver.control('purpose', 'text')).toHaveValue('/');
    await page.goto(searchPage);
    await box(page).press('/');
    await expect(box(page)).toHaveValue('/');
  });

  test('someone who uses the key with another, or has switched it off, stays where she is', async ({
    page,
  }) => {
    await page.goto('law/');
    await page.keyboard.press('Control+/');
    await page.goto(searchPage);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    await page.getByText('The key that opens this page').click();
    const choice = page.getByRole('checkbox', { name: 'Open the search with the / key' });
    await expect(choice).toBeChecked();
    await choice.uncheck();
    await page.goto('law/');
    await page.keyboard.press('/');
    await page.waitForTimeout(300);
    await expect(page).toHaveURL(/\/law\/$/);
    await page.goto(searchPage);
    await page.getByText('The key that opens this page').click();
    await expect(choice).not.toBeChecked();
    await choice.check();
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    await page.goto('law/');
    await page.keyboard.press('/');
    await expect(box(page)).toBeFocused();
  });
});

test.describe('what is fetched', () => {
  test('someone who does not search fetches nothing of the index', async ({ page }) => {
    const asked = askedOfIndex(page);
    await page.goto(searchPage, { waitUntil: 'networkidle' });
    expect(asked).toEqual([]);
  });

  test('nobody can tell from what is fetched what someone looked for', async ({ browser }) => {
    const seen: string[][] = [];
    for (const query of ['who gets the marked register', 'zebra crossing petition']) {
      const context = await browser.newContext({ serviceWorkers: 'block' });
      const page = await context.newPage();
      const asked = askedOfIndex(page);
      await page.goto(searchPage);
      await box(page).focus();
      await expect.poll(() => asked.filter((path) => path.endsWith('.pf_index')).length).toBeGreaterThan(1);
      await searchFor(page, query);
      await page.waitForLoadState('networkidle');
      seen.push([...new Set(asked)].sort());
      expect(new URL(page.url()).search).toBe('');
      await context.close();
    }
    const shipped = filesIn(dist).filter((file) => file.startsWith('pagefind/'));
    expect(seen[0]?.map((path) => path.replace(/\?ts=index$/, ''))).toEqual(shipped);
    expect(seen[1]).toEqual(seen[0]);
  });

  test('someone who goes on searching fetches nothing more', async ({ page }) => {
    const asked = askedOfIndex(page);
    await page.goto(searchPage);
    await searchFor(page, 'kids');
    await page.waitForLoadState('networkidle');
    const before = asked.length;
    for (const query of ['opt out', 'which lawful basis', 'quango', 'yearly']) {
      await box(page).fill(query);
      await expect(heading(page)).toContainText(query);
    }
    expect(asked.slice(before)).toEqual([]);
  });

  test('nobody fetches what the search does not use', () => {
    const shipped = filesIn(dist).filter((file) => file.startsWith('pagefind/'));
    expect(shipped.filter((file) => /ui|highlight|playground|fragment|unknown/.test(file))).toEqual([]);
    // Three indexes, each with the words of its own, and one of all else.
    const isWords = (file: string): boolean => /\/index\/[^/]+\.pf_index$/.test(file);
    const others = shipped
      .filter((file) => !isWords(file))
      .map((file) => file.replace(/^pagefind\/\w+\//, ''));
    const named = (meta: string): string => meta.replace(/en_\w+/, '*');
    expect(others.map(named).sort()).toEqual(
      ['', 'questionnaires/', 'sources/']
        .flatMap((index) => [`${index}pagefind-entry.json`, `${index}pagefind.*.pf_meta`])
        .concat('others.json', 'search-worker.js', 'statements.json', 'wasm.en.pagefind')
        .sort(),
    );
    expect(shipped.filter(isWords).length).toBeGreaterThan(2);
  });

  test('someone whose index cannot be had is told so, and finds it once it can', async ({ page, faults }) => {
    faults.allow(/Failed to load resource|ERR_FAILED/);
    await page.route('**/statements.json', (route) => route.abort());
    await page.goto(searchPage);
    await box(page).fill('kids');
    await expect(heading(page)).toHaveText(/could not be loaded/);
    await page.unroute('**/statements.json');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await expect(heading(page)).toHaveText(/results for “kids”/);
  });

  test.describe('where the rest takes its time', () => {
    /** Holds back what only the whole index needs. */
    async function holdTheRest(page: Page): Promise<() => void> {
      let letCome = (): void => undefined;
      const held = new Promise<void>((resolve) => (letCome = resolve));
      await page.route('**/others.json', async (route) => {
        await held;
        await route.continue();
      });
      return letCome;
    }
    const soFar = /^\d+ results so far for “controller”$/;
    const whole = /^\d+ results for “controller”$/;
    const term = (page: Page): Locator => results(page).locator('a[href$="glossary/#controller"]');

    test('someone has the statements at once, and everything when it has come', async ({ page }) => {
      const letCome = await holdTheRest(page);
      await page.goto(searchPage);
      await box(page).fill('controller');
      await expect(heading(page)).toHaveText(soFar);
      expect(await results(page).count()).toBeGreaterThan(2);
      await expect(term(page)).toHaveCount(0);
      letCome();
      await expect(heading(page)).toHaveText(whole);
      await expect(term(page)).toHaveCount(1);
    });

    test('someone who has gone to a result does not lose it, and has the rest when she asks', async ({
      page,
    }) => {
      const letCome = await holdTheRest(page);
      await page.goto(searchPage);
      await box(page).fill('controller');
      await expect(heading(page)).toHaveText(soFar);
      const link = results(page).nth(1).getByRole('link');
      const words = await link.innerText();
      await link.focus();
      letCome();
      await expect(heading(page)).toHaveText(/^\d+ of \d+ results for .* Press Search for all\.$/);
      await expect(link).toBeFocused();
      expect(await link.innerText()).toBe(words);
      await page.getByRole('button', { name: 'Search', exact: true }).click();
      await expect(heading(page)).toHaveText(whole);
      await expect(term(page)).toHaveCount(1);
    });

    test('someone who cannot have the rest keeps what there is, is told so, and may try again', async ({
      page,
      faults,
    }) => {
      faults.allow(/Failed to load resource|ERR_FAILED/);
      await page.route('**/others.json', (route) => route.abort());
      await page.goto(searchPage);
      await box(page).fill('controller');
      await expect(heading(page)).toHaveText(/so far for .* The rest could not be loaded/);
      await expect(results(page).first()).toBeVisible();
      await page.unroute('**/others.json');
      await page.getByRole('button', { name: 'Search', exact: true }).click();
      await expect(heading(page)).toHaveText(whole);
    });

    test('someone who looks for law changes alone waits for them', async ({ page }) => {
      const letCome = await holdTheRest(page);
      await page.goto(`${searchPage}#q=consent&kind=law`);
      await expect(heading(page)).toHaveText('Looking…');
      letCome();
      await expect(heading(page)).toHaveText(/^\d+ results for “consent”$/);
    });
  });
});

test.describe('safety', () => {
  test('the policy of the page stays strict, and only what the search works with may compile code', async ({
    request,
  }) => {
    const policyOf = async (path: string): Promise<string> =>
      (await request.get(new URL(path, site).href)).headers()['content-security-policy'] ?? '';
    for (const path of ['', 'search/', 'code/lawful-bases/', 'sw.js', '404.html', 'manifest.webmanifest']) {
      expect(await policyOf(path), path).toContain("default-src 'none'");
      expect(await policyOf(path), path).not.toContain('unsafe');
    }
    for (const path of filesIn(dist).filter((file) => file.startsWith('pagefind/'))) {
      expect(await policyOf(path), path).toMatch(
        /^default-src 'none'; .*script-src 'self' 'wasm-unsafe-eval';/,
      );
    }
  });

  test('someone who types code sees it as text', async ({ page }) => {
    const code = '<img src=x onerror="document.title=1"> consent';
    await page.goto(`${searchPage}#q=${encodeURIComponent(code)}`);
    await expect(heading(page)).toContainText(`results for “${code}”`);
    await expect(page.locator('main img')).toHaveCount(0);
    await expect(page).toHaveTitle(/^Search/);
    await page.goto(`${searchPage}#kind=<b>&q=${encodeURIComponent('<b>kids</b>')}`);
    await expect(results(page).first()).toBeVisible();
    await expect(page.locator('main b')).toHaveCount(0);
  });
});

test.describe('without a network', () => {
  test.use({ serviceWorkers: 'allow' });

  test('someone who has been here once can search', async ({ page, context }) => {
    await page.goto('');
    // The index of the search is kept as one of the last, and the edition after it.
    await kept(page, 'edition/');
    await context.setOffline(true);
    await page.keyboard.press('/');
    await expect(box(page)).toBeFocused();
    await searchFor(page, 'can I text them');
    await expect(results(page).first()).toContainText('electronic mail');
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('someone is led to where she can look instead', async ({ page }) => {
    await page.goto(searchPage);
    await expect(page.locator('form.search')).toBeHidden();
    const notice = page.locator('noscript .notice');
    await expect(notice).toContainText('Searching needs scripts');
    const addresses = await notice
      .getByRole('link')
      .evaluateAll((links) => (links as HTMLAnchorElement[]).map(({ href }) => href));
    expect(addresses).toEqual(['code/', 'clauses/', 'glossary/'].map((path) => new URL(path, site).href));
  });
});

/** Milliseconds to the first result: the first time, and once the index is there. Times fail only at three times these. */
const COLD = 1600;
const WARM = 150;
const NOISE = 3;

test.describe('with an old phone on a slow line', { tag: '@alone' }, () => {
  let serving: Serving;
  test.beforeAll(async () => {
    serving = await serveCompressed();
  });
  test.afterAll(async () => {
    await serving.close();
  });

  /** Opens the page as somebody does who has never been here. Its line and processor are slow from then on. */
  async function arrive(browser: Browser): Promise<Page> {
    const context = await browser.newContext({
      serviceWorkers: 'block',
      viewport: { width: 412, height: 823 },
    });
    const page = await context.newPage();
    await page.goto(new URL('search/', serving.address).href, { waitUntil: 'networkidle' });
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 562.5,
      downloadThroughput: (1.6e6 * 0.9) / 8,
      uploadThroughput: (750e3 * 0.9) / 8,
    });
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    return page;
  }

  /** Types a query, or pastes it where there is no time between keys. Milliseconds to its results. */
  const time = (page: Page, query: string, key = 0): Promise<{ sinceFocus: number; sinceLastKey: number }> =>
    page.evaluate(
      async ({ query, key }) => {
        const input = document.querySelector<HTMLInputElement>('#q');
        const found = document.querySelector('#found');
        const list = document.querySelector('.search-results');
        if (!input || !found || !list) throw new Error('This is not the search page.');
        const shown = new Promise<number>((resolve) => {
          const watch = new MutationObserver(() => {
            if (!found.textContent.endsWith(` for “${query}”`)) return;
            watch.disconnect();
            requestAnimationFrame(() => resolve(performance.now()));
          });
          watch.observe(list, { childList: true, subtree: true, characterData: true });
        });
        const begun = performance.now();
        input.focus();
        let pressed = begun;
        for (let end = key > 0 ? 1 : query.length; end <= query.length; end += 1) {
          if (key > 0) await new Promise((resolve) => setTimeout(resolve, key));
          pressed = performance.now();
          input.value = query.slice(0, end);
          input.dispatchEvent(new Event('input', { bubbles: true }));
        }
        const at = await shown;
        return { sinceFocus: at - begun, sinceLastKey: at - pressed };
      },
      { query, key },
    );

  test('someone has the first result soon after she has typed, and further ones at once', async ({
    browser,
  }) => {
    const pasting = await arrive(browser);
    const pasted = await time(pasting, 'can I text them');
    await pasting.context().close();

    const page = await arrive(browser);
    // Five keys a second: a quick typist on a telephone.
    const cold = await time(page, 'can I text them', 200);
    const warm: number[] = [];
    for (const { query } of searches.slice(1, 12)) warm.push((await time(page, query)).sinceLastKey);
    warm.sort((one, other) => one - other);
    const median = warm[Math.floor(warm.length / 2)] ?? Infinity;
    await page.context().close();

    const ms = (value: number): string => `${value.toFixed(0)} ms`;
    console.log(
      `First result: ${ms(cold.sinceLastKey)} after the last of 15 keys, ${ms(pasted.sinceFocus)} after the focus where the query is pasted; once the index is there ${ms(median)} (median of ${warm.length}).`,
    );
    expect(cold.sinceLastKey).toBeLessThan(NOISE * COLD);
    expect(pasted.sinceFocus).toBeLessThan(NOISE * COLD);
    expect(median).toBeLessThan(NOISE * WARM);
  });
});
