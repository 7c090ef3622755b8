/**
 * What a finished set of answers comes to, worked out once: the page, the record and what is printed are made of it, so
 * that none of them says what another does not.
 */
import { bearings, type Bearing } from '../engine/bearings.ts';
import { clashesOn } from '../engine/clashes.ts';
import type { Answer, Verdict } from '../engine/define.ts';
import { reachableOutcomes } from '../engine/reachable.ts';
import type { Replay } from '../engine/replay.ts';
import type { Edition } from '../questionnaires/editions.ts';
import { lastDaysOf, sayLastDay, type DueBy } from './deadline.ts';
import type { DecidedTodo, Decision } from './decide.ts';
import { partingOf, rulesMet } from './partings.ts';
import { plainOf } from './plain.ts';
import { saidOf } from './said.ts';
import { needed, type OutcomeWords, type QuestionWords, type Words } from './words.ts';

/** An answer that carries the result, or what there is to do. */
export interface Reason {
  readonly question: string;
  readonly text: string;
  /** As it was shown, one line an option. */
  readonly said: readonly string[];
  /** Those of the rules that it met come first, then those of its question. */
  readonly clauses: readonly string[];
}

/** Two answers that cannot both be true. */
export interface ClashSaid {
  readonly id: string;
  readonly text: string;
  readonly between: readonly [string, string];
  /** The rule that finds it, and its clauses. */
  readonly rule: string;
  readonly clauses: readonly string[];
}

/** A cause of the result that the outcome’s words name, whose rule holds where the answers end. */
export interface Cause {
  readonly rule: string;
  /** What the rule claims. */
  readonly text: string;
  readonly clauses: readonly string[];
}

/** What the answers come to under one edition. */
export interface EditionResult {
  readonly edition: string;
  readonly name: string;
  readonly outcome?: { readonly id: string; readonly name: string; readonly verdict: Verdict };
  /** Where a question is asked that was not answered: the outcomes that can still come of it, and the question. */
  readonly reachable: readonly { readonly id: string; readonly name: string }[];
  readonly asks?: { readonly question: string; readonly text: string };
  /** The law changes that make the difference to the edition that decides. */
  readonly law: readonly string[];
}

export interface Result {
  readonly outcome: OutcomeWords & { readonly id: string };
  readonly verdict: Verdict;
  readonly provisional: boolean;
  /** What to do with this plan, in plain words; none where the outcome has no such words. */
  readonly plain: string | undefined;
  /** The finding, by its legal name. */
  readonly headline: string;
  /** What is said of the last days, the most pressing first. */
  readonly lastDays: readonly (DueBy & { readonly text: string })[];
  readonly because: readonly Cause[];
  readonly clashes: readonly ClashSaid[];
  readonly openPoints: readonly {
    readonly question: string;
    readonly text: string;
    readonly settle: string;
    readonly outcomeRests: boolean;
  }[];
  /** The answers that carry the outcome, the decisive one first. */
  readonly reasons: readonly Reason[];
  /** Those that change nothing but what there is to do. */
  readonly forTodos: readonly Reason[];
  /** The clauses that the outcome rests on. */
  readonly clauses: readonly string[];
  /** The law changes that the outcome, or a rule that was met on the way, rests on. */
  readonly law: readonly string[];
  readonly editions: readonly EditionResult[];
  /** Whether the editions agree, in outcome and verdict, in a few words. */
  readonly agreement: { readonly agree: boolean; readonly text: string };
  readonly todos: readonly DecidedTodo[];
  /** Ids of the to-dos that the outcome asks for itself, whatever the answers. */
  readonly ofOutcome: readonly string[];
}

/** What is said where a question’s words do not say who could settle it. */
const SETTLE = 'Find out, then answer the question again.';

/** What rests on the answers alone, so that ticking a to-do works none of it out again. */
interface OfAnswers {
  readonly reasons: readonly Reason[];
  readonly forTodos: readonly Reason[];
  readonly law: readonly string[];
}

const known = new WeakMap<Replay, OfAnswers>();

function ofAnswers(replay: Replay, words: Words): OfAnswers {
  const before = known.get(replay);
  if (before !== undefined) return before;
  const { questionnaire } = replay.reading;
  const met = rulesMet(replay);
  const rulesAt = (question: string) =>
    (met.get(question) ?? []).flatMap((rule) => questionnaire.rules[rule] ?? []);
  const reason = (question: string, clauses: readonly string[]): Reason => {
    const asked = needed(words.questions[question], `question ${question}`);
    return {
      question,
      text: asked.text,
      said: saidIn(replay, asked, question),
      clauses: [...new Set([...clauses, ...asked.clauses])],
    };
  };
  const borne = bearings(replay);
  const isStop = questionnaire.outcomes[replay.outcome ?? '']?.verdict === 'stop';
  const mends = ({ leadsTo, asks }: Bearing): boolean =>
    isStop && (asks || leadsTo.some((id) => questionnaire.outcomes[id]?.verdict !== 'stop'));
  const made: OfAnswers = {
    // The last answer is the nearest to the result. Those by whose change something better could come stand before it.
    reasons: borne
      .filter(({ outcome }) => outcome)
      .reverse()
      .toSorted((one, other) => Number(mends(other)) - Number(mends(one)))
      .map(({ question }) =>
        reason(
          question,
          rulesAt(question).flatMap(({ clauses }) => clauses),
        ),
      ),
    forTodos: borne
      .filter(({ outcome, todos }) => todos && !outcome)
      .map(({ question }) => reason(question, [])),
    law: [
      ...new Set([
        ...(words.outcomes[replay.outcome ?? '']?.law ?? []),
        ...replay.path.flatMap((question) => rulesAt(question).flatMap(({ law }) => law)),
      ]),
    ],
  };
  known.set(replay, made);
  return made;
}

