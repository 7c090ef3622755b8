import { describe, expect, it } from 'vitest';

import type { Answer, Answers, Questionnaire } from '../../../../src/engine/define.ts';
import { under } from '../../../../src/engine/reading.ts';
import { DECIDING_EDITION } from '../../../../src/questionnaires/editions.ts';
import { questionnaires } from '../../../../src/questionnaires/index.ts';
import { fromPaper } from '../../../../src/records/paper/answers.ts';
import { answerOf, nameOf, ticksOf } from '../../../../src/records/paper/boxes.ts';
import { withCodes } from '../../../../src/records/paper/codes.ts';
import {
  isTick,
  isWrong,
  readTyped,
  worksheetOf,
  type Worksheets,
} from '../../../../src/records/paper/read-typed.ts';
import { everyKind } from '../../../fixtures/site/every-kind/flow.ts';
import { oneOf, randomAnswer, randomFrom } from '../../../flows/random.ts';

/** How many random ways through each questionnaire are put on paper and typed in again. */
const LISTS = 50;

const all = [...questionnaires, everyKind];
const worksheets: Worksheets = Object.fromEntries(all.map((one) => [one.id, withCodes(one, undefined, [])]));

/** The code of each box of a questionnaire. */
const codesIn = (id: string): Readonly<Record<string, string>> => worksheets[id]?.codes ?? {};

/** The codes that somebody types who has ticked these answers. */
function codesOf(questionnaire: Questionnaire, answers: Answers): string[] {
  const codes = codesIn(questionnaire.id);
  return Object.entries(answers).flatMap(([id, answer]) => {
    const question = questionnaire.questions[id];
    if (question === undefined) throw new Error(`${questionnaire.id} has no question ${id}.`);
    return ticksOf(id, question, answer).map((box) => codes[nameOf(box)] ?? `no code for ${nameOf(box)}`);
  });
}

/** What typed codes come to. */
function typed(questionnaire: Questionnaire, text: string) {
  const read = readTyped(text, questionnaire, worksheets);
  const boxes = read.flatMap((one) => (one.is === 'box' ? [one.box] : []));
  return { read, paper: fromPaper(under(questionnaire, DECIDING_EDITION), boxes) };
}

/** A way through a questionnaire as people go it, of answers drawn at random. */
function randomWay(questionnaire: Questionnaire, seed: number): Answers {
  const random = randomFrom(seed);
  const reading = under(questionnaire, DECIDING_EDITION);
  const answers: Record<string, Answer> = {};
  let point = reading.start;
  while (!reading.isOutcome(point.question)) {
    const { question } = point;
    const answer = randomAnswer(random, reading.question(question), reading.offered(point));
    // One that is not taken is drawn anew.
    if (!reading.takes(point, answer)) continue;
    answers[question] = answer;
    const { facts, to } = reading.onward(point, answer);
    point = { question: to, facts };
  }
  return answers;
}

/** The answers of which there are boxes: days, numbers and words are typed into the questionnaire. */
const withBoxes = (questionnaire: Questionnaire, answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).filter(([id, answer]) => {
      const question = questionnaire.questions[id];
      return question !== undefined && ticksOf(id, question, answer).length > 0;
    }),
  );

describe('someone who has filled in a worksheet with a pen', () => {
  it.each(all.map((one) => [one.id, one] as const))(
    'has the same answers again when she types its codes, whatever she answered to %s',
    (_id, questionnaire) => {
      for (let seed = 1; seed <= LISTS; seed += 1) {
        const way = randomWay(questionnaire, seed);
        const answers = withBoxes(questionnaire, way);
        const codes = codesOf(questionnaire, answers);
        const text = codes.join(oneOf(randomFrom(seed), [' ', '', '-', '\n', ', '])).toLowerCase();
        const { read, paper } = typed(questionnaire, text);
        expect(read.every(isTick), text).toBe(true);
        expect(read).toHaveLength(codes.length);
        expect(paper.answers, text).toEqual(answers);
        expect({ ...paper, answers: {}, reasonsDue: [], next: '', draft: {} }).toEqual({
          answers: {},
          unclear: [],
          refused: [],
          notAsked: [],
          notTicked: [],
          reasonsDue: [],
          next: '',
          draft: {},
        });
        // With what is typed besides, it is the way that she went.
        const reading = under(questionnaire, DECIDING_EDITION);
        const begun = Object.entries(paper.draft.pending ?? {}).map(([id, { answer }]) => [id, answer]);
        const together = { ...way, ...paper.draft.answers, ...(Object.fromEntries(begun) as Answers) };
        expect(reading.replay(together).answers).toEqual(way);
      }
    },
  );

  it('has each box back as it was ticked, one by one', () => {
    for (const questionnaire of all) {
      for (const [name, code] of Object.entries(codesIn(questionnaire.id))) {
        const [one] = readTyped(code, questionnaire, worksheets);
        expect(one).toMatchObject({ is: 'box', typed: code });
        if (one?.is === 'box') expect(nameOf(one.box)).toBe(name);
      }
    }
  });

  it('is asked for days, numbers, words and reasons, beginning with the first', () => {
    const answers = {
      who: 'family',
      taking: ['names'],
      'loss-harm': 'low',
      'easily-read': 'low',
      told: 'yes',
      'looking-after': { 'locked-box': 'yes', 'one-keeper': 'yes', 'day-to-destroy': 'yes' },
      'complaints-route': 'yes',
    } as const;
    const { paper } = typed(everyKind, codesOf(everyKind, answers).join(' '));
    expect(paper.answers).toEqual(answers);
    expect(paper.next).toBe('stall');
    expect(paper.reasonsDue).toEqual(['told']);
    // The box is ticked there already, and the reason is all that is missing.
    expect(paper.draft.pending).toEqual({ told: { answer: 'yes' } });
    expect(Object.keys(paper.draft.answers)).not.toContain('told');
  });
});

