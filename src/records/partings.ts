/** Which rules an answer meets, and where two editions part on the same answers. */
import type { Answer, Answers, Questionnaire } from '../engine/define.ts';
import { replay } from '../engine/replay.ts';
import {
  branchesOf,
  editionView,
  factsAfter,
  factsAtStart,
  isOffered,
  ruleHolds,
  targetAfter,
} from '../engine/walk.ts';
import { citedByRoute } from './words.ts';

/** The rules that set marks when a question is left, whatever the mark. */
function markRulesAt(questionnaire: Questionnaire, question: string): string[] {
  return Object.values(questionnaire.marks).flatMap((byQuestion) => byQuestion[question] ?? []);
}

/** Question id → the rules that decided there: that of the branch taken, and those that set a mark. */
export function rulesMet(
  questionnaire: Questionnaire,
  edition: string,
  answers: Answers,
): ReadonlyMap<string, readonly string[]> {
  const view = editionView(questionnaire, edition);
  const met = new Map<string, readonly string[]>();
  let facts = factsAtStart(questionnaire);
  for (const question of replay(questionnaire, edition, answers).path) {
    const answer = answers[question] as Answer;
    facts = factsAfter(questionnaire, view, facts, question, answer);
    const holds = (rule: string) => ruleHolds(questionnaire, rule, facts, view);
    const taken = branchesOf(questionnaire, question, answer).find(
      (branch) => 'otherwise' in branch || holds(branch.when),
    );
    met.set(question, [
      ...(taken === undefined || 'otherwise' in taken ? [] : [taken.when]),
      ...markRulesAt(questionnaire, question).filter(holds),
    ]);
  }
  return met;
}

/** Where the same answers part under two editions. */
export interface Parting {
  /** The question after which they lead elsewhere. */
  readonly question: string;
  /** Law list ids of the rules that hold in one edition and not in the other, up to there. */
  readonly law: readonly string[];
}

/** The first question after which two editions lead elsewhere; undefined when they lead alike to the end. */
export function partingOf(
  questionnaire: Questionnaire,
  one: string,
  other: string,
  answers: Answers,
): Parting | undefined {
  const views = [editionView(questionnaire, one), editionView(questionnaire, other)] as const;
  let facts = [factsAtStart(questionnaire), factsAtStart(questionnaire)] as const;
  const law = new Set<string>();
  let question = questionnaire.start;
  while (Object.hasOwn(questionnaire.questions, question)) {
    const answer = Object.hasOwn(answers, question) ? answers[question] : undefined;
    if (answer === undefined) return undefined;
    const at = question;
    const note = (rules: readonly string[]) => {
      for (const rule of rules) {
        const [here, there] = views.map((view, place) =>
          ruleHolds(questionnaire, rule, facts[place] ?? {}, view),
        );
        if (here !== there) for (const id of questionnaire.rules[rule]?.law ?? []) law.add(id);
      }
    };
    const parting = (): Parting => ({
      question: at,
      law: law.size > 0 ? [...law] : citedByRoute(questionnaire, at).law,
    });

    const offered = views.map((view, place) =>
      isOffered(questionnaire, view, facts[place] ?? {}, at, answer),
    );
    if (offered[0] !== offered[1]) {
      note(Object.values(questionnaire.offered[at] ?? {}));
      return parting();
    }
    if (offered[0] === false) return undefined;

    facts = [
      factsAfter(questionnaire, views[0], facts[0], at, answer),
      factsAfter(questionnaire, views[1], facts[1], at, answer),
    ];
    note([
      ...markRulesAt(questionnaire, at),
      ...branchesOf(questionnaire, at, answer).flatMap((branch) =>
        'otherwise' in branch ? [] : [branch.when],
      ),
    ]);
    const [here, there] = [
      targetAfter(questionnaire, views[0], facts[0], at, answer),
      targetAfter(questionnaire, views[1], facts[1], at, answer),
    ];
    if (here !== there) return parting();
    question = here;
  }
  return undefined;
}
