/**
 * What would have to be different: the fewest changed answers with which a journey ends better. A shortest-path search
 * over the questionnaire itself, written once for all of them. What a campaign can choose otherwise (`plans`) is told
 * apart from what is as it is: without that, every stop would be mended by one false fact.
 */
import { isSame, turnedOutInstead } from './alternatives.ts';
import { questionOf, type Answer, type Answers, type FactValues, type Questionnaire } from './define.ts';
import { factsAhead, type FactsByQuestion } from './facts-ahead.ts';
import { Place } from './folded-walk.ts';
import { kindOf } from './kinds/index.ts';
import type { Reading } from './reading.ts';
import type { Replay } from './replay.ts';

/** An answer that would have to be another one. */
export interface Change {
  readonly question: string;
  readonly answer: Answer;
  /** A plan can be made otherwise; a fact can only turn out to be otherwise. */
  readonly kind: 'plan' | 'fact';
}

export interface Alternative {
  /** The changed answers, in asking order. */
  readonly changes: readonly Change[];
  /** What would be asked besides, and an answer with which it ends there; questions that any answer leads on from are left out. */
  readonly besides: readonly { readonly question: string; readonly answer: Answer }[];
  /** All answers of the journey. */
  readonly answers: Answers;
  readonly outcome: string;
}

export interface Search {
  /** Whether facts may be other than answered, or only plans. */
  readonly facts: boolean;
  /** Whether an outcome may be worth reaching; those that are not are passed over. */
  readonly worthReaching: (outcome: string) => boolean;
  /** Whether a whole journey ends better. */
  readonly endsBetter: (answers: Answers) => boolean;
  /** Changes that are not to be proposed, such as those of an alternative already found. */
  readonly without?: readonly Pick<Change, 'question' | 'answer'>[];
}

/** Nobody would follow more changes than these. */
export const MOST_CHANGES = 3;
/** Beyond this many steps a search gives up, so that nobody waits for it on an old phone. */
const STEPS = 60_000;

/** The answers that a campaign could choose to give in place of this one, by planning otherwise. */
function plannedInstead({ questionnaire }: Reading, place: Place, given: Answer): readonly Answer[] {
  const plan = questionnaire.plans[place.question];
  if (plan === undefined) return [];
  const question = questionOf(questionnaire, place.question);
  const free = plan.options.filter((option) => place.offered.includes(option));
  return kindOf(question).planned(question, plan, free, given);
}

/** A way of answering one question, and what it costs. */
interface Step {
  readonly answer: Answer;
  readonly change?: 'plan' | 'fact';
  /** True where the question was not answered before and its answer matters. */
  readonly asked?: boolean;
}

/** How a question can be answered on the way to something better. */
export function stepsFrom(
  reading: Reading,
  place: Place,
  answers: Answers,
  factsToo: boolean,
): readonly Step[] {
  const given = place.givenIn(answers);
  if (given === undefined) {
    const { definite } = place;
    return definite.map((answer) => ({ answer, asked: definite.length > 1 }));
  }
  const { fixed, plans: plan } = reading.questionnaire;
  const id = place.question;
  const fits = (answer: Answer): boolean => reading.takes(place, answer);
  const plans = plannedInstead(reading, place, given).filter(fits);
  const turned =
    factsToo && !fixed.includes(id) && plan[id]?.ranked !== true
      ? turnedOutInstead(reading, place, place.offered, given).filter(
          (answer) => !plans.some((one) => isSame(one, answer)),
        )
      : [];
  return [
    { answer: given },
    ...plans.map((answer): Step => ({ answer, change: 'plan' })),
    ...turned.map((answer): Step => ({ answer, change: 'fact' })),
  ];
}

/** What a step costs: changed answers count before all else, then facts among them, then what is asked besides. */
export const CHANGED = 1_000_000;
const FACT = 1000;

export function costOf({ change, asked }: Step): number {
  return (change === undefined ? 0 : CHANGED) + (change === 'fact' ? FACT : 0) + (asked === true ? 1 : 0);
}

/** Facts that are remembered while searching: those that decide ahead, and those that to-dos are read from. */
export function factsThatMatter(questionnaire: Questionnaire): FactsByQuestion {
  const forTodos = [
    ...questionnaire.todos.map(({ when }) => when),
    ...Object.values(questionnaire.done),
  ].flatMap((rule) => questionnaire.rules[rule]?.reads ?? []);
  return new Map([...factsAhead(questionnaire)].map(([id, ahead]) => [id, new Set([...ahead, ...forTodos])]));
}

interface State {
  readonly at: string;
  readonly facts: FactValues;
  readonly taken: readonly (Step & { readonly question: string })[];
}

/**
 * The alternative with the fewest changed answers that ends better; where several have as few, the one with fewer
 * facts among them, then the one that asks less besides. None if no journey ends better.
 */
export function fewestChanges({ reading, answers }: Replay, search: Search): Alternative | undefined {
  const keep = factsThatMatter(reading.questionnaire);
  const waiting = new Map<number, State[]>([
    [0, [{ at: reading.start.question, facts: reading.start.facts, taken: [] }]],
  ]);
  const done = new Set<string>();
  for (let steps = 0; waiting.size > 0 && steps < STEPS; steps += 1) {
    const cost = Math.min(...waiting.keys());
    const states = waiting.get(cost) as State[];
    const state = states.shift() as State;
    if (states.length === 0) waiting.delete(cost);
    if (reading.isOutcome(state.at)) {
      if (!search.worthReaching(state.at)) continue;
      const all = Object.fromEntries(state.taken.map(({ question, answer }) => [question, answer]));
      if (!search.endsBetter(all)) continue;
      return {
        changes: state.taken.flatMap(({ question, answer, change }) =>
          change === undefined ? [] : [{ question, answer, kind: change }],
        ),
        besides: state.taken
          .filter(({ asked }) => asked === true)
          .map(({ question, answer }) => ({ question, answer })),
        answers: all,
        outcome: state.at,
      };
    }
    const place = new Place(reading, { question: state.at, facts: state.facts }, {}, keep);
    if (done.has(place.key)) continue;
    done.add(place.key);
    for (const step of stepsFrom(reading, place, answers, search.facts)) {
      const refused =
        step.change !== undefined &&
        (search.without ?? []).some(
          ({ question, answer }) =>
            question === state.at &&
            // Of several boxes, ticking others is the same change again.
            (typeof answer === 'object' || isSame(answer, step.answer)),
        );
      if (refused) continue;
      const { facts, to } = reading.onward(place, step.answer);
      const next: State = { at: to, facts, taken: [...state.taken, { ...step, question: state.at }] };
      const price = cost + costOf(step);
      if (price >= (MOST_CHANGES + 1) * CHANGED) continue;
      const before = waiting.get(price);
      if (before === undefined) waiting.set(price, [next]);
      else before.push(next);
    }
  }
  return undefined;
}
