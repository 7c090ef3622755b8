/** Where a questionnaire uses each of its rules: what hangs on a claim. */
import type { Questionnaire } from '../../engine/define.ts';
import { waysOn } from '../../engine/ways.ts';
import type { OutcomeWords } from '../../records/words.ts';

export interface RuleUse {
  /** Where it is tried on leaving a question, and what comes next if it holds. */
  readonly routes: readonly { readonly question: string; readonly to: string }[];
  /** Questions on leaving which it is kept in mind for later ones, once it holds. */
  readonly remembered: readonly string[];
  /** Options that are offered only where it holds. */
  readonly offers: readonly { readonly question: string; readonly option: string }[];
  /** Answers that it settles, so that they are not asked for. */
  readonly states: readonly { readonly question: string; readonly answer: string }[];
  /** To-dos that it adds. */
  readonly adds: readonly string[];
  /** To-dos that it shows to be done. */
  readonly done: readonly string[];
  /** Outcomes where it sets a last day. */
  readonly setsLastDay: readonly string[];
  /** Other questionnaires that it calls for. */
  readonly callsFor: readonly string[];
  /** Other questionnaires that start with what it says. */
  readonly startsThere: readonly string[];
  /** Clashes that it shows. */
  readonly clashes: readonly string[];
  /** Outcomes of which it chooses the plain sentence. */
  readonly words: readonly string[];
}

/** All uses of one rule, in the logic and in the outcomes' words. */
export function usesOfRule(
  questionnaire: Questionnaire,
  rule: string,
  outcomeWords: Readonly<Record<string, Pick<OutcomeWords, 'because'>>>,
): RuleUse {
  const { questions, marks, offered, stated, outcomes, todos, done, followOns, clashes } = questionnaire;
  return {
    routes: Object.keys(questions).flatMap((question) =>
      [
        ...new Set(waysOn(questionnaire, question).flatMap(({ when, to }) => (when === rule ? [to] : []))),
      ].map((to) => ({ question, to })),
    ),
    remembered: [
      ...new Set(
        Object.values(marks).flatMap((byQuestion) =>
          Object.entries(byQuestion).flatMap(([question, rules]) => (rules.includes(rule) ? [question] : [])),
        ),
      ),
    ],
    offers: Object.entries(offered).flatMap(([question, byOption]) =>
      Object.entries(byOption).flatMap(([option, when]) => (when === rule ? [{ question, option }] : [])),
    ),
    states: stated.flatMap(({ question, answer, when }) => (when === rule ? [{ question, answer }] : [])),
    adds: [
      ...new Set(todos.flatMap(({ when, add, ahead = [] }) => (when === rule ? [...add, ...ahead] : []))),
    ],
    done: Object.entries(done).flatMap(([todo, when]) => (when === rule ? [todo] : [])),
    setsLastDay: Object.entries(outcomes).flatMap(([outcome, { deadlines = {} }]) =>
      Object.values(deadlines).some(({ when }) => when === rule) ? [outcome] : [],
    ),
    callsFor: followOns.flatMap(({ questionnaire: id, when }) => (when === rule ? [id] : [])),
    startsThere: followOns.flatMap(({ questionnaire: id, carries }) =>
      Object.values(carries).some(
        (from) => typeof from !== 'string' && from.some((one) => 'when' in one && one.when === rule),
      )
        ? [id]
        : [],
    ),
    clashes: Object.entries(clashes).flatMap(([id, { when }]) => (when === rule ? [id] : [])),
    words: Object.entries(outcomeWords).flatMap(([id, { because = [] }]) =>
      because.some(({ when }) => when === rule) ? [id] : [],
    ),
  };
}

/** Whether a rule has a say in which questions come up and where they lead, and not only in what there is to do. */
export function decides({ routes, remembered, offers, states }: RuleUse): boolean {
  return [routes, remembered, offers, states].some((uses) => uses.length > 0);
}
