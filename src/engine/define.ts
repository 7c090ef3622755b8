/**
 * How a questionnaire is written down: kinds of question, facts that are read out of answers, rules over
 * facts, and a table of routes. Everything is data and pure functions; `compile.ts` turns it into an XState
 * machine. A wrong target, an unknown rule or an option that no question offers does not compile
 * (`tests/unit/engine/define.test-d.ts`).
 */

import { refuseUnsound } from './sound.ts';

/** The id of the option "I don't know yet". It is walked as the question's cautious option. */
export const NOT_KNOWN = 'not-known';

/** What is said of one point of a question whose points are answered apart. */
export type PointAnswer = 'yes' | 'no' | typeof NOT_KNOWN;

/**
 * An answer as it is stored: an option id or `not-known` (choice, rating); the chosen option ids in the
 * question's order (choices); what is said of each point (points); an ISO date, `2026-05-02T14:03` where the question
 * takes a time of day, one of the question's options or `not-known` (date); a number or `not-known` (number); free
 * text (text).
 */
export type Answer = string | number | readonly string[] | Readonly<Record<string, PointAnswer>>;

/** Answers by question id. */
export type Answers = Readonly<Record<string, Answer>>;

/** Reason ids and the options after which each of them has to be written; after other answers it is optional. */
export type Reasons<Option extends string = string> = Readonly<Record<string, readonly Option[]>>;

export interface Choice<Option extends string = string> {
  readonly kind: 'choice';
  readonly options: readonly Option[];
  /** The option that "I don't know yet" is walked as; absent where not knowing is not an answer. */
  readonly cautious?: Option | undefined;
  readonly reasons: Reasons<Option>;
}

export interface Choices<Option extends string = string> {
  readonly kind: 'choices';
  readonly options: readonly Option[];
  /** The option that excludes all others ("none of these"). */
  readonly none?: Option | undefined;
  /** Whether "I don't know yet" can be chosen, and whether only on its own. */
  readonly notKnown?: 'alone' | 'with-others' | undefined;
  readonly reasons: Reasons<Option>;
}

/** Several points, each answered yes, no or "I don't know yet"; not known is walked as no. */
export interface Points<Option extends string = string> {
  readonly kind: 'points';
  readonly options: readonly Option[];
  readonly reasons: Reasons<Option>;
}

/** A choice whose options are ordered from least to most. */
export interface Rating<Option extends string = string> {
  readonly kind: 'rating';
  readonly options: readonly Option[];
  readonly cautious?: Option | undefined;
  readonly reasons: Reasons<Option>;
}

export interface DateQuestion<Option extends string = string> {
  readonly kind: 'date';
  /** What can be said instead of a date, such as "not yet". */
  readonly options: readonly Option[];
  /** Walked as this option when not known; absent where not knowing is not an answer. */
  readonly cautious?: Option | undefined;
  /** ISO dates that stand for all others where journeys are listed: one for each that a rule tells apart. */
  readonly samples: readonly string[];
  /** The first date that is taken, ISO; any if absent. */
  readonly earliest?: string | undefined;
  /** True where the date has passed: the form refuses one that is still to come on the day on which it is filled in. */
  readonly past: boolean;
  /**
   * Whether a time of day is taken beside the date, and whether there has to be one; it is what clocks in the UK showed.
   * Rules then read `2026-05-02T14:03`, and the beginning of the day where no time was given.
   */
  readonly clock?: Clock | undefined;
  readonly reasons: Reasons<Option>;
}

export type Clock = 'optional' | 'required';

export interface NumberQuestion {
  readonly kind: 'number';
  readonly options: readonly never[];
  readonly least: number;
  readonly most: number;
  /** Walked as this number when not known; absent where not knowing is not an answer. */
  readonly cautious?: number | undefined;
  /** Numbers that stand for all others where journeys are listed: one for each that a rule tells apart. */
  readonly samples: readonly number[];
  readonly reasons: Reasons<never>;
}

