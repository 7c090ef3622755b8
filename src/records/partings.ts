/** Which rules an answer meets, and where two editions part on the same answers. */
import type { Questionnaire } from '../engine/define.ts';
import type { Replay } from '../engine/replay.ts';
import { branchesOf } from '../engine/ways.ts';
import { citedByRoute } from './words.ts';

/** The rules that set marks when a question is left, whatever the mark. */
function markRulesAt(questionnaire: Questionnaire, question: string): string[] {
  return Object.values(questionnaire.marks).flatMap((byQuestion) => byQuestion[question] ?? []);
}

/** Question id → the rules that decided there: that of the branch taken, and those that set a mark. */
export function rulesMet({ reading, steps }: Replay): ReadonlyMap<string, readonly string[]> {
  const { questionnaire } = reading;
  return new Map(
    steps.map(({ question, answer, after }) => {
      const holds = (rule: string) => reading.holds(rule, after);
      const taken = branchesOf(questionnaire, question, answer).find(
        (branch) => 'otherwise' in branch || holds(branch.when),
      );
      return [
        question,
        [
          ...(taken === undefined || 'otherwise' in taken ? [] : [taken.when]),
          ...markRulesAt(questionnaire, question).filter(holds),
        ],
      ];
    }),
  );
}

/** Where the same answers part under two editions. */
export interface Parting {
  /** The question after which they lead elsewhere. */
  readonly question: string;
  /** Law list ids of the rules that hold in one edition and not in the other, up to there. */
  readonly law: readonly string[];
}

/**
 * The first question after which two editions lead elsewhere; undefined when they lead alike to the end.
 *
 * @param one the same answers as in `other`, replayed under another edition
 */
export function partingOf(one: Replay, other: Replay): Parting | undefined {
  const { questionnaire } = one.reading;
  const law = new Set<string>();
  for (let place = 0; place < Math.max(one.steps.length, other.steps.length); place += 1) {
    const [here, there] = [one.steps[place], other.steps[place]];
    const step = here ?? there;
    if (step === undefined) break;
    const { question, answer } = step;
    // An answer that only one of the two takes was refused by the other, with the facts at which its path ends.
    const refused = here === undefined || there === undefined;
    const tried = refused
      ? Object.values(questionnaire.offered[question] ?? {})
      : [
          ...markRulesAt(questionnaire, question),
          ...branchesOf(questionnaire, question, answer).flatMap((branch) =>
            'otherwise' in branch ? [] : [branch.when],
          ),
        ];
    const factsIn = (replay: Replay, own: typeof here) =>
      (refused ? own?.before : own?.after) ?? replay.facts;
    for (const rule of tried) {
      if (one.reading.holds(rule, factsIn(one, here)) !== other.reading.holds(rule, factsIn(other, there)))
        for (const id of questionnaire.rules[rule]?.law ?? []) law.add(id);
    }
    if (refused || here.to !== there.to)
      return { question, law: law.size > 0 ? [...law] : citedByRoute(questionnaire, question).law };
  }
  return undefined;
}