describe('someone whose paper does not fit is told so, and nothing is guessed', () => {
  const code = (box: string): string => worksheets['every-kind']?.codes[box] ?? '';
  const reading = (...boxes: string[]) => typed(everyKind, boxes.map(code).join(' ')).paper;

  it('where two boxes are ticked that cannot both hold', () => {
    expect(reading('who club', 'who trader')).toMatchObject({ unclear: ['who'], answers: {}, next: 'stall' });
    expect(reading('who club', 'taking names', 'taking nothing').unclear).toEqual(['taking']);
    expect(reading('who club', 'taking names', 'taking not-known').unclear).toEqual(['taking']);
    expect(
      answerOf(everyKind, [
        { question: 'looking-after', option: 'locked-box', said: 'yes' },
        { question: 'looking-after', option: 'locked-box', said: 'no' },
      ]),
    ).toBeUndefined();
  });

  it('where a point has been passed over: what was said of the others stands there still', () => {
    const paper = reading(
      'who family',
      'taking names',
      'loss-harm low',
      'easily-read low',
      'told yes',
      'looking-after locked-box yes',
    );
    expect(paper.unclear).toEqual(['looking-after']);
    expect(paper.draft.pending?.['looking-after']).toEqual({ answer: { 'locked-box': 'yes' } });
  });

  it('where a box is not offered after the answers before it', () => {
    const paper = reading(
      'who family',
      'taking names',
      'loss-harm low',
      'easily-read low',
      'told yes',
      'looking-after locked-box yes',
      'looking-after one-keeper yes',
      'looking-after day-to-destroy yes',
      'looking-after allergy-agreement yes',
    );
    expect(paper).toMatchObject({ refused: ['looking-after'], unclear: [] });
    expect(paper.draft.answers).not.toHaveProperty('looking-after');
  });

  it('where a question is no longer asked after these answers', () => {
    const paper = reading('who family', 'taking nothing', 'told yes');
    expect(paper).toMatchObject({ notAsked: ['told'], next: 'stall' });
    expect(paper.draft.answers).toEqual({ who: 'family', taking: ['nothing'] });
    expect(paper.draft.pending).toEqual({});
  });

  it('where a question was passed over that is asked now, or is new', () => {
    expect(reading('who family', 'taking names', 'told yes').notTicked).toEqual(['loss-harm', 'easily-read']);
    // What was not reached on paper is just asked.
    expect(reading('who family').notTicked).toEqual([]);
  });
});

describe('someone who mistypes is told at each code what is wrong with it', () => {
  const own = worksheets['every-kind'];
  const club = own?.codes['who club'] ?? '';
  const kinds = (text: string, known: Worksheets = worksheets) =>
    readTyped(text, everyKind, known).map(({ is }) => is);

  it('where it is no code, and all others stand', () => {
    const bad = club.slice(0, 2) + (club.endsWith('3') ? '4' : '3');
    expect(kinds(`${bad} ${club} ${club.slice(1)} xx0`)).toEqual(['no-code', 'box', 'no-code', 'no-code']);
  });

  it('where she types one twice', () => {
    expect(kinds(`${club} ${club}`)).toEqual(['box', 'again']);
    expect(readTyped(`${club} ${club}`, everyKind, worksheets).filter(isTick)).toHaveLength(1);
  });

  it('where it is on the worksheet of another questionnaire, or is a worksheet’s own', () => {
    const other = Object.values(worksheets['lawful-basis']?.codes ?? {}).find(
      (code) =>
        !Object.values(own?.codes ?? {}).includes(code) &&
        !Object.values(worksheets).some(({ sheet }) => sheet === code),
    );
    const [read] = readTyped(other ?? '', everyKind, worksheets);
    expect(read).toMatchObject({ is: 'elsewhere' });
    expect(read?.is === 'elsewhere' && read.questionnaires).toContain('lawful-basis');
    expect(readTyped(own?.sheet ?? '', everyKind, worksheets)).toMatchObject([
      { is: 'worksheet', questionnaire: 'every-kind' },
    ]);
    expect(worksheetOf(` ${(own?.sheet ?? '').toLowerCase().split('').join('-')} `, worksheets)).toBe(
      'every-kind',
    );
    expect(worksheetOf('333', worksheets)).toBeUndefined();
  });

  it('where it is of an older version, and that is no mistake of hers', () => {
    const older: Worksheets = {
      'every-kind': withCodes(
        {
          ...everyKind,
          questions: { raffle: { kind: 'choice', options: ['yes', 'no'], cautious: undefined, reasons: {} } },
        },
        undefined,
        [],
      ),
    };
    const [read] = readTyped(older['every-kind']?.codes['raffle yes'] ?? '', everyKind, older);
    expect(read).toMatchObject({ is: 'gone', name: 'raffle yes' });
    expect(read !== undefined && isTick(read) && !isWrong(read)).toBe(true);
  });
});
