/** The words of a questionnaire as the browser gets them: one file, fetched alike whatever is answered. */
import { targetsOf, type Questionnaire } from '../engine/define.ts';
import type {
  Clause,
  Content,
  LawChange,
  OutcomeWords as OutcomeContent,
  QuestionnaireWords as QuestionnaireContent,
  QuestionWords,
  Todo,
} from '../schemas/read-content.ts';

export type { QuestionWords };

export type OutcomeWords = Pick<
  OutcomeContent,
  | 'name'
  | 'headline'
  | 'headlineOpen'
  | 'because'
  | 'why'
  | 'decides'
  | 'keep'
  | 'changes'
  | 'instead'
  | 'deadlines'
  | 'clauses'
  | 'law'
>;

export type TodoWords = Omit<Todo, 'id'>;

/** A clause as it is cited. `href` is relative to the root of the site. */
export type ClauseWords = Pick<Clause, 'strength' | 'text' | 'href'> & { readonly section: string };

/** A law change as it is cited. `href` is relative to the root of the site. */
export type LawWords = Pick<LawChange, 'title' | 'now' | 'since' | 'confidence' | 'confidenceNote' | 'href'>;

export interface Words {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  /** What the two sides of its balance are called, where it weighs two. */
  readonly balance?: QuestionnaireContent['balance'];
  /** Other questionnaires that it can call for: id to the question that each answers. */
  readonly followOns: Readonly<Record<string, string>>;
  /** Clash id → what is said of it. */
  readonly clashes: Readonly<Record<string, string>>;
  readonly questions: Readonly<Record<string, QuestionWords>>;
  readonly outcomes: Readonly<Record<string, OutcomeWords>>;
  readonly todos: Readonly<Record<string, TodoWords>>;
  readonly clauses: Readonly<Record<string, ClauseWords>>;
  readonly law: Readonly<Record<string, LawWords>>;
}

/** Words that have to be there. @throws Error naming what has none. */
export function needed<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined)
    throw new Error(`There are no words for the ${what}: write them in content/questionnaires.`);
  return value;
}

/** What an entry of the law list gives for “since” where nothing changed on a day. */
export const NO_DAY = 'n/a';

/** What "I don't know yet" is called where a question has no other name for it. */
export const NOT_KNOWN_LABEL = 'I don’t know yet';

/** All to-do ids that a questionnaire can add. */
export function todosNamedBy(questionnaire: Questionnaire): ReadonlySet<string> {
  return new Set([
    ...questionnaire.todos.flatMap(({ add, ahead = [] }) => [...add, ...ahead]),
    ...Object.values(questionnaire.outcomes).flatMap((outcome) => outcome.todos),
  ]);
}

/** The clauses and law changes of the rules that decide where a question leads. */
export function citedByRoute(
  questionnaire: Questionnaire,
  question: string,
): { clauses: string[]; law: string[] } {
  const route = questionnaire.routes[question];
  if (route === undefined || targetsOf(route).length === 0) return { clauses: [], law: [] };
  const names = new Set<string>();
  const branches =
    typeof route === 'string' ? [] : 'byOption' in route ? Object.values(route.byOption) : [route];
  for (const one of branches) {
    if (typeof one !== 'string')
      for (const branch of one) if (!('otherwise' in branch)) names.add(branch.when);
  }
  for (const byQuestion of Object.values(questionnaire.marks))
    for (const rule of byQuestion[question] ?? []) names.add(rule);
  const rules = [...names].flatMap((name) => questionnaire.rules[name] ?? []);
  return {
    clauses: [...new Set(rules.flatMap((rule) => rule.clauses))],
    law: [...new Set(rules.flatMap((rule) => rule.law))],
  };
}

/** `uk-gdpr 5(2)` as people know it, `UK GDPR 5(2)`; several are joined by semicolons. */
function authorityNames(content: Content, authority: string | readonly string[]): string {
  return [authority]
    .flat()
    .map((reference) => {
      const [id = '', ...pinpoint] = reference.split(' ');
      return [content.authorities.find((one) => one.id === id)?.short ?? id, ...pinpoint].join(' ');
    })
    .join('; ');
}

/**
 * Gathers the words of one questionnaire, with every to-do, clause and law change that it can cite.
 * @throws Error naming the questionnaire when its words are not in the content.
 */
export function wordsOf(content: Content, questionnaire: Questionnaire): Words {
  const found = content.questionnaires.find((one) => one.id === questionnaire.id);
  if (found === undefined) {
    throw new Error(
      `Questionnaire ${questionnaire.id} has no words: write content/questionnaires/${questionnaire.id}/questions.yaml.`,
    );
  }
  const named = todosNamedBy(questionnaire);
  const todos = content.todos.filter((todo) => named.has(todo.id));
  const cited = {
    clauses: new Set([
      ...found.questions.flatMap((question) => question.clauses),
      ...found.outcomes.flatMap((outcome) => outcome.clauses),
      ...todos.flatMap((todo) => todo.clauses),
      ...Object.values(questionnaire.rules).flatMap((rule) => rule.clauses),
      ...Object.values(questionnaire.outcomes).flatMap(({ deadlines = {} }) =>
        Object.values(deadlines).map(({ clause }) => clause),
      ),
    ]),
    law: new Set([
      ...found.questions.flatMap((question) => question.law ?? []),
      ...found.outcomes.flatMap((outcome) => outcome.law),
      ...todos.flatMap((todo) => todo.law ?? []),
      ...Object.values(questionnaire.rules).flatMap((rule) => rule.law),
    ]),
  };
  return {
    id: found.id,
    title: found.title,
    name: found.name,
    ...(found.balance === undefined ? {} : { balance: found.balance }),
    followOns: Object.fromEntries(
      questionnaire.followOns.flatMap(({ questionnaire: id }) => {
        const other = content.questionnaires.find((one) => one.id === id && !one.draft);
        return other === undefined ? [] : [[id, other.title]];
      }),
    ),
    clashes: found.clashes ?? {},
    questions: Object.fromEntries(found.questions.map((question) => [question.id, question])),
    outcomes: Object.fromEntries(
      found.outcomes.map(
        ({
          id,
          name,
          headline,
          headlineOpen,
          because,
          why,
          decides,
          keep,
          changes,
          instead,
          deadlines,
          clauses,
          law,
        }) => [
          id,
          {
            name,
            headline,
            headlineOpen,
            because,
            why,
            decides,
            keep,
            changes,
            instead,
            deadlines,
            clauses,
            law,
          },
        ],
      ),
    ),
    todos: Object.fromEntries(
      todos.map(({ id, authority, ...todo }) => [
        id,
        { ...todo, ...(authority === undefined ? {} : { authority: authorityNames(content, authority) }) },
      ]),
    ),
    clauses: Object.fromEntries(
      content.clauses
        .filter((clause) => cited.clauses.has(clause.id))
        .map(({ id, strength, text, href, sectionTitle }) => [
          id,
          { strength, text, href, section: sectionTitle },
        ]),
    ),
    law: Object.fromEntries(
      content.law
        .filter((change) => cited.law.has(change.id))
        .map(({ id, title, now, since, confidence, confidenceNote, href }) => [
          id,
          { title, now, since, confidence, confidenceNote, href },
        ]),
    ),
  };
}
