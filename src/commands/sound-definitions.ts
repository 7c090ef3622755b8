/**
 * Whether the questionnaires and the content are sound enough for tests to load them. Nearly every test does: looked
 * at once beforehand, a mistyped route is one sentence and not a failure of each.
 */
import { targetsOf, type Questionnaire } from '../engine/define.ts';

/**
 * What is wrong with them, a sentence for each fault; none where all is sound.
 *
 * @param load brings the questionnaires; a test puts others in their place
 */
export async function faultsInDefinitions(
  load: () => Promise<readonly Questionnaire[]> = async () =>
    (await import('../questionnaires/index.ts')).questionnaires,
): Promise<string[]> {
  try {
    const questionnaires = await load();
    const lost = questionnaires.flatMap(namesOfNothing);
    // Words cannot be held against a table that names what is not there.
    if (lost.length > 0) return lost;
    const { readContent } = await import('../schemas/read-content.ts');
    const { checkWords } = await import('../questionnaires/check-words.ts');
    return checkWords(readContent(), questionnaires).map(({ message }) => message);
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** Routes that lead nowhere, and rules that are named and not there. Types see that too, where they are looked at. */
function namesOfNothing({ id, start, routes, questions, outcomes, rules, ...more }: Questionnaire): string[] {
  const file = `src/questionnaires/${id}/flow.ts`;
  const isPlace = (name: string): boolean => Object.hasOwn(questions, name) || Object.hasOwn(outcomes, name);
  const nowhere = [...Object.entries(routes), ['start', start] as const].flatMap(([from, route]) =>
    [...new Set(targetsOf(route))]
      .filter((to) => !isPlace(to))
      .map((to) => `${file}: “${from}” leads to “${to}”, which is neither a question nor an outcome.`),
  );
  const named = [
    ...Object.values(more.offered).flatMap(Object.values<string>),
    ...Object.values(more.marks).flatMap((byQuestion) => Object.values(byQuestion).flat()),
    ...[...more.todos, ...more.stated, ...more.followOns].map(({ when }) => when),
    ...Object.values(more.done),
    ...more.followOns.flatMap(({ carries }) =>
      Object.values(carries).flatMap((from) =>
        typeof from === 'string' ? [] : from.flatMap((one) => ('when' in one ? [one.when] : [])),
      ),
    ),
  ];
  const noRule = [...new Set(named)]
    .filter((rule) => !Object.hasOwn(rules, rule))
    .map((rule) => `${file}: it names the rule “${rule}”, which rules.ts does not have.`);
  return [...nowhere, ...noRule];
}