/** Free text is recorded and never routes. */
export interface Text {
  readonly kind: 'text';
  readonly options: readonly never[];
  readonly reasons: Reasons<never>;
}

export type Question = Choice | Choices | Points | Rating | DateQuestion | NumberQuestion | Text;
export type QuestionKind = Question['kind'];
export type Questions = Readonly<Record<string, Question>>;

type Extras<Option extends string> = {
  readonly cautious?: NoInfer<Option>;
  readonly reasons?: Reasons<NoInfer<Option>>;
};

export const choice = <const Option extends string>(
  options: readonly Option[],
  extras: Extras<Option> = {},
): Choice<Option> => ({ kind: 'choice', options, cautious: extras.cautious, reasons: extras.reasons ?? {} });

export const choices = <const Option extends string>(
  options: readonly Option[],
  extras: {
    readonly none?: NoInfer<Option>;
    readonly notKnown?: 'alone' | 'with-others';
    readonly reasons?: Reasons<NoInfer<Option>>;
  } = {},
): Choices<Option> => ({
  kind: 'choices',
  options,
  none: extras.none,
  notKnown: extras.notKnown,
  reasons: extras.reasons ?? {},
});

export const points = <const Option extends string>(options: readonly Option[]): Points<Option> => ({
  kind: 'points',
  options,
  reasons: {},
});

export const rating = <const Option extends string>(
  options: readonly Option[],
  extras: Extras<Option> = {},
): Rating<Option> => ({ kind: 'rating', options, cautious: extras.cautious, reasons: extras.reasons ?? {} });

export const date = <const Option extends string>(
  options: readonly Option[],
  extras: Extras<Option> & {
    readonly samples: readonly string[];
    readonly earliest?: string;
    readonly past?: boolean;
    readonly clock?: Clock;
  },
): DateQuestion<Option> => ({
  kind: 'date',
  options,
  cautious: extras.cautious,
  samples: extras.samples,
  earliest: extras.earliest,
  past: extras.past ?? false,
  clock: extras.clock,
  reasons: extras.reasons ?? {},
});

export const number = (limits: {
  readonly least: number;
  readonly most: number;
  readonly cautious?: number;
  readonly samples: readonly number[];
}): NumberQuestion => ({
  kind: 'number',
  options: [],
  least: limits.least,
  most: limits.most,
  cautious: limits.cautious,
  samples: limits.samples,
  reasons: {},
});

export const text = (): Text => ({ kind: 'text', options: [], reasons: {} });

/** An answer as rules see it: "I don't know yet" already replaced by the cautious option. */
export type WalkedAnswer<Q> =
  Q extends Choice<infer O>
    ? O
    : Q extends Rating<infer O>
      ? O
      : Q extends Choices<infer O>
        ? readonly (O | typeof NOT_KNOWN)[]
        : Q extends Points<infer O>
          ? Readonly<Record<O, boolean>>
          : Q extends DateQuestion
            ? string
            : Q extends NumberQuestion
              ? number
              : string;

export type FactValue = boolean | string | number;

/** What one answer says, in the terms that rules use. Undefined while its question is not on the path. */
export interface AnswerFact<Value extends FactValue = FactValue> {
  readonly from: 'answer';
  readonly question: string;
  readonly read: (answer: never) => Value;
}

/** Some options of a question whose options are said apart. */
export interface Group {
  readonly options: readonly string[];
  /** `yes` where one counts that is ticked or met; `no` where one counts that is offered and not met. */
  readonly said: 'yes' | 'no';
}

/**
 * What an answer of several options says, read off which groups have an option that counts. Answers that agree in
 * these can be taken for each other, so that nobody has to list every combination of boxes.
 */
export interface GroupsFact<Value extends FactValue = FactValue> {
  readonly from: 'groups';
  readonly question: string;
  readonly groups: readonly Group[];
  /** @param counts for each group, whether one of its options counts */
  readonly read: (counts: readonly boolean[]) => Value;
}

