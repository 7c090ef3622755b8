import { expect, test } from 'vitest';
import { rootFrom } from '../../../src/layouts/relative.ts';

test.each([
  ['/', '/', './'],
  ['/code/', '/', '../'],
  ['/code/lawful-bases/', '/', '../../'],
  ['/code/lawful-bases/index.html', '/', '../../'],
  ['/sub/code/lawful-bases/', '/sub/', '../../'],
  ['/sub/', '/sub/', './'],
])('From %s of a site at %s the root is %s', (pathname, base, expected) => {
  expect(rootFrom(pathname, base)).toBe(expected);
});
