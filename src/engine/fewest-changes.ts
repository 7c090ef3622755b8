/**
 * What would have to be different: the fewest changes of plan with which a journey can end better. A shortest-path search
 * over the questionnaire itself, written once for all of them. Only what a campaign can choose otherwise (`plans`) is
 * changed; all else stays as it was answered. What a change brings up that was not asked is asked, never assumed.
 */
import { isSame } from './alternatives.ts';
import { questionOf, type Answer, type Answers, type FactValues, type Questionnaire } from './define.ts';
import { factsAhead, type FactsByQuestion } from './facts-ahead.ts';
import { foldJourneys, Place } from './folded-walk.ts';
import { kindOf } from './kinds/index.ts';
import type { Point, Reading } from './reading.ts';
import type { Replay } from './replay.ts';

/** An answer that would have to be another one, by planning otherwise. */
export interface Change {
  readonly question: string;
  readonly answer: Answer;
}

export interface Alternative {
  /** The changed answers, in asking order. */
  readonly changes: readonly Change[];
  /** All answers up to where it ends, or to the first question that has none. */
  readonly answers: Answers;
  /** Where it ends; absent where something would be asked first. */
  readonly outcome?: string;
  /** What would be asked then, of which no way that ends better can do without; in asking order. */
  readonly asks: readonly string[];
}

export interface Search {
  /** Whether an outcome may be worth reaching; those that are not are passed over. */
  readonly worthReaching: (outcome: string) => boolean;
  /** Whether a whole journey ends better. */
  readonly endsBetter: (answers: Answers) => boolean;
  /** Changes that are not to be proposed, such as those of an alternative already found. */
  readonly without?: readonly Change[];
}

/** Nobody would follow more changes than these. */
export const MOST_CHANGES = 3;
/** Beyond this many steps a search gives up, so that nobody waits for it on an old phone. */
const STEPS = 20_000;

/** The answers that a campaign could choose to give in place of this one, by planning otherwise. */
export function plannedInstead(reading: Reading, place: Place, given: Answer): readonly Answer[] {
  const { questionnaire } = reading;
  const plan = questionnaire.plans[place.question];
  if (plan === undefined) return [];
  const question = questionOf(questionnaire, place.question);
  const free = plan.options.filter((option) => place.offered.includes(option));
  return kindOf(question)
    .planned(question, plan, free, given)
    .filter((answer) => reading.takes(place, answer));
}

/** What an alternative costs: changed answers count before all else, then what would be asked besides. */
export function costOf(one: {
  readonly changes: readonly Change[];
  readonly asks?: readonly string[];
}): number {
  return one.changes.length * 1000 + (one.asks?.length ?? 0);
}

/** Facts that are remembered while searching: those that decide ahead, and those that to-dos are read from. */
export function factsThatMatter(questionnaire: Questionnaire): FactsByQuestion {
  const forTodos = [
    ...questionnaire.todos.map(({ when }) => when),
    ...Object.values(questionnaire.done),
  ].flatMap((rule) => questionnaire.rules[rule]?.reads ?? []);
  return new Map([...factsAhead(questionnaire)].map(([id, ahead]) => [id, new Set([...ahead, ...forTodos])]));
}

/**
 * The questions without an answer that every way to something worth reaching asks, from a point on; undefined where no
 * way leads there. What was answered stays as it was answered.
 */
export function askedOnTheWay(
  reading: Reading,
  from: Point,
  answers: Answers,
  worthReaching: Search['worthReaching'],
): readonly string[] | undefined {
  return foldJourneys<readonly string[] | undefined>(
    reading,
    {
      ended: (outcome) => (worthReaching(outcome) ? [] : undefined),
      at: (place, onward) => {
        const given = place.givenIn(answers);
        if (given !== undefined) return onward(given);
        const ways = place.definite.map(onward).filter((way) => way !== undefined);
        const [first] = ways;
        if (first === undefined) return undefined;
        return [place.question, ...first.filter((id) => ways.every((way) => way.includes(id)))];
      },
    },
    from,
  );
}

/** A point that changes led to. */
interface State {
  readonly at: string;
  readonly facts: FactValues;
  readonly taken: Answers;
  readonly changes: readonly Change[];
}

/** States and finished alternatives, the cheapest first; of equals, the one that came first. */
class Waiting {
  readonly #byCost = new Map<number, (State | Alternative)[]>();

  add(one: State | Alternative): void {
    const cost = costOf(one);
    const before = this.#byCost.get(cost);
    if (before === undefined) this.#byCost.set(cost, [one]);
    else before.push(one);
  }

  next(): State | Alternative | undefined {
    if (this.#byCost.size === 0) return undefined;
    const cost = Math.min(...this.#byCost.keys());
    const first = this.#byCost.get(cost)?.shift();
    if (this.#byCost.get(cost)?.length === 0) this.#byCost.delete(cost);
    return first;
  }
}

/**
 * The alternative with the fewest changed answers that ends better, or that can; where several have as few, one that asks
 * nothing, then the one that asks least. None if no such plan is found.
 */
export function fewestChanges({ reading, answers }: Replay, search: Search): Alternative | undefined {
  const keep = factsThatMatter(reading.questionnaire);
  const waiting = new Waiting();
  waiting.add({ at: reading.start.question, facts: reading.start.facts, taken: {}, changes: [] });
  const done = new Set<string>();
  for (let steps = 0; steps < STEPS; steps += 1) {
    const one = waiting.next();
    if (one === undefined || 'asks' in one) return one;
    const { at, facts, taken, changes } = one;
    if (reading.isOutcome(at)) {
      if (changes.length > 0 && search.worthReaching(at) && search.endsBetter(taken))
        waiting.add({ changes, answers: taken, outcome: at, asks: [] });
      continue;
    }
    const place = new Place(reading, { question: at, facts }, {}, keep);
    if (done.has(place.key)) continue;
    done.add(place.key);
    const given = place.givenIn(answers);
    if (given === undefined) {
      const asks = askedOnTheWay(reading, place, answers, search.worthReaching);
      if (changes.length > 0 && asks !== undefined) waiting.add({ changes, answers: taken, asks });
      continue;
    }
    const otherwise = changes.length < MOST_CHANGES ? plannedInstead(reading, place, given) : [];
    for (const answer of [given, ...otherwise.filter((plan) => !isRefused(search, at, plan))]) {
      const onward = reading.onward(place, answer);
      waiting.add({
        at: onward.to,
        facts: onward.facts,
        taken: { ...taken, [at]: answer },
        changes: answer === given ? changes : [...changes, { question: at, answer }],
      });
    }
  }
  return undefined;
}

/** Whether a change is one that is not to be proposed. Of several boxes, ticking others is the same change again. */
function isRefused({ without = [] }: Search, at: string, plan: Answer): boolean {
  return without.some(
    ({ question, answer }) => question === at && (typeof answer === 'object' || isSame(answer, plan)),
  );
}