/** Whether a question was answered otherwise than with "I don't know yet". Undefined while it is not on the path. */
export interface DefiniteFact {
  readonly from: 'definite';
  readonly question: string;
}

/** A mark: false until a rule sets it when its question is left; nothing clears it. */
export interface MarkFact {
  readonly from: 'marks';
}

/** The highest of several ratings given so far; undefined before the first. */
export interface HighestFact<Value extends string = string> {
  readonly from: 'ratings';
  readonly questions: readonly string[];
  readonly levels: readonly Value[];
}

export type Fact = AnswerFact | GroupsFact | DefiniteFact | MarkFact | HighestFact;
export type Facts = Readonly<Record<string, Fact>>;

type ValueOf<F> =
  F extends AnswerFact<infer V>
    ? V | undefined
    : F extends GroupsFact<infer V>
      ? V | undefined
      : F extends DefiniteFact
        ? boolean | undefined
        : F extends MarkFact
          ? boolean
          : F extends HighestFact<infer V>
            ? V | undefined
            : never;

/** The values of all facts at one point of a journey. */
export type FactValues = Readonly<Record<string, FactValue | undefined>>;

/** An edition as rules see it. */
export interface EditionView<EditionId extends string = string> {
  readonly id: EditionId;
  /** Whether this edition is the named one or a later one. */
  isFrom(edition: EditionId): boolean;
}

/** A named, pure, cited predicate over the facts that it declares. */
export interface Rule {
  /** The claim in words, a full sentence that is published with the questionnaire. */
  readonly claim: string;
  /** Clause ids that the rule rests on. */
  readonly clauses: readonly string[];
  /** Law list ids where an edition decides otherwise. */
  readonly law: readonly string[];
  readonly reads: readonly string[];
  readonly holds: (facts: FactValues, edition: EditionView) => boolean;
}

/** Gives the functions that read facts out of the answers to these questions. */
export function factsOf<const Q extends Questions>(questions: Q) {
  type Id = keyof Q & string;
  type ChoicesId = { [K in Id]: Q[K] extends Choices ? K : never }[Id];
  type PointsId = { [K in Id]: Q[K] extends Points ? K : never }[Id];
  type Box<K extends Id> = Q[K]['options'][number] | typeof NOT_KNOWN;
  type RatingId = { [K in Id]: Q[K] extends Rating ? K : never }[Id];
  type LevelOf<K extends Id> = Q[K] extends Rating<infer O> ? O : never;
  const anyOf = (options: readonly string[], said: Group['said'] = 'yes'): Group => ({ options, said });
  const allBut = (question: Id, boxes: readonly string[]): Group =>
    anyOf([...(questions[question]?.options ?? []), NOT_KNOWN].filter((box) => !boxes.includes(box)));
  const groupsFact = <Value extends FactValue>(
    question: Id,
    groups: readonly Group[],
    read: GroupsFact<Value>['read'],
  ): GroupsFact<Value> => ({ from: 'groups', question, groups, read });
  const some = (counts: readonly boolean[]): boolean => counts.includes(true);
  const every = (counts: readonly boolean[]): boolean => !counts.includes(false);
  return {
    /** Any of these boxes is ticked; "I don't know yet" is one of them. */
    ticked: <const K extends ChoicesId>(question: K, ...boxes: readonly Box<K>[]): GroupsFact<boolean> =>
      groupsFact(question, [anyOf(boxes)], some),
    /** Any other box than these is ticked; "I don't know yet" is one of them. */
    tickedBut: <const K extends ChoicesId>(question: K, ...boxes: readonly Box<K>[]): GroupsFact<boolean> =>
      groupsFact(question, [allBut(question, boxes)], some),
    /** Any of the first boxes is ticked and none of the others; none besides the first, where no others are named. */
    tickedWithout: <const K extends ChoicesId>(
      question: K,
      boxes: readonly Box<K>[],
      others?: readonly Box<K>[],
    ): GroupsFact<boolean> =>
      groupsFact(
        question,
        [anyOf(boxes), others === undefined ? allBut(question, boxes) : anyOf(others)],
        ([one = false, other = false]) => one && !other,
      ),
    /** All of these points are met; one that is not offered is not. */
    met: <const K extends PointsId>(
      question: K,
      ...points: readonly Q[K]['options'][number][]
    ): GroupsFact<boolean> =>
      groupsFact(
        question,
        points.map((point) => anyOf([point])),
        every,
      ),
    /** Any of these points is offered and not met. */
    missing: <const K extends PointsId>(
      question: K,
      ...points: readonly Q[K]['options'][number][]
    ): GroupsFact<boolean> => groupsFact(question, [anyOf(points, 'no')], some),
    /** What the answer to one question says; of several boxes or points, the others here say which they look at. */
    answer: <const K extends Exclude<Id, ChoicesId | PointsId>, Value extends FactValue>(
      question: K,
      read: (answer: WalkedAnswer<Q[K]>) => Value,
    ): AnswerFact<Value> => ({ from: 'answer', question, read: read as (answer: never) => Value }),
    /** Whether one question was answered otherwise than with "I don't know yet". */
    definite: <const K extends Id>(question: K): DefiniteFact => ({ from: 'definite', question }),
    /** Any rule so far has set it (`marks` in the questionnaire says which, and when). */
    mark: (): MarkFact => ({ from: 'marks' }),
    /** The highest of the ratings given so far. */
    highest: <const K extends RatingId>(
      questions: readonly K[],
      levels: readonly LevelOf<K>[],
    ): HighestFact<LevelOf<K>> => ({
      from: 'ratings',
      questions,
      levels,
    }),
  };
}

