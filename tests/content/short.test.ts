/** The one line that stands for a statement on a printed checklist: there is one, and it can be read as an order. */
import { describe, expect, it } from 'vitest';

import { isAsked } from '../../src/components/checklists/checklist.ts';
import { readContent } from '../../src/schemas/read-content.ts';

const { clauses } = readContent();
const asked = clauses.filter(isAsked);
const lines = clauses.flatMap(({ id, strength, section, short }) =>
  short === undefined ? [] : [{ id, strength, section, short }],
);
/** Ids of the lines that are not so. */
const unless = (isSo: (line: (typeof lines)[number]) => boolean): string[] =>
  lines.filter((line) => !isSo(line)).map(({ id, short }) => `${id}: ${short}`);

describe('The one line for a statement on paper', () => {
  it('is there for all that is asked, and for nothing that is only allowed', () => {
    expect(asked.length).toBeGreaterThan(300);
    expect(lines.map(({ id }) => id)).toEqual(asked.map(({ id }) => id));
  });

  it('fits in half the width of a sheet', () => {
    expect(unless(({ short }) => short.length <= 60)).toEqual([]);
  });

  it('is an order, whose strength comes from the heading above it', () => {
    expect(unless(({ short }) => /^[A-Z]/.test(short) && !/[."'<>]$/.test(short))).toEqual([]);
    expect(
      unless(({ short }) => !/\b(must|should|may|can|could|have to|need to|ought)\b/i.test(short)),
    ).toEqual([]);
  });

  it('says of what must not be done that it is not to be done', () => {
    const denies = /\b(do not|never|not|only|no|nobody|nothing|without|unless)\b/i;
    expect(unless(({ strength, short }) => !strength.endsWith('-not') || denies.test(short))).toEqual([]);
    expect(unless(({ strength, short }) => strength === 'must-not' || !/^Never\b/.test(short))).toEqual([]);
  });

  it('differs from every other of its section', () => {
    const said = lines.map(({ section, short }) => `${section}: ${short.toLowerCase()}`);
    expect(said.filter((line, place) => said.indexOf(line) !== place)).toEqual([]);
  });
});
