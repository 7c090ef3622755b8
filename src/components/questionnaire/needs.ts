/** Questionnaires by what people need them for, in plain words and not by their legal names. */
import { needs, type Need } from '../../schemas/vocabulary.ts';

const needNames: Readonly<Record<Need, string>> = {
  trouble: 'Something has gone wrong, or somebody asks',
  plan: 'You want to do something with people’s details',
  data: 'You get data, a list or a helper',
  sorting: 'People are sorted, or much is at stake',
  after: 'The poll is over, or a year has passed',
};

/** The needs for which there is a questionnaire, each with its own; these stay in the order in which they are given. */
export function byNeed<One extends { readonly when: Need }>(
  all: readonly One[],
): readonly { readonly need: Need; readonly name: string; readonly questionnaires: readonly One[] }[] {
  return needs
    .map((need) => ({
      need,
      name: needNames[need],
      questionnaires: all.filter(({ when }) => when === need),
    }))
    .filter(({ questionnaires }) => questionnaires.length > 0);
}