/** Gives the function that writes rules over these facts, for these editions. */
export function rulesOver<const F extends Facts, const EditionId extends string>(
  _facts: F,
  _editions: readonly EditionId[],
) {
  return <const Reads extends keyof F & string>(
    reads: readonly Reads[],
    rule: {
      readonly claim: string;
      readonly clauses: readonly [string, ...string[]];
      readonly law?: readonly string[];
      readonly holds: (
        facts: { readonly [K in Reads]: ValueOf<F[K]> },
        edition: EditionView<EditionId>,
      ) => boolean;
    },
  ): Rule => ({
    claim: rule.claim,
    clauses: rule.clauses,
    law: rule.law ?? [],
    reads,
    holds: rule.holds as Rule['holds'],
  });
}

export type Verdict = 'stop' | 'proceed-if' | 'proceed' | 'not-needed';

export type Branch<Target extends string = string, RuleId extends string = string> =
  { readonly when: RuleId; readonly to: Target } | { readonly otherwise: Target };

/** One target, or branches tried in order that end in `otherwise`. */
export type Route<Target extends string = string, RuleId extends string = string> =
  Target | readonly [...{ readonly when: RuleId; readonly to: Target }[], { readonly otherwise: Target }];

/** Where each answer leads: one route for every answer, or one for each option. */
export type QuestionRoute<Option extends string, Target extends string, RuleId extends string> =
  Route<Target, RuleId> | { readonly byOption: { readonly [O in Option]: Route<Target, RuleId> } };

export interface Outcome {
  readonly verdict: Verdict;
  /** To-do ids that the outcome adds to those of the path. */
  readonly todos: readonly string[];
  /** The last days for what the outcome asks, where the law sets some: id, which its words have too → how it is counted. */
  readonly deadlines?: Readonly<Record<string, Deadline>> | undefined;
}

/** A last day, or a last moment, counted from a date that was given. */
export type Deadline<QuestionId extends string = string, RuleId extends string = string> = {
  /** The question that asks for the date. */
  readonly question: QuestionId;
  /** The rule that has to hold at the end of the journey for it to apply; absent where it always does. */
  readonly when?: RuleId | undefined;
  /** The option that says that there is no such date yet, so that the time does not run; absent where none does. */
  readonly notBegun?: string | undefined;
  /** The clause that sets it. */
  readonly clause: string;
} & Span;

