/**
 * What would have to be different: the fewest changed answers with which a journey ends better. A shortest-path search
 * over the questionnaire itself, written once for all of them. What a campaign can choose otherwise (`plans`) is told
 * apart from what is as it is: without that, every stop would be mended by one false fact.
 */
import { NOT_KNOWN, type Answer, type Answers, type FactValues, type Questionnaire } from './define.ts';
import { answerClasses, factsAhead, type FactsByQuestion } from './journeys.ts';
import {
  editionView,
  factsAfter,
  factsAtStart,
  isOffered,
  offeredOptions,
  questionOf,
  saysNotKnown,
  targetAfter,
} from './walk.ts';

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

/** With more boxes ticked than this, they are dropped one at a time. */
const DROPPED_TOGETHER = 6;
/** Nobody would follow more changes than these. */
export const MOST_CHANGES = 3;
/** Beyond this many steps a search gives up, so that nobody waits for it on an old phone. */
const STEPS = 60_000;

const same = (one: Answer, other: Answer): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The answers that a campaign could choose to give in place of this one, by planning otherwise. */
export function plannedInstead(
  questionnaire: Questionnaire,
  id: string,
  options: readonly string[],
  given: Answer,
): readonly Answer[] {
  const plan = questionnaire.plans[id];
  if (plan === undefined) return [];
  const question = questionOf(questionnaire, id);
  const free = plan.options.filter((option) => options.includes(option));
  switch (question.kind) {
    case 'choice':
    case 'rating': {
      if (plan.ranked !== true) return free.filter((option) => option !== given);
      const place = plan.options.indexOf(given as string);
      // The nearest first: it is the least that would have to change.
      return free.filter((option) => plan.options.indexOf(option) < place).reverse();
    }
    case 'choices': {
      const chosen = given as readonly string[];
      const dropped = chosen.filter((option) => free.includes(option) && option !== question.none);
      const kept = chosen.filter((option) => !dropped.includes(option));
      const subsets =
        dropped.length > DROPPED_TOGETHER
          ? dropped.map((one) => dropped.filter((other) => other !== one))
          : Array.from({ length: 2 ** dropped.length - 1 }, (_, bits) =>
              dropped.filter((_one, place) => (bits >> place) & 1),
            );
      // Dropping least comes first.
      const fewer = subsets
        .toSorted((one, other) => other.length - one.length)
        .map((subset) => chosen.filter((option) => kept.includes(option) || subset.includes(option)))
        .filter((some) => some.length > 0);
      const none = question.none;
      return none !== undefined && free.includes(none) && !chosen.includes(none) && kept.length === 0
        ? [...fewer, [none]]
        : fewer;
    }
    case 'points': {
      const said = given as Readonly<Record<string, string>>;
      const missing = free.filter((point) => said[point] !== 'yes');
      const putRight = (points: readonly string[]): Answer =>
        Object.fromEntries(
          Object.entries(said).map(([point, value]) => [point, points.includes(point) ? 'yes' : value]),
        ) as Answer;
      return missing.length === 0
        ? []
        : [...missing.map((point) => putRight([point])), ...(missing.length > 1 ? [putRight(missing)] : [])];
    }
    case 'date':
    case 'number':
    case 'text':
      return [];
  }
}

/** Every definite answer, one option changed at a time, that could turn out to be so in place of this one. */
export function turnedOutInstead(
  questionnaire: Questionnaire,
  id: string,
  options: readonly string[],
  given: Answer,
): readonly Answer[] {
  const question = questionOf(questionnaire, id);
  const others = ((): readonly Answer[] => {
    switch (question.kind) {
      case 'choice':
      case 'rating':
        return options;
      case 'choices': {
        const chosen = (given as readonly string[]).filter((option) => options.includes(option));
        return [
          ...options.map((option) => [option]),
          ...options.map((option) =>
            options.filter((one) => (one === option ? !chosen.includes(one) : chosen.includes(one))),
          ),
          chosen,
        ];
      }
      case 'points': {
        const said = given as Readonly<Record<string, string>>;
        return [
          ...options.map((option) => ({ ...said, [option]: said[option] === 'yes' ? 'no' : 'yes' })),
          Object.fromEntries(options.map((option) => [option, 'yes'])),
        ] as Answer[];
      }
      case 'date':
        return [...options, ...question.samples];
      case 'number':
        return question.samples;
      case 'text':
        return [];
    }
  })();
  return others.filter((answer) => !saysNotKnown(answer) && !same(answer, given));
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
  questionnaire: Questionnaire,
  edition: ReturnType<typeof editionView>,
  facts: FactValues,
  id: string,
  answers: Answers,
  keep: FactsByQuestion,
  factsToo: boolean,
): readonly Step[] {
  const options = offeredOptions(questionnaire, edition, facts, id);
  const given = Object.hasOwn(answers, id) ? answers[id] : undefined;
  if (given === undefined || !isOffered(questionnaire, edition, facts, id, given)) {
    const classes = answerClasses(questionnaire, id, options, keep.get(id) ?? new Set()).filter(
      ({ answer }) => answer !== NOT_KNOWN && !saysNotKnown(answer),
    );
    return classes.map(({ answer }) => ({ answer, asked: classes.length > 1 }));
  }
  const fits = (answer: Answer): boolean => isOffered(questionnaire, edition, facts, id, answer);
  const plans = plannedInstead(questionnaire, id, options, given).filter(fits);
  const turned =
    factsToo && !questionnaire.fixed.includes(id) && questionnaire.plans[id]?.ranked !== true
      ? turnedOutInstead(questionnaire, id, options, given).filter(
          (answer) => fits(answer) && !plans.some((plan) => same(plan, answer)),
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
export function fewestChanges(
  questionnaire: Questionnaire,
  editionId: string,
  answers: Answers,
  search: Search,
): Alternative | undefined {
  const edition = editionView(questionnaire, editionId);
  const keep = factsThatMatter(questionnaire);
  const waiting = new Map<number, State[]>([
    [0, [{ at: questionnaire.start, facts: factsAtStart(questionnaire), taken: [] }]],
  ]);
  const done = new Set<string>();
  for (let steps = 0; waiting.size > 0 && steps < STEPS; steps += 1) {
    const cost = Math.min(...waiting.keys());
    const states = waiting.get(cost) as State[];
    const state = states.shift() as State;
    if (states.length === 0) waiting.delete(cost);
    if (Object.hasOwn(questionnaire.outcomes, state.at)) {
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
    const kept = keep.get(state.at) ?? new Set<string>();
    const here = JSON.stringify([state.at, Object.entries(state.facts).filter(([name]) => kept.has(name))]);
    if (done.has(here)) continue;
    done.add(here);
    for (const step of stepsFrom(
      questionnaire,
      edition,
      state.facts,
      state.at,
      answers,
      keep,
      search.facts,
    )) {
      const refused =
        step.change !== undefined &&
        (search.without ?? []).some(
          ({ question, answer }) =>
            question === state.at &&
            // Of several boxes, ticking others is the same change again.
            (typeof answer === 'object' || same(answer, step.answer)),
        );
      if (refused) continue;
      const facts = factsAfter(questionnaire, edition, state.facts, state.at, step.answer);
      const next: State = {
        at: targetAfter(questionnaire, edition, facts, state.at, step.answer),
        facts,
        taken: [...state.taken, { ...step, question: state.at }],
      };
      const price = cost + costOf(step);
      if (price >= (MOST_CHANGES + 1) * CHANGED) continue;
      const before = waiting.get(price);
      if (before === undefined) waiting.set(price, [next]);
      else before.push(next);
    }
  }
  return undefined;
}
