import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Questionnaire, Rule } from '../../../src/engine/define.ts';
import {
  faultInJourneys,
  hashOfTable,
  journeysFiles,
  journeysTable,
  writeJourneys,
} from '../../../src/proof/journeys-table.ts';
import type { TodoRules } from '../../../src/proof/todos-table.ts';
import { readContent } from '../../../src/schemas/read-content.ts';
import { everyKind } from '../../fixtures/site/every-kind/flow.ts';

const { todos } = readContent(fileURLToPath(new URL('../../..', import.meta.url)));
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'journeys-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

/** The fixture with one answer that leads elsewhere. */
const changed = (version: string): Questionnaire => ({
  ...everyKind,
  version,
  routes: { ...everyKind.routes, told: { byOption: { yes: 'looking-after', no: 'fix-first' } } },
});
const files = () => journeysFiles(root, everyKind.id);

describe('the table of journeys that a lawyer reviews', () => {
  it('says how many journeys there are, the shortest way to each outcome, and every line of every question', () => {
    const table = journeysTable(everyKind, todos);
    expect(table).toContain('## code-2019, law-2026-02\n');
    expect(table).toContain('## law-2026-06\n');
    expect(table).toContain(
      '- **nothing-to-check** (not-needed): stall: any text; who: club; taking: nothingTaken\n',
    );
    expect(table).toContain('- dayMissing · beforeMay · not-known → **no-day** (stop)\n');
    expect(table).toMatch(/^\d+ journeys over \d+ lines\.$/m);
    expect(table).toContain('- **train** (must; before); where helped\n');
    expect(table).toContain('- helped: not alone\n');
    expect(table).toContain('- alone, from helpers: true for 0; false for 1\n');
  });

  it('is the same each time', () => {
    expect(journeysTable({ ...everyKind }, todos)).toBe(journeysTable(everyKind, todos));
  });

  it('is asked for where it is missing, and where it is not that of the questionnaire any more', () => {
    expect(faultInJourneys(everyKind, todos, files())).toMatch(/missing or stale: run "npm run journeys"/);
    writeJourneys(everyKind, todos, files());
    expect(faultInJourneys(everyKind, todos, files())).toBeUndefined();
    writeFileSync(files().table, `${journeysTable(everyKind, todos)}\nA line added by hand.\n`);
    expect(faultInJourneys(everyKind, todos, files())).toMatch(/missing or stale/);
  });
});

describe('the proof on the site', () => {
  it('is asked for where it is missing, where it is that of another logic, and where its exceptions have changed', () => {
    const stale = /published proof of every-kind is missing or stale: run "npm run journeys"/;
    writeJourneys(everyKind, todos, files());
    const written = readFileSync(files().proof, 'utf8');
    rmSync(files().proof);
    expect(faultInJourneys(everyKind, todos, files())).toMatch(stale);
    writeFileSync(files().proof, written.replace('"lines": ', '"lines": 1'));
    expect(faultInJourneys(everyKind, todos, files())).toMatch(stale);
    writeFileSync(files().proof, written);
    expect(faultInJourneys(everyKind, todos, files())).toBeUndefined();
    const limits = { unreached: [], betterWhenUnknown: [], unfolded: { points: 5, from: 'taking' } };
    expect(faultInJourneys(everyKind, todos, files(), limits)).toMatch(stale);
  });
});

