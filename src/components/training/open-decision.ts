/** Begins the questionnaire behind a scenario with the answers of the scenario, to be looked at one by one. */
import { newDraft, NO_VERSION, type Draft } from '../../records/draft.ts';
import { handOver, hasAnswers } from '../../storage/drafts.ts';
import type { LearningScenario } from './learning-file.ts';

/** `begun`: it waits on its page. `in-the-way`: answers that nobody has agreed to lose. `refused`: the browser keeps nothing. */
export type Opened = 'begun' | 'in-the-way' | 'refused';

/** @param over whether answers that are there already may be written over */
export async function openDecision(
  title: string,
  { questionnaire, answers }: NonNullable<LearningScenario['decision']>,
  over: boolean,
): Promise<Opened> {
  if (!over && (await hasAnswers(questionnaire))) return 'in-the-way';
  const blank = newDraft({ id: questionnaire, version: NO_VERSION });
  const draft: Draft = {
    ...blank,
    pending: Object.fromEntries(
      Object.entries(answers).map(([question, answer]) => [
        question,
        { answer: answer as Draft['answers'][string] },
      ]),
    ),
    details: { ...blank.details, title: `Training: ${title}` },
  };
  return (await handOver(draft)).kept ? 'begun' : 'refused';
}
