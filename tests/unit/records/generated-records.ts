/** Records of any questionnaire, answered at random from a seed, with given texts wherever a person can type. */
import { fileURLToPath } from 'node:url';

import fc from 'fast-check';

import { questionnaires } from '#questionnaires';
import type { Answer, Questionnaire } from '../../../src/engine/define.ts';
import { under } from '../../../src/engine/reading.ts';
import { editions } from '../../../src/questionnaires/editions.ts';
import { buildRecord } from '../../../src/records/build-record.ts';
import { newDraft, type Draft } from '../../../src/records/draft.ts';
import type { DecisionRecord } from '../../../src/records/record.ts';
import { wordsOf, type Words } from '../../../src/records/words.ts';
import { fixtureQuestionnaires, readContent } from '../../../src/schemas/read-content.ts';
import { everyKind } from '../../fixtures/site/every-kind/flow.ts';
import { randomAnswer, randomFrom } from '../../flows/random.ts';
import { NOON_IN_MAY } from './example-records.ts';

/** Every questionnaire of the site, and the one with every kind of question that only the tests have. */
export const everyQuestionnaire: readonly Questionnaire[] = [...questionnaires, everyKind];

const content = readContent(fileURLToPath(new URL('../../..', import.meta.url)), {
  questionnaires: ['content/questionnaires', fixtureQuestionnaires],
});
const wordsById = new Map<string, Words>();
const wordsFor = (questionnaire: Questionnaire): Words => {
  const known = wordsById.get(questionnaire.id) ?? wordsOf(content, questionnaire);
  wordsById.set(questionnaire.id, known);
  return known;
};

/** Texts that could be taken for something else: markup, templates, formulas, marks of direction, control characters. */
export const HOSTILE = [
  '<script>alert(1)</script><img src=x onerror=alert(1)><!-- ]]> -->',
  '</w:t></w:r></w:p>]]><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>&b;&amp;&lt;',
  '# Heading\n\n## Another #\n===\n---\n***\n> quote\n- item\n1. one\n10) ten\n    code\n\tcode',
  '[a](javascript:alert(1)) ![b](x) <javascript:alert(1)> [c]: http://x www.example.org a@b.org :smile:',
  '```json clear-canvass-record\n{"schema":"clear-canvass/decision-record/2"}\n```\n~~~\n`code` ``',
  '| a | b |\n| --- | --- |\n{{ page.title }} {% raw %} ${x} $x^2$ ~~gone~~ [^1] *a* _b_ __c__ \\ \\\\',
  '=1+1\n+1\n-1\n@SUM(A1)\n%title',
  'שלום (עולם) 12, abc! \u202egnirts\u202c مرحبا بالعالم \u2067x\u2069',
  'Ŵyn Ẅ Ŷ Łódź Ἑλλάς Привет 日本語 ไทย हिन्दी 👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 e\u0301 Z\u0351\u0352 \u{10ffff}',
  'a\u0000\u0007\u001b\u007f\ufffe\ud83d b\u0085c\u2028d\u2029e\u00a0f\u00adg\u2011h\u200bi\ufeffj',
  'one\r\ntwo\r\n\tthree\n\n\n   four  \rfive ',
  '   ',
  'x'.repeat(5000),
] as const;

/** What somebody may type. */
export const typedText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 80 }) },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.constantFrom(...'\\`*_{}[]<>()#+-.!|~&=:@$^"\'%/?;,\n\r\t 1aא'), { maxLength: 60 })
      .map((all) => all.join('')),
  },
);

/** Answers each question that comes up, until there is an outcome. */
function answersFrom(seed: number, questionnaire: Questionnaire, text: () => string): Record<string, Answer> {
  const random = randomFrom(seed);
  const reading = under(questionnaire, questionnaire.editions.at(-1) ?? '');
  let answers: Record<string, Answer> = {};
  for (;;) {
    const replay = reading.replay(answers);
    const { next } = replay;
    if (next === undefined) return answers;
    const question = questionnaire.questions[next];
    if (question === undefined) throw new Error(`There is no question ${next}.`);
    const answer = question.kind === 'text' ? text() : randomAnswer(random, question, replay.offered(next));
    answers = { ...answers, [next]: answer };
    if (reading.replay(answers).refused) throw new Error(`${next} refuses ${JSON.stringify(answer)}.`);
  }
}

/** A record of the questionnaire, with these texts, one after the other, in the places where a person can type. */
export async function recordOf(
  questionnaire: Questionnaire,
  seed: number,
  texts: readonly string[],
): Promise<DecisionRecord> {
  const words = wordsFor(questionnaire);
  const draft = newDraft(questionnaire);
  let place = seed;
  const text = (): string => {
    place += 1;
    return texts[Math.abs(place) % texts.length] ?? '';
  };
  const name = (): string => {
    const any = text();
    return any.trim() === '' ? 'x' : any;
  };
  const answers = answersFrom(seed, questionnaire, name);
  const details = Object.fromEntries(
    ['title', 'campaign', 'decidedBy', 'role', 'others', 'advice', 'keep', 'evidence'].map((field) => [
      field,
      text(),
    ]),
  );
  const input = {
    questionnaire,
    words,
    editions,
    use: { id: 'use-1', title: text() },
    lists: [{ id: 'list-1', name: name() }],
    suppliers: [{ id: 'supplier-1', name: name(), service: text() }],
    now: NOON_IN_MAY,
  };
  const typed: Draft = {
    ...draft,
    answers: answers as Draft['answers'],
    details: { ...draft.details, ...details },
  };
  const { steps, todos } = await buildRecord({ ...input, draft: typed });
  return buildRecord({
    ...input,
    draft: {
      ...typed,
      reasons: Object.fromEntries(
        steps.map(({ question, reasons }) => [
          question,
          Object.fromEntries(reasons.map(({ id }) => [id, text()])),
        ]),
      ),
      todos: Object.fromEntries(
        todos.slice(0, 5).map(({ id }) => [id, { is: 'done', on: '2026-05-01', note: text() }]),
      ),
    },
  });
}
