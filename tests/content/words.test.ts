import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

import { checkWords } from '../../src/questionnaires/check-words.ts';
import { questionnaires } from '../../src/questionnaires/index.ts';
import { ContentError, fixtureQuestionnaires, readContent, type Content, type QuestionnaireWords } from '../../src/schemas/read-content.ts';
import { everyKind } from '../fixtures/site/every-kind/flow.ts';

const content = readContent(fileURLToPath(new URL('../..', import.meta.url)), {
  questionnaires: ['content/questionnaires', fixtureQuestionnaires],
});
const all = [...questionnaires, everyKind];

/** What is reported once the words have been changed in one way. */
function reportedAfter(change: (content: Content, words: QuestionnaireWords) => void): string[] {
  const changed = structuredClone(content);
  const words = changed.questionnaires.find(({ id }) => id === everyKind.id);
  if (words === undefined) throw new Error('The fixture questionnaire has no words.');
  change(changed, words);
  return checkWords(changed, all).map((fault) => fault.message);
}

/** One question of the fixture's words. */
function questionIn(words: QuestionnaireWords, id: string): QuestionnaireWords['questions'][number] {
  const question = words.questions.find((one) => one.id === id);
  if (question === undefined) throw new Error(`The fixture has no question ${id}.`);
  return question;
}

const todoIn = (changed: Content, id: string): Content['todos'][number] => {
  const todo = changed.todos.find((one) => one.id === id);
  if (todo === undefined) throw new Error(`There is no to-do ${id}.`);
  return todo;
};