/**
 * How long after the date the end is. Three clocks, which are never turned into each other: calendar months, which end
 * on the day of the same number; days, of which the date is day nought, so that thirty days of which the date is the
 * first are 29 days after it; and hours, which run by night and at weekends from a date with a time of day.
 */
export type Span = { readonly months: number } | { readonly days: number } | { readonly hours: number };

/** Two sides that are weighed against each other, each the highest of some ratings; shown as a figure. */
export interface Balance<QuestionId extends string = string> {
  /** The side that has to be the heavier for the plan to go on; a chosen option can raise it by one step. */
  readonly lighter: {
    readonly questions: readonly QuestionId[];
    readonly raisedBy?: { readonly question: QuestionId; readonly option: string } | undefined;
  };
  readonly heavier: { readonly questions: readonly QuestionId[] };
}

/**
 * What a campaign can choose to do otherwise, in a question: these options, or all of them. What is not named is a
 * fact, which is as it is. Where the options are ranked, only one that stands earlier is a better choice.
 */
export interface Plan<Option extends string = string> {
  readonly options: readonly Option[];
  readonly ranked?: boolean | undefined;
}

/** What answers have found, as an answer to a question elsewhere: where a rule holds at their end, or at these outcomes. */
export type Finding<RuleId extends string = string, OutcomeId extends string = string> = {
  readonly answer: Answer;
} & ({ readonly when: RuleId } | { readonly at: readonly OutcomeId[] });

/** Another questionnaire that these answers call for, and what it can take over from them. */
export interface FollowOn<
  QuestionId extends string = string,
  RuleId extends string = string,
  OutcomeId extends string = string,
> {
  readonly questionnaire: string;
  readonly when: RuleId;
  /**
   * Question there → the question here whose answer it starts with, or the findings of which the first that is so is
   * its answer (`carried-on.ts`).
   */
  readonly carries: Readonly<Record<string, QuestionId | readonly Finding<RuleId, OutcomeId>[]>>;
}

/** To-dos that answers add. */
export interface TodoAddition<RuleId extends string = string> {
  readonly when: RuleId;
  /** Whatever the outcome turns out to be. */
  readonly add: readonly string[];
  /** Only while the plan may still go ahead: a stop must not tell how to do what it stops. */
  readonly ahead?: readonly string[] | undefined;
}

/** An answer that is not asked because another settles it; the record states it and why. */
export interface Stated<QuestionId extends string = string, RuleId extends string = string> {
  readonly question: QuestionId;
  readonly answer: string;
  readonly when: RuleId;
}

/** Two answers that cannot both be true. It routes nothing: people are told, and may keep both. */
export interface Clash<QuestionId extends string = string, RuleId extends string = string> {
  /** Holds where the two are said; it reads what both questions say. */
  readonly when: RuleId;
  /** The two questions, in asking order. */
  readonly between: readonly [QuestionId, QuestionId];
}

/** A questionnaire as the rest of the site reads it. */
export interface Questionnaire {
  readonly id: string;
  /** Semantic version; changes whenever a journey changes. */
  readonly version: string;
  /** Edition ids, oldest first; the last one decides. */
  readonly editions: readonly string[];
  readonly start: string;
  /** In asking order: every route leads to a later question or to an outcome. */
  readonly questions: Questions;
  readonly facts: Facts;
  readonly rules: Readonly<Record<string, Rule>>;
  /** Mark id → question id → rules any of which sets the mark when the question is left. */
  readonly marks: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Question id → option id → rule that must hold for the option to be offered. */
  readonly offered: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly routes: Readonly<Record<string, QuestionRoute<string, string, string>>>;
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly todos: readonly TodoAddition[];
  /** To-do id → rule under which the answers themselves show that it is done. */
  readonly done: Readonly<Record<string, string>>;
  readonly stated: readonly Stated[];
  /** To-do id → the stronger to-dos of the same matter that it gives way to. */
  readonly givesWay: Readonly<Record<string, readonly string[]>>;
  /** Question id → what can be chosen otherwise in it. */
  readonly plans: Readonly<Record<string, Plan>>;
  readonly balance?: Balance | undefined;
  readonly followOns: readonly FollowOn[];
  /** Clash id → which answers cannot both be true. */
  readonly clashes: Readonly<Record<string, Clash>>;
}

