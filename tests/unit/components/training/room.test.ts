/** A session led in a room: what keys do, what is counted, what the sheet says, and what becomes of a state that is broken. */
import { afterEach, describe, expect, test, vi } from 'vitest';

import { givesWay, readSaid, whichHolds } from '../../../../src/components/training/room-link.ts';
import {
  after,
  clockOf,
  countOf,
  handsFor,
  isLetter,
  keyDoes,
  mostOf,
  screenOf,
  screensOf,
  TIMER,
  tooMany,
  type Action,
} from '../../../../src/components/training/room-run.ts';
import { sheetOf } from '../../../../src/components/training/room-sheet.ts';
import { roomWordsFile } from '../../../../src/components/training/room-words-file.ts';
import type { RoomSession } from '../../../../src/components/training/room-words.ts';
import { textOf } from '../../../../src/records/document.ts';
import { sheetContentOf } from '../../../../src/records/file-content.ts';
import { toMarkdown } from '../../../../src/records/exporters/markdown.ts';
import { ledToJson, newLed, restoreLed, type Led } from '../../../../src/records/led-session.ts';
import { restoreRecord } from '../../../../src/records/restore.ts';
import { buildSheet } from '../../../../src/records/sheet.ts';
import { readContent } from '../../../../src/schemas/read-content.ts';
import { CHOSEN } from '../../../../src/storage/presence.ts';
import { forgetLed, LED, loadLed, saveLed } from '../../../../src/storage/led-session.ts';
import { newDevice } from '../../storage/browser.ts';

const words = roomWordsFile(readContent());
const session = words.sessions.find(({ id }) => id === 'canvassers-30') as RoomSession;
const screens = screensOf(session, words);
const begun = (changed: Partial<Led> = {}): Led => ({
  ...newLed('canvassers-30', 'run-1', 1_000_000, 12),
  ...changed,
});
const led = (actions: readonly Action[], from: Led = begun()): Led =>
  actions.reduce((now, action) => after(now, screens, action), from);
const press = (key: string, shiftKey = false) =>
  keyDoes({ key, shiftKey, ctrlKey: false, altKey: false, metaKey: false });
/** As far as the vote of the first scenario. */
const toVote: readonly Action[] = [{ do: 'next' }, { do: 'next' }];
const first = session.steps[1]?.scenario ?? '';

describe('the screens of a session', () => {
  test.each(words.sessions.map((one) => [one.id, one] as const))(
    'in %s each scenario is told, voted on, shown as it split, and only then answered',
    (_id, one) => {
      const all = screensOf(one, words);
      const order = all.flatMap((screen) => ('scenario' in screen ? [screen.at] : []));
      const scenarios = one.steps.filter(({ scenario }) => scenario !== undefined).length;
      expect(order.length).toBe(scenarios * 4);
      expect(new Set(order.map((at, place) => `${place % 4} ${at}`)).size).toBe(4);
      expect(order.slice(0, 4)).toEqual(['case', 'vote', 'split', 'way']);
      expect(all.at(-1)).toEqual({ at: 'end' });
      for (const screen of all)
        if ('scenario' in screen)
          expect(screen.scenario.rule, screen.scenario.id).toMatch(/^(Must|Should|May)/);
    },
  );

  test('whoever presses on at the end stays there, and whoever goes back at the beginning stays there', () => {
    const end = led(Array.from({ length: 200 }, () => ({ do: 'next' })));
    expect(screenOf(end, screens).at).toBe('end');
    expect(
      led(
        Array.from({ length: 200 }, () => ({ do: 'back' })),
        end,
      ).at,
    ).toBe(0);
    expect(screenOf(begun({ at: 900 }), screens).at).toBe('end');
  });
});