describe('what people read fits what is decided', () => {
  it('in every questionnaire, both ways', () => {
    expect(checkWords(content, all).map((fault) => fault.message)).toEqual([]);
  });

  const faults: [title: string, change: (content: Content, words: QuestionnaireWords) => void, report: RegExp][] = [
    [
      'a questionnaire that nobody wrote the logic of',
      (changed, words) => changed.questionnaires.push({ ...words, id: 'no-logic', folder: 'content/questionnaires/no-logic' }),
      /^content\/questionnaires\/no-logic\/index\.mdx, no-logic: it has words but no logic; write src\/questionnaires\/no-logic\/flow\.ts/,
    ],
    [
      'a questionnaire that nobody wrote the words of',
      (changed) => {
        changed.questionnaires = changed.questionnaires.filter(({ id }) => id !== everyKind.id);
      },
      /^content\/questionnaires\/every-kind, every-kind: it has logic but no words; write/,
    ],
    [
      'a question that is asked without words',
      (_changed, words) => {
        words.questions = words.questions.filter(({ id }) => id !== 'helpers');
      },
      /questions\.yaml, helpers: the logic asks this question and it has no words; write it/,
    ],
    [
      'a question that is worded and never asked',
      (_changed, words) => words.questions.push({ ...questionIn(words, 'stall'), id: 'weather' }),
      /questions\.yaml, weather: the logic asks no such question; take it out/,
    ],
    [
      'questions out of order',
      (_changed, words) => {
        words.questions = [...words.questions].reverse();
      },
      /questions\.yaml, complaints-route: it stands where the logic asks stall; put the questions in asking order/,
    ],
    [
      'an option without words',
      (_changed, words) => {
        delete questionIn(words, 'who').options?.['club'];
      },
      /questions\.yaml, who: the logic has the option club and it has no words/,
    ],
    [
      'an option that is worded and never offered',
      (_changed, words) => {
        Object.assign(questionIn(words, 'who').options ?? {}, { school: { label: 'A school' } });
      },
      /questions\.yaml, who: the logic has no option school; take it out/,
    ],
    [
      'options in another order than they are stored in',
      (_changed, words) => {
        const who = questionIn(words, 'who');
        who.options = Object.fromEntries(Object.entries(who.options ?? {}).reverse());
      },
      /questions\.yaml, who: its options stand in another order than in the logic; put them in this order: club, family, trader/,
    ],
    [
      'an option that is shown under two headings',
      (_changed, words) => {
        questionIn(words, 'taking').groups = { One: ['names', 'phone-numbers'], Two: ['allergies', 'names'] };
      },
      /questions\.yaml, taking: the option names stands in its groups not just once; write it under one heading of groups/,
    ],
    [
      'an option that is left out of the headings',
      (_changed, words) => {
        questionIn(words, 'taking').groups = { One: ['names', 'phone-numbers'] };
      },
      /questions\.yaml, taking: the option allergies stands in none of its groups; write it under one heading of groups/,
    ],
    [
      'an option under a heading that stands alone',
      (_changed, words) => {
        questionIn(words, 'taking').groups = { One: ['names', 'phone-numbers', 'allergies', 'nothing'] };
      },
      /questions\.yaml, taking: the option nothing has no place in its groups; take it out of groups/,
    ],
    [
      'a reason without words',
      (_changed, words) => {
        delete questionIn(words, 'told').reasons?.['how'];
      },
      /questions\.yaml, told: the logic has the reason how and it has no words/,
    ],
    [
      'a missing reason of which nothing is said',
      (_changed, words) => {
        delete questionIn(words, 'told').reasonErrors?.['where'];
      },
      /questions\.yaml, told: nothing is said when the reason where is missing; write it under reasonErrors/,
    ],
    [
      'an “I don’t know yet” that nobody is told how to settle',
      (_changed, words) => {
        delete questionIn(words, 'helpers').settle;
      },
      /questions\.yaml, helpers: people can say that they do not know, and nothing says what would settle it; write settle/,
    ],
    [
      'a way to settle what everyone knows',
      (_changed, words) => {
        questionIn(words, 'who').settle = 'Ask.';
      },
      /questions\.yaml, who: the logic does not take “I don’t know yet” here; take settle/,
    ],
    [
      'an outcome without words',
      (_changed, words) => {
        words.outcomes = words.outcomes.filter(({ id }) => id !== 'ready');
      },
      /outcomes\/ready\.mdx, ready: the logic has this outcome and it has no words; write the file/,
    ],
    [
      'an outcome that is worded and never reached',
      (_changed, words) => {
        const [first] = words.outcomes;
        if (first) words.outcomes.push({ ...first, id: 'rained-off', file: 'rained-off.mdx' });
      },
      /rained-off\.mdx, rained-off: the logic has no such outcome; take the file away/,
    ],
    [
      'a verdict that the words put otherwise',
      (_changed, words) => {
        const ready = words.outcomes.find(({ id }) => id === 'ready');
        if (ready) ready.verdict = 'stop';
      },
      /outcomes\/ready\.mdx, ready: its verdict is stop, and in the logic proceed; settle which is right/,
    ],
    [
      'a plain sentence that no rule chooses',
      (_changed, words) => {
        const outcome = words.outcomes.find(({ id }) => id === 'fix-first');
        if (outcome) outcome.because = [{ when: 'boxMising', plain: 'Lock it away.' }, { plain: 'Take care.' }];
      },
      /outcomes\/fix-first\.mdx, fix-first: a sentence under because is chosen by boxMising, which is no rule of every-kind; name a rule of .*, perhaps boxMissing/,
    ],
    [
      'a clash of which nothing is said',
      (_changed, words) => {
        delete words.clashes;
      },
      /index\.mdx, club-of-one: the logic has this clash and nothing is said of it; write its sentence under clashes/,
    ],
    [
      'a clash without an example',
      (_changed, words) => {
        words.examples = words.examples.filter(({ clashes }) => clashes === undefined);
      },
      /examples\.yaml, club-of-one: no example shows this clash; write one whose answers make it, with clashes: \[club-of-one\]/,
    ],
    [
      'a clash that is worded and never looked for',
      (_changed, words) => {
        words.clashes = { ...words.clashes, 'club-of-ones': 'A club of one is none.' };
      },
      /index\.mdx, club-of-ones: the logic has no such clash; take it out, or add it under clashes in .*, perhaps club-of-one/,
    ],
    [
      'an example of a clash that there is not',
      (_changed, words) => {
        const [first] = words.examples;
        if (first) first.clashes = ['club-of-two'];
      },
      /examples\.yaml, cake-by-weight: it names the clash club-of-two, which the logic has not; name one/,
    ],
    [
      'a to-do that an answer nobody is asked for makes due again',
      (changed) => {
        Object.assign(todoIn(changed, 'train'), { scope: 'campaign', reopens: ['chanel'] });
      },
      /^content\/todos\.yaml, train: another answer to chanel is to reopen it, and no questionnaire asks that; name a question under reopens, perhaps channel/,
    ],
    [
      'a to-do without words',
      (changed) => {
        changed.todos = changed.todos.filter(({ id }) => id !== 'tidy');
      },
      /^content\/todos\.yaml, tidy: .* adds it and it has no words; write it/,
    ],
    [
      'a to-do with no source, not even our own',
      (changed) => {
        Object.assign(todoIn(changed, 'tidy'), { clauses: [], law: [], project: false });
      },
      /^content\/todos\.yaml, tidy: no clause and no law change stands behind it; cite one/,
    ],
    [
      'a must that only a should stands behind',
      (changed) => {
        Object.assign(todoIn(changed, 'tidy'), { strength: 'must' });
      },
      /^content\/todos\.yaml, tidy: it is a must, but no clause that it cites is a must or a must-not; cite/,
    ],
    [
      'a rule that rests on a clause that is not there',
      (changed) => {
        changed.clauses = changed.clauses.filter(({ id }) => id !== 'sc-explicit-consent');
      },
      /every-kind\/flow\.ts, agreementMissing: the rule cites the clause sc-explicit-consent, which no section has; cite/,
    ],
    [
      'a last day that has no words',
      (_changed, words) => {
        const risky = words.outcomes.find(({ id }) => id === 'too-risky');
        delete risky?.deadlines?.['tell-people'];
      },
      /outcomes\/too-risky\.mdx, too-risky: the logic sets the last day tell-people, and it has no words; write it/,
    ],
    [
      'words about a last day that nobody sets',
      (_changed, words) => {
        const risky = words.outcomes.find(({ id }) => id === 'too-risky');
        Object.assign(risky?.deadlines ?? {}, { 'some-day': { on: '{date}', past: 'Past.' } });
      },
      /outcomes\/too-risky\.mdx, too-risky: it speaks of the last day some-day, and the logic sets none of that id; write it/,
    ],
    [
      'a last day that may not have begun, with nothing said of that',
      (_changed, words) => {
        const risky = words.outcomes.find(({ id }) => id === 'too-risky');
        delete risky?.deadlines?.['tell-people']?.notBegun;
      },
      /too-risky: words and logic differ on whether the time of tell-people may not have begun to run; write notBegun/,
    ],
    [
      'a last day that rests on a clause that is not there',
      (changed) => {
        changed.clauses = changed.clauses.filter(({ id }) => id !== 'about-other-duties');
      },
      /every-kind\/flow\.ts, too-risky: its last day cites the clause about-other-duties, which no section has; cite/,
    ],
    [
      'a rule that rests on a law change that is not there',
      (changed) => {
        changed.law = changed.law.filter(({ id }) => id !== 'REG-1');
      },
      /every-kind\/flow\.ts, complaintsAsked: the rule cites the law change REG-1, which content\/law has not; cite/,
    ],
  ];
  it.each(faults)('nobody is shown %s', (_title, change, report) => {
    expect(reportedAfter(change).join('\n')).toMatch(new RegExp(report.source, 'm'));
  });

  it('whoever mistypes a clause in a rule is led to the rules, and not to the flow', () => {
    const [first, ...others] = questionnaires;
    const [name, rule] = Object.entries(first?.rules ?? {})[0] ?? [];
    if (first === undefined || name === undefined || rule === undefined) throw new Error('Nothing is published.');
    const mistyped = { ...first, rules: { ...first.rules, [name]: { ...rule, clauses: ['ctrl-processor-limit'] } } };
    expect(checkWords(content, [mistyped, ...others, everyKind]).map((fault) => fault.message)).toEqual([
      `src/questionnaires/${first.id}/rules.ts, ${name}: the rule cites the clause ctrl-processor-limit, which no section has; cite an id that a <Clause> carries, perhaps ctrl-processor-limits.`,
    ]);
  });

  it('whoever writes words that cannot be read is told that, and not that they are missing', () => {
    const unread = (file: string, id?: string) => new ContentError({ file, id, found: 'it will not do', remedy: 'mend it' });
    const reported = reportedAfter((changed, words) => {
      words.outcomes = words.outcomes.filter(({ id }) => id !== 'ready');
      words.questions = words.questions.filter(({ id }) => id !== 'helpers');
      changed.problems = [unread(`${words.folder}/outcomes/ready.mdx`), unread(`${words.folder}/questions.yaml`, 'helpers')];
    });
    expect(reported).toEqual([]);
  });

  it('nobody keeps a record of a version whose journeys may still change freely', () => {
    const [published] = questionnaires;
    if (published === undefined) throw new Error('Nothing is published.');
    const early = [{ ...published, version: '0.9.0' }, ...questionnaires.slice(1), everyKind];
    expect(checkWords(content, early).map((fault) => fault.message)).toEqual([
      `src/questionnaires/${published.id}/flow.ts, ${published.id}: it is published at version 0.9.0, which is a draft’s; give it version 1.0.0 and run "npm run journeys", or set draft: true in its index.mdx.`,
    ]);
  });

  it.each([
    ['dm-call-tps', 'src/questionnaires/lawful-basis/rules.ts', 'byLiveCall'],
    ['sc-members', 'src/questionnaires/shared-rules.ts', 'bodyWithMembers'],
  ])('whoever mistypes the clause %s in a rule is sent to %s', (clause, file, rule) => {
    const reported = reportedAfter((changed) => {
      changed.clauses = changed.clauses.filter(({ id }) => id !== clause);
    });
    expect(reported).toContainEqual(
      expect.stringMatching(
        new RegExp(`^${file}, ${rule}: the rule cites the clause ${clause}, which no section has; cite an id`),
      ),
    );
  });

  it('nobody is shown a to-do as done that nothing adds', () => {
    const renamed = { ...everyKind, done: { 'fix-plain': 'told' } };
    expect(checkWords(content, [...questionnaires, renamed]).map((fault) => fault.message)).toEqual([
      'tests/fixtures/site/every-kind/flow.ts, fix-plain: done or givesWay names a to-do that nothing adds; mend its name, or add it to an answer or an outcome.',
    ]);
  });
});
