import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Questionnaire } from '../../../src/engine/define.ts';
import { codesFile, faultInCodes, readCodes, writeCodes } from '../../../src/proof/codes-file.ts';
import { questionnaires } from '../../../src/questionnaires/index.ts';
import { allBoxes, nameOf } from '../../../src/records/paper/boxes.ts';
import { isCode } from '../../../src/records/paper/code.ts';
import { everyKind } from '../../fixtures/site/every-kind/flow.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'codes-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

let files = 0;
const newFile = (): string => {
  files += 1;
  return `${codesFile(folder, '.')}.${files}`;
};

/** The questionnaire of the tests with other options of who runs the stall, under a version. */
const asking = (version: string, who: readonly string[]): Questionnaire => ({
  ...everyKind,
  version,
  questions: {
    ...everyKind.questions,
    who: { kind: 'choice', options: who, cautious: undefined, reasons: {} },
  },
});
const first = asking('1.0.0', ['club', 'family', 'trader']);
const second = asking('2.0.0', ['school', 'club', 'trader']);

describe('someone who ticks boxes on paper', () => {
  it.each([...questionnaires, everyKind].map((one) => [one.id, one] as const))(
    'finds a code of its own at each box of %s, whoever prints it',
    (_id, questionnaire) => {
      const [one, other] = [newFile(), newFile()];
      writeCodes(questionnaire, one, []);
      writeCodes(questionnaire, other, []);
      expect(readFileSync(one, 'utf8')).toBe(readFileSync(other, 'utf8'));
      const { sheet, codes } = readCodes(one) ?? { sheet: '', codes: {} };
      expect(Object.keys(codes)).toEqual(allBoxes(questionnaire).map(nameOf));
      const all = [sheet, ...Object.values(codes)];
      expect(all.filter((code) => !isCode(code))).toEqual([]);
      expect(new Set(all).size).toBe(all.length);
      expect(faultInCodes(questionnaire, one, [])).toBeUndefined();
    },
  );

  it('can use it for good: new boxes get free codes, and boxes that are gone keep theirs', () => {
    const file = newFile();
    writeCodes(first, file, []);
    const before = readCodes(file);
    expect(faultInCodes(second, file, [])).toContain('run "npm run journeys');
    writeCodes(second, file, []);
    const after = readCodes(file);
    expect(after?.sheet).toBe(before?.sheet);
    expect(after?.codes).toMatchObject(before?.codes ?? {});
    expect(Object.keys(after?.codes ?? {}).filter((box) => before?.codes[box] === undefined)).toEqual([
      'who school',
    ]);
    expect(Object.values(before?.codes ?? {})).not.toContain(after?.codes['who school']);
    expect(faultInCodes(second, file, [])).toBeUndefined();
    // Writing again changes nothing.
    const text = readFileSync(file, 'utf8');
    writeCodes(second, file, []);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('is not sent elsewhere by someone who changes a code that was released, or leaves one out', () => {
    const file = newFile();
    writeCodes(first, file, []);
    const text = readFileSync(file, 'utf8');
    const [club = '', family = ''] = ['who club', 'who family'].map((box) => readCodes(file)?.codes[box]);
    const swapped = text.replace(club, '???').replace(family, club).replace('???', family);
    const shorter = text.replace(/.*"who family".*\n/, '');
    for (const altered of [swapped, shorter]) {
      writeFileSync(file, altered);
      expect(faultInCodes(first, file, [])).toContain('no longer what they were');
      expect(() => {
        writeCodes(first, file, []);
      }).toThrow('no longer what they were');
      expect(readFileSync(file, 'utf8')).toBe(altered);
    }
  });

  it('meets no box that her version did not have when it was released', () => {
    const file = newFile();
    writeCodes(first, file, []);
    const more = asking('1.0.0', ['club', 'family', 'trader', 'school']);
    expect(faultInCodes(more, file, [])).toContain('give it a new version');
    expect(() => {
      writeCodes(more, file, []);
    }).toThrow('give it a new version');
  });

  it('may find other codes on a draft, of which nobody has paper', () => {
    const file = newFile();
    writeCodes(asking('0.1.0', ['club', 'family']), file, []);
    writeCodes(asking('0.2.0', ['school', 'club']), file, []);
    const fresh = newFile();
    writeCodes(asking('0.2.0', ['school', 'club']), fresh, []);
    expect(readFileSync(file, 'utf8')).toBe(readFileSync(fresh, 'utf8'));
  });

  it('has a worksheet with a code that no other has, and two that have the same are told', () => {
    const [one, other] = [newFile(), newFile()];
    writeCodes(first, one, []);
    const taken = readCodes(one)?.sheet ?? '';
    writeCodes(first, other, [taken]);
    expect(readCodes(other)?.sheet).not.toBe(taken);
    expect(faultInCodes(first, one, [taken])).toContain('Two worksheets have the code');
  });

  it('never meets a questionnaire that has more boxes than there are codes', () => {
    const many = asking(
      '1.0.0',
      Array.from({ length: 529 }, (_, place) => `one-${place}`),
    );
    expect(() => {
      writeCodes(many, newFile(), []);
    }).toThrow('has had more boxes than there are codes for a worksheet, 528');
  });
});
