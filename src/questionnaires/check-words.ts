/** Whether words and logic fit each other: everything that the one names, the other has. */
import type { Question, Questionnaire, Rule } from '../engine/define.ts';
import { takesNotKnown } from '../engine/answer.ts';
import {
  ContentError,
  type Content,
  type QuestionnaireWords,
  type QuestionWords,
  type Todo,
} from '../schemas/read-content.ts';
import { orPerhaps } from '../schemas/nearest-id.ts';
import { conditionRules } from './shared-rules.ts';

type Fault = ConstructorParameters<typeof ContentError>[0];
type Unread = (file: string, id?: string) => boolean;

/**
 * Every fault between the words under `content/` and the logic of these questionnaires, both ways. Each names the
 * file to mend, the id, and how. An empty list means that they fit.
 */
export function checkWords(content: Content, questionnaires: readonly Questionnaire[]): ContentError[] {
  const faults: ContentError[] = [];
  const report = (fault: Fault): void => {
    faults.push(new ContentError(fault));
  };
  /** Whether there are words that could not be read: that is reported already, and they are not missing. */
  const isUnread: Unread = (file, id) =>
    content.problems.some((problem) => problem.file === file && (id === undefined || problem.id === id));
  for (const words of content.questionnaires) {
    if (questionnaires.some(({ id }) => id === words.id)) continue;
    report({
      file: `${words.folder}/index.mdx`,
      id: words.id,
      found: 'it has words but no logic',
      remedy: `write src/questionnaires/${words.id}/flow.ts and add it to src/questionnaires/index.ts, or take the folder away`,
    });
  }
  for (const questionnaire of questionnaires) {
    const words = content.questionnaires.find(({ id }) => id === questionnaire.id);
    if (words === undefined) {
      report({
        file: `content/questionnaires/${questionnaire.id}`,
        id: questionnaire.id,
        found: 'it has logic but no words',
        remedy:
          'write index.mdx, questions.yaml, examples.yaml and outcomes/ there, or take it out of the list of questionnaires',
      });
      continue;
    }
    if (words.published && !words.draft && questionnaire.version.startsWith('0.')) {
      report({
        file: logicOf(words),
        id: words.id,
        found: `it is published at version ${questionnaire.version}, which is a draft’s`,
        remedy: 'give it version 1.0.0 and run "npm run journeys", or set draft: true in its index.mdx',
      });
    }
    if ((words.balance === undefined) !== (questionnaire.balance === undefined)) {
      report({
        file: `${words.folder}/index.mdx`,
        id: words.id,
        found: 'only one of words and logic has a balance',
        remedy: 'write balance in both places or in neither',
      });
    }
    for (const { questionnaire: other } of questionnaire.followOns) {
      if (!content.questionnaires.some(({ id }) => id === other)) {
        report({
          file: logicOf(words),
          id: words.id,
          found: `it calls for ${other}, which is no questionnaire`,
          remedy: `name one that content/questionnaires has${orPerhaps(
            other,
            content.questionnaires.map(({ id }) => id),
          )}`,
        });
      }
    }
    checkQuestions(questionnaire, words, report, isUnread);
    checkOutcomes(questionnaire, words, report, isUnread);
    checkSentences(questionnaire, words, report);
    checkClashes(questionnaire, words, report);
    checkRules(content, questionnaire, words, report);
    checkTodos(content, questionnaire, words, report);
  }
  checkMusts(content, report);
  checkReopens(content, questionnaires, report);
  return faults;
}

/** Where a questionnaire's logic stands: routes and outcomes, if no other of its files is named. */
function logicOf({ id, published }: QuestionnaireWords, file: 'flow.ts' | 'rules.ts' = 'flow.ts'): string {
  // The questionnaire of the test site is one file.
  return published ? `src/questionnaires/${id}/${file}` : `tests/fixtures/site/${id}/flow.ts`;
}

/** Where a rule is written: beside the questionnaire's logic, or with those that several share. */
function writtenIn(words: QuestionnaireWords, rule: Rule): string {
  return Object.values<Rule>(conditionRules).includes(rule)
    ? 'src/questionnaires/shared-rules.ts'
    : logicOf(words, 'rules.ts');
}