/** The question with this id. @throws Error when there is none. */
export function questionOf(questionnaire: Questionnaire, id: string): Question {
  const question = questionnaire.questions[id];
  if (question === undefined) throw new Error(`Questionnaire ${questionnaire.id} has no question ${id}.`);
  return question;
}

/**
 * Checks a questionnaire's parts against each other at compile time and returns it as data.
 * @throws Error naming the questionnaire, the place and the remedy, for what types cannot see.
 */
export function defineQuestionnaire<
  const Q extends Questions,
  const F extends Facts,
  const R extends Readonly<Record<string, Rule>>,
  const O extends Readonly<Record<string, Omit<Outcome, 'deadlines'>>>,
>(definition: {
  readonly id: string;
  readonly version: string;
  readonly editions: readonly string[];
  readonly start: keyof Q & string;
  readonly questions: Q;
  readonly facts: F;
  readonly rules: R;
  readonly outcomes: O & {
    readonly [K in keyof O]: {
      readonly deadlines?: Readonly<
        Record<string, Deadline<keyof NoInfer<Q> & string, keyof NoInfer<R> & string>>
      >;
    };
  };
  readonly routes: {
    readonly [K in keyof Q & string]: QuestionRoute<
      Q[K]['options'][number],
      (keyof NoInfer<Q> & string) | (keyof NoInfer<O> & string),
      keyof NoInfer<R> & string
    >;
  };
  readonly marks?: {
    readonly [M in keyof F & string as F[M] extends MarkFact ? M : never]: {
      readonly [K in keyof Q & string]?: readonly (keyof NoInfer<R> & string)[];
    };
  };
  readonly offered?: {
    readonly [K in keyof Q & string]?: {
      readonly [Option in Q[K]['options'][number]]?: keyof NoInfer<R> & string;
    };
  };
  readonly todos?: readonly TodoAddition<keyof NoInfer<R> & string>[];
  readonly done?: Readonly<Record<string, keyof NoInfer<R> & string>>;
  readonly stated?: readonly Stated<keyof NoInfer<Q> & string, keyof NoInfer<R> & string>[];
  readonly givesWay?: Readonly<Record<string, readonly string[]>>;
  readonly plans?: { readonly [K in keyof Q & string]?: Plan<Q[K]['options'][number]> };
  readonly balance?: Balance<keyof NoInfer<Q> & string>;
  readonly followOns?: readonly FollowOn<
    keyof NoInfer<Q> & string,
    keyof NoInfer<R> & string,
    keyof NoInfer<O> & string
  >[];
  readonly clashes?: Readonly<Record<string, Clash<keyof NoInfer<Q> & string, keyof NoInfer<R> & string>>>;
}): Questionnaire {
  const questionnaire = {
    ...definition,
    marks: (definition.marks ?? {}) as Questionnaire['marks'],
    offered: (definition.offered ?? {}) as Questionnaire['offered'],
    todos: definition.todos ?? [],
    done: definition.done ?? {},
    stated: definition.stated ?? [],
    givesWay: definition.givesWay ?? {},
    plans: (definition.plans ?? {}) as Questionnaire['plans'],
    followOns: definition.followOns ?? [],
    clashes: definition.clashes ?? {},
  };
  refuseUnsound(questionnaire);
  return questionnaire;
}

/** The ids that a route can lead to. */
export function targetsOf(route: QuestionRoute<string, string, string>): string[] {
  if (typeof route === 'string') return [route];
  if ('byOption' in route) return Object.values(route.byOption).flatMap(targetsOf);
  return route.map((branch) => ('otherwise' in branch ? branch.otherwise : branch.to));
}