function saidIn({ reading, answers }: Replay, words: QuestionWords, question: string): readonly string[] {
  return saidOf(reading.question(question), words, answers[question] as Answer);
}

/**
 * @param editions those of the questionnaire, in the order in which they are shown
 * @param decidedUnder what the same answers and to-do states come to under another edition than the deciding one
 * @throws Error when the answers do not reach an outcome, or words are missing, naming what is missing.
 */
export function resultOf(
  decision: Decision,
  words: Words,
  editions: readonly Edition[],
  decidedUnder: (edition: string) => Decision,
): Result {
  const { replay, outcome: id, verdict } = decision;
  if (id === undefined || verdict === undefined) {
    throw new Error(
      `A record needs an outcome, and the question ${replay.next} has no answer that leads on. Answer it first.`,
    );
  }
  const outcome = needed(words.outcomes[id], `outcome ${id}`);
  const compared = editions.map((edition) =>
    resultUnder(
      edition,
      edition.id === replay.reading.edition ? decision : decidedUnder(edition.id),
      decision,
      words,
    ),
  );
  return {
    outcome: { id, ...outcome },
    verdict,
    provisional: decision.provisional,
    plain: plainOf(decision, outcome),
    headline:
      (verdict === 'stop' && decision.restsOnOpenPoint ? outcome.headlineOpen : undefined) ??
      outcome.headline,
    lastDays: lastDaysOf(replay).flatMap((due) => {
      const text = sayLastDay(outcome, due);
      return text === undefined ? [] : [{ ...due, text }];
    }),
    because: causesOf(outcome, replay),
    clashes: clashesOn(replay).map(({ id: clash, when, between }) => ({
      id: clash,
      text: needed(words.clashes[clash], `clash ${clash}`),
      between,
      rule: when,
      clauses: replay.reading.questionnaire.rules[when]?.clauses ?? [],
    })),
    openPoints: decision.openPoints.map(({ question, outcomeRests }) => {
      const asked = needed(words.questions[question], `question ${question}`);
      return { question, text: asked.text, settle: asked.settle ?? SETTLE, outcomeRests };
    }),
    ...ofAnswers(replay, words),
    clauses: outcome.clauses,
    editions: compared,
    agreement: agreementOf(compared, replay.reading.edition),
    todos: decision.todos,
    ofOutcome: replay.reading.questionnaire.outcomes[id]?.todos ?? [],
  };
}

function causesOf({ because = [] }: OutcomeWords, { reading, facts }: Replay): readonly Cause[] {
  return [...new Set(because.flatMap(({ when }) => when ?? []))].flatMap((id) => {
    const rule = reading.questionnaire.rules[id];
    return rule !== undefined && reading.holds(id, facts)
      ? [{ rule: id, text: rule.claim, clauses: rule.clauses }]
      : [];
  });
}

function agreementOf(editions: readonly EditionResult[], decides: string): Result['agreement'] {
  const now = editions.find(({ edition }) => edition === decides)?.outcome;
  if (editions.some(({ outcome }) => outcome?.id !== now?.id))
    return { agree: false, text: 'The editions of the rules part on your answers' };
  if (editions.some(({ outcome }) => outcome?.verdict !== now?.verdict))
    return { agree: false, text: 'The editions of the rules ask for other things first' };
  return { agree: true, text: 'All editions of the rules agree on your answers.' };
}

/** What the answers come to under one edition, and what makes the difference where it parts from the deciding one. */
export function resultUnder(
  edition: Edition,
  result: Decision,
  deciding: Decision,
  words: Words,
): EditionResult {
  const named = (id: string) => ({ id, name: needed(words.outcomes[id], `outcome ${id}`).name });
  const base = { edition: edition.id, name: edition.name };
  const parting = () => [...(partingOf(result.replay, deciding.replay)?.law ?? [])];
  if (result.outcome === undefined || result.verdict === undefined) {
    const asks = result.replay.next ?? result.replay.reading.start.question;
    return {
      ...base,
      reachable: reachableOutcomes(result.replay).map(named),
      asks: { question: asks, text: needed(words.questions[asks], `question ${asks}`).text },
      law: parting(),
    };
  }
  const law =
    result.outcome !== deciding.outcome
      ? parting()
      : result.verdict !== deciding.verdict
        ? lawOfTodos(result.todos, deciding.todos)
        : [];
  return { ...base, outcome: { ...named(result.outcome), verdict: result.verdict }, reachable: [], law };
}

/** The law behind to-dos that hold the campaign back in one edition and not in the other. */
function lawOfTodos(one: readonly DecidedTodo[], other: readonly DecidedTodo[]): string[] {
  const holdsBack = (todos: readonly DecidedTodo[]) =>
    new Set(todos.filter((todo) => todo.holdsBack).map((todo) => todo.id));
  const [first, second] = [holdsBack(one), holdsBack(other)];
  const differ = [...one, ...other].filter((todo) => first.has(todo.id) !== second.has(todo.id));
  return [...new Set(differ.flatMap((todo) => todo.words.law ?? []))];
}
