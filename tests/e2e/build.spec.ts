/** What stands in the built files, whoever built them and wherever: people can check the site against its sources. */
import { readFileSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

import { listPages } from '../../src/integrations/site-pages.ts';
import { readContent } from '../../src/schemas/read-content.ts';
import { parseHeaders } from '../../src/commands/serve.ts';
import { root } from '../../src/commands/ready.mjs';
import { buildCopy, copySources } from './build-copy.ts';
import { dist, filesIn, pagesIn } from './built.ts';
import { expect, test } from './test.ts';

test('someone who builds the site in another folder gets the same files, byte for byte', async ({}, testInfo) => {
  const folder = testInfo.outputPath('a folder of another name');
  copySources(folder);
  const again = await buildCopy(folder);
  expect(filesIn(again)).toEqual(filesIn(dist));
  const different = filesIn(dist).filter(
    (file) => !readFileSync(join(dist, file)).equals(readFileSync(join(again, file))),
  );
  expect(different).toEqual([]);
});

test('whoever writes may lead to every page of the site, and to no other', () => {
  expect([...listPages(readContent(root))].sort()).toEqual(pagesIn(dist).sort());
});

test('nobody can tell from the site on which machine or in which folder it was built', () => {
  const telling = [root.replace(/\/$/, ''), realpathSync(root), `${homedir()}/`, 'node_modules/', 'file:///'];
  const found = filesIn(dist).flatMap((file) => {
    const text = readFileSync(join(dist, file), 'latin1');
    return telling.filter((path) => text.includes(path)).map((path) => `${file} holds ${path}`);
  });
  expect(found).toEqual([]);
});

test('whoever hosts the site is told to send a strict policy with every page', () => {
  const rules = parseHeaders(readFileSync(join(dist, '_headers'), 'utf8'));
  const headers = rules
    .filter(({ path }) => path.test('/code/lawful-bases/'))
    .flatMap((rule) => rule.headers);
  const sent = new Map(headers.map(([name, value]) => [name.toLowerCase(), value]));
  expect(sent.size, 'each is set by one rule').toBe(headers.length);
  const policy = new Map(
    (sent.get('content-security-policy') ?? '').split('; ').map((directive) => {
      const [name = '', ...allowed] = directive.split(' ');
      return [name, allowed];
    }),
  );
  for (const directive of ['default-src', 'base-uri', 'form-action', 'object-src', 'frame-ancestors']) {
    expect(policy.get(directive), directive).toEqual(["'none'"]);
  }
  for (const directive of ['script-src', 'style-src']) {
    const others = policy.get(directive)?.filter((source) => !/^'sha256-[A-Za-z0-9+/]{43}='$/.test(source));
    expect(others, directive).toEqual(["'self'"]);
  }
  expect(policy.get('connect-src')).toEqual(["'self'"]);
  expect([...policy.values()].flat().filter((source) => /unsafe|https?:|\*/.test(source))).toEqual([]);
  expect(sent.get('x-content-type-options')).toBe('nosniff');
  expect(sent.get('referrer-policy')).toBe('no-referrer');
  expect(sent.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(sent.get('permissions-policy')).toContain('geolocation=()');
});