describe('a version that people have records of', () => {
  it('stands for its journeys: other journeys need another version, and are not written under this one', () => {
    writeJourneys(everyKind, todos, files());
    const before = readFileSync(files().table, 'utf8');
    expect(faultInJourneys(changed('1.0.0'), todos, files())).toBe(
      'The journeys or to-dos of every-kind are no longer those of version 1.0.0: give it a new version in src/questionnaires/every-kind/flow.ts, then run "npm run journeys".',
    );
    expect(() => writeJourneys(changed('1.0.0'), todos, files())).toThrow(
      'Version 1.0.0 of every-kind stands for other journeys or to-dos than these: give it a new version',
    );
    expect(readFileSync(files().table, 'utf8')).toBe(before);
  });

  it.each<[what: string, questionnaire: Questionnaire, todos: readonly TodoRules[]]>([
    [
      'an outcome has another to-do',
      {
        ...everyKind,
        outcomes: {
          ...everyKind.outcomes,
          ready: { verdict: 'proceed', todos: ['fee', 'review-after', 'tidy'] },
        },
      },
      todos,
    ],
    [
      'a must has become a should',
      everyKind,
      todos.map((todo) => (todo.id === 'fee' ? { ...todo, strength: 'should' } : todo)),
    ],
    [
      'something falls due later',
      everyKind,
      todos.map((todo) => (todo.id === 'train' ? { ...todo, when: ['during'] } : todo)),
    ],
    [
      'a rule that adds a to-do holds for other people',
      {
        ...everyKind,
        rules: {
          ...everyKind.rules,
          helped: { ...(everyKind.rules['helped'] as Rule), holds: () => true },
        },
      },
      todos,
    ],
    [
      'a last day is another',
      {
        ...everyKind,
        outcomes: {
          ...everyKind.outcomes,
          ready: {
            verdict: 'proceed',
            todos: ['fee', 'review-after'],
            deadlines: { soon: { question: 'held-on', days: 3, clause: 'acc-organised' } },
          },
        },
      },
      todos,
    ],
    [
      'an answer is read otherwise',
      {
        ...everyKind,
        facts: {
          ...everyKind.facts,
          numbersTaken: {
            from: 'groups',
            question: 'taking',
            groups: [{ options: ['names'], said: 'yes' }],
            read: ([names]) => names === true,
          },
        },
      },
      todos,
    ],
  ])('stands for what there is to do as well: no longer, once %s', (_what, other, otherTodos) => {
    writeJourneys(everyKind, todos, files());
    expect(faultInJourneys(other, otherTodos, files())).toMatch(
      /^The journeys or to-dos of every-kind are no longer those of version 1\.0\.0/,
    );
  });

  it('is the same whatever its to-dos are called in words', () => {
    writeJourneys(everyKind, todos, files());
    const reworded = todos.map((todo) => ({ ...todo, text: `${todo.text} At once.` }));
    expect(faultInJourneys(everyKind, reworded, files())).toBeUndefined();
  });

  it('is kept beside the new one', () => {
    writeJourneys(everyKind, todos, files());
    writeJourneys(changed('1.1.0'), todos, files());
    expect(JSON.parse(readFileSync(files().versions, 'utf8'))).toEqual({
      '1.0.0': hashOfTable(journeysTable(everyKind, todos)),
      '1.1.0': hashOfTable(journeysTable(changed('1.1.0'), todos)),
    });
    expect(faultInJourneys(changed('1.1.0'), todos, files())).toBeUndefined();
    expect(() => writeJourneys(everyKind, todos, files())).not.toThrow();
    expect(() => writeJourneys(changed('1.0.0'), todos, files())).toThrow('Version 1.0.0');
  });

  it('is missed where its hash was never kept', () => {
    writeJourneys(everyKind, todos, files());
    rmSync(files().versions);
    expect(faultInJourneys(everyKind, todos, files())).toBe(
      'Version 1.0.0 of every-kind has no hash in tests/flows/journeys/every-kind.versions.json: run "npm run journeys".',
    );
  });
});

describe('a version below 1.0.0', () => {
  it('is a draft, whose journeys may change', () => {
    writeJourneys({ ...everyKind, version: '0.1.0' }, todos, files());
    expect(faultInJourneys(changed('0.1.0'), todos, files())).toMatch(/missing or stale/);
    writeJourneys(changed('0.1.0'), todos, files());
    expect(faultInJourneys(changed('0.1.0'), todos, files())).toBeUndefined();
    expect(existsSync(files().versions)).toBe(true);
    expect(JSON.parse(readFileSync(files().versions, 'utf8'))).toEqual({});
  });
});