function checkQuestions(
  questionnaire: Questionnaire,
  words: QuestionnaireWords,
  report: (fault: Fault) => void,
  isUnread: Unread,
): void {
  const file = `${words.folder}/questions.yaml`;
  const asked = Object.keys(questionnaire.questions);
  const written = words.questions.map(({ id }) => id);
  for (const id of asked.filter((one) => !written.includes(one) && !isUnread(file, one))) {
    report({
      file,
      id,
      found: 'the logic asks this question and it has no words',
      remedy: 'write it, in asking order',
    });
  }
  for (const id of written.filter((one) => !asked.includes(one))) {
    report({
      file,
      id,
      found: 'the logic asks no such question',
      remedy: `take it out, or add it to ${logicOf(words)}`,
    });
  }
  const [inFlow, inWords] = [
    asked.filter((id) => written.includes(id)),
    written.filter((id) => asked.includes(id)),
  ];
  const place = inFlow.findIndex((id, index) => id !== inWords[index]);
  if (place >= 0) {
    report({
      file,
      id: inWords[place],
      found: `it stands where the logic asks ${inFlow[place] ?? ''}`,
      remedy: 'put the questions in asking order',
    });
  }
  for (const question of words.questions) {
    const logic = questionnaire.questions[question.id];
    if (logic !== undefined) checkQuestion(question, logic, file, logicOf(words), report);
  }
}

function checkQuestion(
  words: QuestionWords,
  logic: Question,
  file: string,
  flow: string,
  report: (fault: Fault) => void,
): void {
  const { id } = words;
  const same = (what: string, inFlow: readonly string[], inWords: readonly string[]): void => {
    for (const one of inFlow.filter((each) => !inWords.includes(each))) {
      report({
        file,
        id,
        found: `the logic has the ${what} ${one} and it has no words`,
        remedy: `write it under ${what}s`,
      });
    }
    for (const one of inWords.filter((each) => !inFlow.includes(each))) {
      report({
        file,
        id,
        found: `the logic has no ${what} ${one}`,
        remedy: `take it out, or add it to ${flow}`,
      });
    }
  };
  const options = Object.keys(words.options ?? {});
  same('option', logic.options, options);
  if (
    options.length === logic.options.length &&
    options.some((option, index) => option !== logic.options[index])
  ) {
    const inOrder = logic.options.join(', ');
    report({
      file,
      id,
      found: 'its options stand in another order than in the logic',
      remedy: `put them in this order: ${inOrder}`,
    });
  }
  if (words.groups !== undefined) {
    const none = logic.kind === 'choices' ? logic.none : undefined;
    const inGroups = Object.values(words.groups).flat();
    for (const option of new Set([...options, ...inGroups])) {
      const grouped = option !== none && options.includes(option);
      const times = inGroups.filter((one) => one === option).length;
      if (times === (grouped ? 1 : 0)) continue;
      const where = !grouped
        ? 'has no place in its groups'
        : times === 0
          ? 'stands in none of its groups'
          : 'stands in its groups not just once';
      report({
        file,
        id,
        found: `the option ${option} ${where}`,
        remedy: grouped ? 'write it under one heading of groups' : 'take it out of groups',
      });
    }
  }
  same('reason', Object.keys(logic.reasons), Object.keys(words.reasons ?? {}));
  for (const reason of Object.keys(logic.reasons)) {
    if (words.reasonErrors?.[reason] === undefined) {
      report({
        file,
        id,
        found: `nothing is said when the reason ${reason} is missing`,
        remedy: 'write it under reasonErrors',
      });
    }
  }
  if (takesNotKnown(logic) && words.settle === undefined) {
    report({
      file,
      id,
      found: 'people can say that they do not know, and nothing says what would settle it',
      remedy: 'write settle',
    });
  }
  if (!takesNotKnown(logic) && (words.settle ?? words.unknownLabel) !== undefined) {
    report({
      file,
      id,
      found: 'the logic does not take “I don’t know yet” here',
      remedy: 'take settle and unknownLabel out',
    });
  }
}

