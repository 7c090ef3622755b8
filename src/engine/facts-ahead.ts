/** Which facts can still matter from a question on. What can no longer matter need not be remembered. */
import { targetsOf, type Questionnaire } from './define.ts';

/** Question id → names of facts. */
export type FactsByQuestion = ReadonlyMap<string, ReadonlySet<string>>;

const NONE: ReadonlySet<string> = new Set();

/** The facts that are kept when a question comes up. */
export function keptAt(keep: FactsByQuestion, question: string): ReadonlySet<string> {
  return keep.get(question) ?? NONE;
}

/** The facts that the rules deciding at a question read: on leaving it, and on what it offers. */
function readAt(questionnaire: Questionnaire, id: string): Set<string> {
  const route = questionnaire.routes[id];
  const branches =
    route === undefined || typeof route === 'string'
      ? []
      : 'byOption' in route
        ? Object.values(route.byOption).flatMap((one) => (typeof one === 'string' ? [] : one))
        : route;
  const rules = [
    ...branches.flatMap((branch) => ('otherwise' in branch ? [] : [branch.when])),
    ...Object.values(questionnaire.offered[id] ?? {}),
    ...Object.values(questionnaire.marks).flatMap((byQuestion) => byQuestion[id] ?? []),
  ];
  return new Set(rules.flatMap((rule) => questionnaire.rules[rule]?.reads ?? []));
}

const aheadKnown = new WeakMap<Questionnaire, FactsByQuestion>();

/** For each question, the facts that rules there or later can still read. */
export function factsAhead(questionnaire: Questionnaire): FactsByQuestion {
  const known = aheadKnown.get(questionnaire);
  if (known !== undefined) return known;
  const ahead = new Map<string, Set<string>>();
  aheadKnown.set(questionnaire, ahead);
  for (const id of Object.keys(questionnaire.questions).reverse()) {
    const here = readAt(questionnaire, id);
    const route = questionnaire.routes[id];
    for (const target of route === undefined ? [] : targetsOf(route)) {
      for (const fact of ahead.get(target) ?? []) here.add(fact);
    }
    ahead.set(id, here);
  }
  return ahead;
}

/** Every fact that any deciding rule reads, at every question: the graph without folding. */
export function factsEver(questionnaire: Questionnaire): FactsByQuestion {
  const ids = Object.keys(questionnaire.questions);
  const all = new Set(ids.flatMap((id) => [...readAt(questionnaire, id)]));
  return new Map(ids.map((id) => [id, all]));
}
