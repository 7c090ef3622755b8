/** In every engine, somebody whose line is gone for a moment presses once more and goes on, without loading the page anew. */
import { createServer } from 'node:http';

import { questionnaires } from '../../src/questionnaires/index.ts';
import { findFreePort, site } from '../site-under-test.ts';
import { alive, check, download, Person, press, until } from './person.ts';
import { expect, test } from './test.ts';

/** What engines report of a file that does not come. */
test.use({ expected: /Failed to load|503|sw\.js|ServiceWorker|service worker/i });

interface Line {
  /** Where the site stands behind this line. */
  readonly home: string;
  /** How often a file was asked for in vain. */
  refused(): number;
  comeBack(): void;
  close(): void;
}

/** Hands on the site, but for scripts with that name until the line is back, so that they cannot be kept beforehand either. */
async function lineWithout(scripts: RegExp): Promise<Line> {
  let gone = true;
  let refused = 0;
  const server = createServer((request, response) => {
    if (gone && scripts.test(request.url ?? '')) {
      refused += 1;
      response.writeHead(503, { 'Cache-Control': 'no-store' }).end();
      return;
    }
    void fetch(new URL(request.url ?? '', site), { redirect: 'manual' }).then(async (answer) => {
      const headers = Object.fromEntries(
        [...answer.headers].filter(([name]) => !/^(content-(encoding|length)|transfer-encoding)$/.test(name)),
      );
      response.writeHead(answer.status, headers).end(Buffer.from(await answer.arrayBuffer()));
    });
  });
  const port = await findFreePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    home: `http://localhost:${port}${new URL(site).pathname}`,
    refused: () => refused,
    comeBack: () => (gone = false),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

test('someone whose line is gone when she first presses Continue presses it again, and keeps what she chose', async ({
  tab,
}) => {
  const [questionnaire] = questionnaires;
  if (questionnaire === undefined) throw new Error('There is no questionnaire.');
  const { start } = questionnaire;
  const line = await lineWithout(/\/_astro\/open-session\./);
  const person = new Person(tab, questionnaire, line.home);
  await person.open();
  const [option = ''] = questionnaire.questions[start]?.options ?? [];
  const chosen = () =>
    tab.run((id) => document.querySelector<HTMLInputElement>(`[id="${id}"]`)?.checked, `${start}-${option}`);
  await check(tab, `[id="${start}-${option}"]`);
  await tab.click('form.question button[type="submit"]');
  await until(tab, () => document.body.textContent.includes('press Continue again'));
  expect(line.refused()).toBeGreaterThan(0);
  expect(await chosen()).toBe(true);
  // Still gone.
  const before = line.refused();
  await tab.click('form.question button[type="submit"]');
  await expect.poll(() => line.refused()).toBeGreaterThan(before);
  expect(await person.next()).toBe(start);

  line.comeBack();
  expect(await person.goOn(start)).not.toBe(start);
  expect(await tab.run(() => document.body.textContent.includes('press Continue again'))).toBe(false);
  await tab.back();
  await expect.poll(() => person.next()).toBe(start);
  expect(await chosen()).toBe(true);
  line.close();
});

test('someone whose line is gone when she downloads what she ticked presses the button again', async ({
  tab,
}) => {
  const line = await lineWithout(/\/_astro\/export-checklist\./);
  await tab.open(new URL('checklists/at-the-door/', line.home).href);
  await alive(tab, 'ticks');
  await check(tab, '#ticklist input');
  await press(tab, 'Download the record');
  await until(tab, () => /press the button\s+again/.test(document.body.textContent));
  expect(line.refused()).toBeGreaterThan(0);

  line.comeBack();
  await download(tab, () => press(tab, 'Download the record'));
  expect(await tab.run(() => /press the button\s+again/.test(document.body.textContent))).toBe(false);
  line.close();
});
