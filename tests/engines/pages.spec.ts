/** In every engine, once: somebody looks something up, ticks a checklist, and erases all that is kept. */
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

import { PREFIX } from '../../src/storage/presence.ts';
import { everyKind } from '../fixtures/site/every-kind/flow.ts';
import { fixtureSite } from '../site-under-test.ts';
import { alive, check, download, Person, press, until } from './person.ts';
import { expect, test } from './test.ts';

const DOOR = new URL('checklists/at-the-door/', fixtureSite).href;

test('someone types what she would say, and finds the statement', async ({ tab }) => {
  await tab.open(new URL('search/', fixtureSite).href);
  await tab.type('#q', 'can I text them');
  await until(tab, () =>
    (document.querySelector('#found')?.textContent ?? '').includes('results for “can I text them”'),
  );
  const first = await tab.run(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('.search-results li a')]
      .slice(0, 3)
      .map(({ href }) => href),
  );
  expect(first.join(' ')).toContain('#dm-mail-consent');
});

test('someone’s choice of who she is, her ticks and her name are there after a reload; both formats hold one record', async ({
  tab,
}) => {
  await tab.open(DOOR);
  await alive(tab, 'ticks');
  await tab.run(() => {
    for (const details of document.querySelectorAll('form.filters details')) details.setAttribute('open', '');
  });
  await check(tab, '#w-independent-candidate');
  await until(tab, () =>
    Object.values(sessionStorage).some((kept) => String(kept).includes('independent-candidate')),
  );
  await tab.reload();
  await alive(tab, 'ticks');
  expect(
    await tab.run(() => document.querySelector<HTMLInputElement>('form.filters [name="w"]:checked')?.id),
  ).toBe('w-independent-candidate');

  await check(tab, '#ticklist input');
  await tab.type('#keep-campaign', 'Friends of Elm');
  await until(tab, () =>
    Object.values(sessionStorage).some((kept) => String(kept).includes('Friends of Elm')),
  );
  await tab.reload();
  await alive(tab, 'ticks');
  expect(
    await tab.run(() => ({
      ticked: document.querySelectorAll('#ticklist input:checked').length,
      campaign: document.querySelector<HTMLInputElement>('#keep-campaign')?.value,
    })),
  ).toEqual({ ticked: 1, campaign: 'Friends of Elm' });

  const html = await download(tab, () => press(tab, 'Download the record'));
  await press(tab, 'Other formats');
  const json = await download(tab, () => press(tab, 'Download as JSON'));
  const { fingerprint } = JSON.parse(await readFile(json, 'utf8')) as { fingerprint: string };
  await tab.open(pathToFileURL(html).href);
  const grouped = fingerprint.slice(0, 32).match(/.{4}/g)?.join(' ') ?? '';
  await expect
    .poll(() => tab.run(() => document.querySelector('#check')?.textContent.trim() ?? ''))
    .toContain(`Matches its fingerprint ${grouped}`);
});

test('someone who erases everything leaves nothing of hers in the browser, nor finds any of it on going back', async ({
  tab,
}) => {
  const person = new Person(tab, everyKind, fixtureSite);
  await person.open();
  await person.answer({ stall: 'We run a raffle for the roof.', who: 'trader' });
  await tab.open(DOOR);
  await alive(tab, 'ticks');
  await check(tab, '#ticklist input');
  await press(tab, 'Keep them on this device');
  await until(tab, () => document.body.textContent.includes('kept on this device until you erase them'));
  await press(tab, 'Erase everything');
  await until(tab, () => document.querySelector('#keep-erase') !== null);
  await press(tab, 'Erase everything');
  await until(tab, () =>
    document.body.textContent.includes('Everything that this site kept in this browser has been erased'),
  );
  expect(await tab.run(keptHere, PREFIX)).toEqual([]);
  expect(await tab.run(() => document.querySelectorAll('#ticklist input:checked').length)).toBe(0);
  await tab.back();
  await alive(tab, 'asks');
  await expect.poll(() => person.next()).toBe('stall');
  expect(await tab.run(() => document.querySelector('textarea')?.value)).toBe('');
  expect(await tab.run(keptHere, PREFIX)).toEqual([]);
});

test('someone who erases everything among her answers finds no tick of hers on going back', async ({
  tab,
}) => {
  await tab.open(DOOR);
  await alive(tab, 'ticks');
  await check(tab, '#ticklist input');
  await tab.type('#keep-campaign', 'Friends of Elm');
  await until(tab, () =>
    Object.values(sessionStorage).some((kept) => String(kept).includes('Friends of Elm')),
  );
  const person = new Person(tab, everyKind, fixtureSite);
  await person.open();
  await person.answer({ stall: 'We run a raffle for the roof.' }, 'who');
  await press(tab, 'Erase everything');
  await until(tab, () => document.querySelector('.interruption') !== null);
  await press(tab, 'Erase everything');
  await expect.poll(() => person.next()).toBe('stall');
  expect(await tab.run(keptHere, PREFIX)).toEqual([]);
  // The questions are one entry in the browser’s history each.
  await tab.back();
  await tab.back();
  await alive(tab, 'ticks');
  const left = () => ({
    ticked: document.querySelectorAll('#ticklist input:checked').length,
    campaign: document.querySelector<HTMLInputElement>('#keep-campaign')?.value,
  });
  await expect.poll(() => tab.run(left)).toEqual({ ticked: 0, campaign: '' });
  expect(await tab.run(keptHere, PREFIX)).toEqual([]);
});

test('someone who goes back to an earlier page of her answers finds what she has answered since', async ({
  tab,
}) => {
  const person = new Person(tab, everyKind, fixtureSite);
  await person.open();
  await person.answer({ stall: 'We run a raffle for the roof.' }, 'who');
  await tab.open(DOOR);
  await alive(tab, 'ticks');
  await person.open();
  await person.answer({ who: 'trader' }, 'taking');
  await tab.back();
  expect(await person.next('taking')).toBe('who');
  await tab.back();
  await alive(tab, 'ticks');
  await tab.back();
  await alive(tab, 'asks');
  await expect
    .poll(() => tab.run(() => document.querySelector<HTMLInputElement>('#who-trader')?.checked))
    .toBe(true);
});

/** What this site keeps at the moment: its keys in both stores, and its databases. */
async function keptHere(prefix: string): Promise<string[]> {
  const databases = await indexedDB.databases();
  return [
    ...[...Object.keys(sessionStorage), ...Object.keys(localStorage)].filter((key) => key.startsWith(prefix)),
    ...databases.map(({ name }) => `database ${name ?? ''}`),
  ];
}