describe('the keys', () => {
  test('arrows and the keys of a pointer move on and back', () => {
    expect([press('ArrowRight'), press('PageDown')]).toEqual([{ do: 'next' }, { do: 'next' }]);
    expect([press('ArrowLeft'), press('PageUp')]).toEqual([{ do: 'back' }, { do: 'back' }]);
  });

  test('a letter adds a hand and with Shift takes one away, whatever Caps Lock says', () => {
    expect(press('a')).toEqual({ do: 'hand', way: 'a', by: 1 });
    expect(press('A')).toEqual({ do: 'hand', way: 'a', by: 1 });
    expect(press('C', true)).toEqual({ do: 'hand', way: 'c', by: -1 });
    expect(press('c', true)).toEqual({ do: 'hand', way: 'c', by: -1 });
  });

  test('the question mark adds one who is not sure, with Shift or without; N takes one away with Shift', () => {
    for (const one of [press('?', true), press('/'), press('n')])
      expect(one).toEqual({ do: 'hand', way: 'unsure', by: 1 });
    expect(press('N', true)).toEqual({ do: 'hand', way: 'unsure', by: -1 });
  });

  test('P parks and T times; keys of the browser and all others are left alone', () => {
    expect([press('p'), press('T', true)]).toEqual([{ do: 'park' }, { do: 'timer' }]);
    expect(press('x')).toBeUndefined();
    expect(
      keyDoes({ key: 'a', shiftKey: false, ctrlKey: true, altKey: false, metaKey: false }),
    ).toBeUndefined();
  });

  test('letters can be switched off, and arrows stay', () => {
    expect(['a', '?', 'p', 't'].map((key) => isLetter(press(key) ?? { do: 'next' }))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(isLetter(press('ArrowRight') ?? { do: 'park' })).toBe(false);
  });
});

describe('counting', () => {
  const add = (way: 'a' | 'b' | 'c' | 'unsure', by: 1 | -1 = 1): Action => ({ do: 'hand', way, by });

  test('hands are counted for the scenario on the wall, and never below none', () => {
    const counted = led([...toVote, add('a'), add('a'), add('unsure'), add('b', -1), add('a', -1)]);
    expect(handsFor(counted, first)).toEqual({ a: 1, b: 0, c: 0, unsure: 1 });
    expect(counted.revision).toBe(6);
  });

  test('hands count for nothing while nothing is put to the vote', () => {
    expect(led([add('a')])).toEqual(begun());
  });

  test('more hands than people are told, and stay as they were counted', () => {
    const counted = led([...toVote, ...Array.from({ length: 14 }, () => add('c'))]);
    expect(tooMany(counted, first)).toBe(2);
    expect(countOf(handsFor(counted, first))).toBe(14);
    expect(tooMany(led([{ do: 'people', people: 14 }], counted), first)).toBe(0);
    expect(tooMany(led([{ do: 'people', people: undefined }], counted), first)).toBe(0);
  });

  test('the way with most hands is named, and so are all where they are level', () => {
    expect(mostOf({ a: 3, b: 1, c: 0, unsure: 2 })).toEqual(['a']);
    expect(mostOf({ a: 2, b: 2, c: 0, unsure: 0 })).toEqual(['a', 'b']);
    expect(mostOf({ a: 0, b: 0, c: 0, unsure: 0 })).toEqual([]);
  });

  test('a name that every object has is the name of no scenario', () => {
    expect(handsFor({ votes: {} }, 'constructor')).toEqual({ a: 0, b: 0, c: 0, unsure: 0 });
  });
});

describe('the clocks', () => {
  test('the timer ends with the screen on which it ran', () => {
    const timed = led([...toVote, { do: 'timer', now: 5000 }]);
    expect(timed.timer).toBe(5000 + TIMER);
    expect(led([{ do: 'next' }], timed).timer).toBeUndefined();
    expect(led([{ do: 'timer', now: 6000 }], timed).timer).toBeUndefined();
  });

  test('after a break the clock is put to the minute of the step', () => {
    expect(led([{ do: 'next' }, { do: 'clock', now: 9_000_000 }]).startedAt).toBe(9_000_000 - 3 * 60_000);
    expect([clockOf(125_000), clockOf(-4), clockOf(59_001)]).toEqual(['2:05', '0:00', '1:00']);
  });
});

describe('what is parked', () => {
  test('a question is parked at once, and gets its words, its name and its day later', () => {
    const parked = led([
      ...toVote,
      { do: 'park', id: 'q-1' },
      { do: 'word', id: 'q-1', part: { question: 'Which words?', who: 'Ines', by: 'Friday' } },
    ]);
    expect(parked.parked).toEqual([
      { id: 'q-1', scenario: first, question: 'Which words?', who: 'Ines', by: 'Friday' },
    ]);
    expect(led([{ do: 'unpark', id: 'q-1' }], parked).parked).toEqual([]);
  });
});

describe('the sheet', () => {
  const filled = led(
    [
      ...toVote,
      ...Array.from({ length: 13 }, (): Action => ({ do: 'hand', way: 'a', by: 1 })),
      { do: 'park', id: 'q-1' },
      { do: 'word', id: 'q-1', part: { question: '<b>Why</b> | so?', who: 'Ines', by: '' } },
      { do: 'hard', scenario: first, is: true },
      { do: 'type', typed: { campaign: 'Netherfold', names: 'Ann\n\n Bo ', learned: 'The notice.' } },
    ],
    begun({ startedAt: Date.parse('2026-05-02T18:30:00Z') }),
  );

  test('says who, when, how the room split, what was hard, and who answers what was parked', async () => {
    const sheet = await buildSheet(sheetOf(filled, session, words), new Date('2026-05-02T19:10:00Z'));
    const text = textOf(sheetContentOf(sheet).blocks);
    for (const said of [
      'Attendance and learning Half an hour for canvassers',
      '2 May 2026 at',
      'People 12',
      'Names Ann Bo',
      'Scenarios put to the vote 1 of 5',
      'More hands than people were counted',
      '<b>Why</b> | so?',
      'Who answers it Ines',
      'By when Not given',
      'Marked as hard',
      'The notice.',
    ])
      expect(text).toContain(said);
    expect(sheet.data).toMatchObject({ session: 'canvassers-30', people: 12 });
    expect(JSON.stringify(sheet.data)).not.toContain('Ann');
  });

  test('comes back from its file as it was', async () => {
    const sheet = await buildSheet(sheetOf(filled, session, words), new Date('2026-05-02T19:10:00Z'));
    const opened = await restoreRecord(toMarkdown(sheetContentOf(sheet)), []);
    expect(opened.ok ? undefined : opened.other).toMatchObject({
      matches: true,
      file: { kind: 'sheet', record: { kind: 'session', fingerprint: sheet.fingerprint } },
    });
  });

  test('can be made where nothing was counted or typed', async () => {
    const sheet = await buildSheet(sheetOf(newLed(session.id, 'r', 0), session, words), new Date());
    const text = textOf(sheetContentOf(sheet).blocks);
    expect(text).toContain('People Not counted');
    expect(text).toContain('What was parked Nothing.');
  });
});

describe('where it is kept', () => {
  afterEach(() => vi.unstubAllGlobals());

  test('it lasts as long as the tab, and on the device where somebody chose that', () => {
    const device = newDevice();
    const tab = device.tab();
    tab.open();
    expect(loadLed()).toEqual({ none: true });
    expect(saveLed(begun())).toBe('tab');
    expect(device.local.getItem(LED)).toBeNull();
    device.tab().open();
    expect(loadLed()).toEqual({ none: true });
    tab.open();
    device.local.setItem(CHOSEN, 'yes');
    expect(saveLed(begun({ at: 3 }))).toBe('device');
    expect(tab.session.getItem(LED)).toBeNull();
    device.tab().open();
    expect(loadLed()).toMatchObject({ led: { at: 3 } });
    forgetLed();
    expect(loadLed()).toEqual({ none: true });
  });

  test('it says so where there is no room, and where a browser throws at every look', () => {
    newDevice(10).tab().open();
    expect(saveLed(begun())).toBe('full');
    vi.stubGlobal('sessionStorage', undefined);
    vi.stubGlobal('localStorage', undefined);
    expect(saveLed(begun())).toBe('denied');
    expect(loadLed()).toEqual({ denied: true });
  });

  test('what cannot be read, or is newer, is told apart and handed back as it is', () => {
    newDevice().tab().open();
    sessionStorage.setItem(LED, '{"schema": "clear-canv');
    expect(loadLed()).toEqual({ problem: 'damaged', text: '{"schema": "clear-canv' });
    const newer = JSON.stringify({ ...begun(), schema: 'clear-canvass/led-session/2' });
    sessionStorage.setItem(LED, newer);
    expect(loadLed()).toEqual({ problem: 'newer', text: newer });
  });

  test('one bad count costs no other', () => {
    const counted = begun({
      votes: { good: { a: 1, b: 2, c: 3, unsure: 0 }, bad: { a: -1, b: 0, c: 0, unsure: 0 } },
    });
    expect(restoreLed(JSON.stringify(counted))).toMatchObject({
      value: { votes: { good: { b: 2 } } },
      leftOut: [['votes', 'bad']],
    });
    expect(JSON.parse(ledToJson(begun({ ledBy: 'a\u0000b' }))).ledBy).toBe('ab');
    expect(restoreLed('{"__proto__": {"people": 3}}')).toEqual({ problem: 'damaged' });
  });
});

describe('two windows', () => {
  test('what another window says is read, and what this version does not know is told', () => {
    const from = { from: 'w', as: 'room' } as const;
    expect(readSaid({ ...from, say: 'hello' })).toEqual({ ...from, say: 'hello' });
    expect(readSaid({ ...from, say: 'state', led: begun() })).toMatchObject({ led: { run: 'run-1' } });
    for (const strange of [
      null,
      'hello',
      { say: 'hello' },
      { ...from, say: 'sing' },
      { ...from, say: 'state', led: { ...begun(), schema: 'clear-canvass/led-session/2' } },
      { ...from, say: 'state' },
    ])
      expect(readSaid(strange)).toEqual({ say: 'not-known' });
  });

  test('the later state holds, whichever window has it, and never goes back to an older one', () => {
    const [older, later] = [begun({ revision: 4 }), begun({ revision: 5, at: 2 })];
    for (const as of ['leader', 'room'] as const) {
      expect(whichHolds(undefined, older, as)).toBe('sent');
      expect(whichHolds(older, later, as)).toBe('sent');
      expect(whichHolds(later, older, as)).toBe('own');
    }
    const another = begun({ run: 'run-2', revision: 1 });
    expect([whichHolds(later, another, 'leader'), whichHolds(later, another, 'room')]).toEqual([
      'own',
      'sent',
    ]);
    expect([whichHolds(later, later, 'leader'), whichHolds(later, later, 'room')]).toEqual(['level', 'sent']);
  });

  test('of two that lead, the later gives way, and never both', () => {
    const one = { since: 1, from: 'a' };
    const two = { since: 2, from: 'b' };
    expect([givesWay(one, two), givesWay(two, one)]).toEqual([false, true]);
    const level = { since: 1, from: 'b' };
    expect([givesWay(one, level), givesWay(level, one)]).toEqual([false, true]);
  });
});