function checkOutcomes(
  questionnaire: Questionnaire,
  words: QuestionnaireWords,
  report: (fault: Fault) => void,
  isUnread: Unread,
): void {
  const folder = `${words.folder}/outcomes`;
  for (const [id, { verdict }] of Object.entries(questionnaire.outcomes)) {
    const outcome = words.outcomes.find((one) => one.id === id);
    if (outcome === undefined && isUnread(`${folder}/${id}.mdx`)) continue;
    if (outcome === undefined) {
      report({
        file: `${folder}/${id}.mdx`,
        id,
        found: 'the logic has this outcome and it has no words',
        remedy: 'write the file',
      });
    } else if (outcome.verdict !== verdict) {
      report({
        file: outcome.file,
        id,
        found: `its verdict is ${outcome.verdict}, and in the logic ${verdict}`,
        remedy: `settle which is right and write it here and in ${logicOf(words)}`,
      });
    }
  }
  for (const { id, file, deadlines: written = {} } of words.outcomes) {
    const logic = questionnaire.outcomes[id]?.deadlines ?? {};
    for (const one of new Set([...Object.keys(logic), ...Object.keys(written)])) {
      const [inLogic, inWords] = [logic[one], written[one]];
      if (inLogic === undefined || inWords === undefined) {
        report({
          file,
          id,
          found:
            inWords === undefined
              ? `the logic sets the last day ${one}, and it has no words`
              : `it speaks of the last day ${one}, and the logic sets none of that id`,
          remedy: 'write it under deadlines in both places or in neither',
        });
      } else if ((inLogic.notBegun !== undefined) !== (inWords.notBegun !== undefined)) {
        report({
          file,
          id,
          found: `words and logic differ on whether the time of ${one} may not have begun to run`,
          remedy: 'write notBegun in both places or in neither',
        });
      }
    }
    if (!Object.hasOwn(questionnaire.outcomes, id)) {
      report({
        file,
        id,
        found: 'the logic has no such outcome',
        remedy: `take the file away, or add it to ${logicOf(words)}`,
      });
    }
  }
}

/** Plain sentences are chosen by rules that the questionnaire has. */
function checkSentences(
  { rules }: Questionnaire,
  words: QuestionnaireWords,
  report: (fault: Fault) => void,
): void {
  for (const { id, file, because = [] } of words.outcomes) {
    for (const { when } of because) {
      if (when === undefined || Object.hasOwn(rules, when)) continue;
      report({
        file,
        id,
        found: `a sentence under because is chosen by ${when}, which is no rule of ${words.id}`,
        remedy: `name a rule of ${logicOf(words, 'rules.ts')}${orPerhaps(when, Object.keys(rules))}`,
      });
    }
  }
}

/** Each clash is worded, and has an example that shows it. */
function checkClashes(
  { clashes }: Questionnaire,
  words: QuestionnaireWords,
  report: (fault: Fault) => void,
): void {
  const file = `${words.folder}/index.mdx`;
  const inLogic = Object.keys(clashes);
  const inWords = Object.keys(words.clashes ?? {});
  const shown = words.examples.flatMap((example) => (example.clashes ?? []).map((id) => ({ id, example })));
  for (const id of inLogic) {
    if (!inWords.includes(id)) {
      report({
        file,
        id,
        found: 'the logic has this clash and nothing is said of it',
        remedy: 'write its sentence under clashes: which two answers cannot both be true',
      });
    }
    if (!shown.some((one) => one.id === id)) {
      report({
        file: `${words.folder}/examples.yaml`,
        id,
        found: 'no example shows this clash',
        remedy: `write one whose answers make it, with clashes: [${id}]`,
      });
    }
  }
  for (const id of inWords.filter((one) => !inLogic.includes(one))) {
    report({
      file,
      id,
      found: 'the logic has no such clash',
      remedy: `take it out, or add it under clashes in ${logicOf(words)}${orPerhaps(id, inLogic)}`,
    });
  }
  for (const { id, example } of shown) {
    if (inLogic.includes(id)) continue;
    report({
      file: `${words.folder}/examples.yaml`,
      id: example.id,
      found: `it names the clash ${id}, which the logic has not`,
      remedy: `name one that stands under clashes in ${logicOf(words)}${orPerhaps(id, inLogic)}`,
    });
  }
}

