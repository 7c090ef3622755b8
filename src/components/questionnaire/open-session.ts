/**
 * Everything that a questionnaire's page needs after its first question, in one chunk: fetched when someone
 * begins to answer, and the same for every answer.
 */
import { questionnaires } from '#questionnaires';
import type { QuestionWords } from '../../records/words.ts';
import { loadQuestionnaire, type Guidance } from './load.ts';
import Screens from './Screens.svelte';
import { Session } from './session.svelte.ts';

export { Screens };

export interface OpenSession {
  readonly session: Session;
  /** The guidance of the outcomes, once the words are there. */
  readonly guidance: () => Guidance;
}

/** @throws Error when the site has no such questionnaire. */
export function openSession(id: string, first: QuestionWords): OpenSession {
  const questionnaire = questionnaires.find((one) => one.id === id);
  if (questionnaire === undefined)
    throw new Error(`There is no questionnaire ${id}: add it to src/questionnaires/index.ts.`);
  let guidance: Guidance = new Map();
  const session = new Session(questionnaire, first, async () => {
    const loaded = await loadQuestionnaire(new URL('.', location.href).href);
    guidance = loaded.guidance;
    return loaded.words;
  });
  return { session, guidance: () => guidance };
}