function checkRules(
  content: Content,
  questionnaire: Questionnaire,
  words: QuestionnaireWords,
  report: (fault: Fault) => void,
): void {
  const clauses = new Set(content.clauses.map(({ id }) => id));
  const law = new Set(content.law.map(({ id }) => id));
  for (const [outcome, { deadlines = {} }] of Object.entries(questionnaire.outcomes)) {
    for (const { clause } of Object.values(deadlines).filter((one) => !clauses.has(one.clause))) {
      report({
        file: logicOf(words),
        id: outcome,
        found: `its last day cites the clause ${clause}, which no section has`,
        remedy: `cite an id that a <Clause> carries${orPerhaps(clause, clauses)}`,
      });
    }
  }
  for (const [id, rule] of Object.entries(questionnaire.rules)) {
    for (const clause of rule.clauses.filter((one) => !clauses.has(one))) {
      report({
        file: writtenIn(words, rule),
        id,
        found: `the rule cites the clause ${clause}, which no section has`,
        remedy: `cite an id that a <Clause> carries${orPerhaps(clause, clauses)}`,
      });
    }
    for (const entry of rule.law.filter((one) => !law.has(one))) {
      report({
        file: writtenIn(words, rule),
        id,
        found: `the rule cites the law change ${entry}, which content/law has not`,
        remedy: `cite an entry of content/law${orPerhaps(entry, law)}`,
      });
    }
  }
}

function checkTodos(
  content: Content,
  questionnaire: Questionnaire,
  words: QuestionnaireWords,
  report: (fault: Fault) => void,
): void {
  const added = new Set([
    ...questionnaire.todos.flatMap(({ add, ahead = [] }) => [...add, ...ahead]),
    ...Object.values(questionnaire.outcomes).flatMap((outcome) => outcome.todos),
  ]);
  const known = new Map(content.todos.map((todo) => [todo.id, todo]));
  for (const id of added) {
    const todo = known.get(id);
    if (todo === undefined) {
      report({
        file: 'content/todos.yaml',
        id,
        found: `${logicOf(words)} adds it and it has no words`,
        remedy: 'write it, or mend its name in the logic',
      });
    } else if (todo.clauses.length === 0 && !todo.law?.length && todo.project !== true) {
      report({
        file: 'content/todos.yaml',
        id,
        found: 'no clause and no law change stands behind it',
        remedy: 'cite one, or mark it project if it is our own advice',
      });
    }
  }
  const named = [
    ...Object.keys(questionnaire.done),
    ...Object.entries(questionnaire.givesWay).flatMap(([weaker, stronger]) => [weaker, ...stronger]),
  ];
  for (const id of new Set(named)) {
    if (!added.has(id)) {
      report({
        file: logicOf(words),
        id,
        found: 'done or givesWay names a to-do that nothing adds',
        remedy: 'mend its name, or add it to an answer or an outcome',
      });
    }
  }
}

/** A to-do binds no more strongly than what stands behind it. */
function checkMusts(content: Content, report: (fault: Fault) => void): void {
  const strengths = new Map(content.clauses.map(({ id, strength }) => [id, strength]));
  const isMust = (todo: Todo): boolean =>
    [todo.strength, ...Object.values(todo.strengthIn ?? {})].some((strength) => strength !== 'should');
  for (const todo of content.todos.filter(isMust)) {
    const byClause = todo.clauses.some((id) => ['must', 'must-not'].includes(strengths.get(id) ?? ''));
    if (byClause || todo.law?.length || todo.authority !== undefined) continue;
    report({
      file: 'content/todos.yaml',
      id: todo.id,
      found: `it is a ${todo.strength}, but no clause that it cites is a must or a must-not`,
      remedy: 'cite the clause, law change or authority that makes it one, or call it a should',
    });
  }
}

/** What makes a to-do due again is another answer to a question that is asked. */
function checkReopens(
  content: Content,
  questionnaires: readonly Questionnaire[],
  report: (fault: Fault) => void,
): void {
  const asked = new Set(questionnaires.flatMap(({ questions }) => Object.keys(questions)));
  for (const { id, reopens = [] } of content.todos) {
    for (const question of reopens.filter((one) => !asked.has(one))) {
      report({
        file: 'content/todos.yaml',
        id,
        found: `another answer to ${question} is to reopen it, and no questionnaire asks that`,
        remedy: `name a question under reopens${orPerhaps(question, asked)}`,
      });
    }
  }
}
