/**
 * Everything that the page of any questionnaire needs after its first question, in one chunk: fetched when someone
 * begins to answer, together with the questionnaire's own logic, and the same for every answer.
 */
import type { Questionnaire } from '../../engine/define.ts';
import type { QuestionWords } from '../../records/words.ts';
import BeforeQuestion from './BeforeQuestion.svelte';
import { loadQuestionnaire, type Guidance } from './load.ts';
import Screens from './Screens.svelte';
import { Session } from './session.svelte.ts';

export { BeforeQuestion, Screens };

export interface OpenSession {
  readonly session: Session;
  /** The guidance of the outcomes, once the words are there. */
  readonly guidance: () => Guidance;
}

export function openSession(questionnaire: Questionnaire, first: QuestionWords): OpenSession {
  let guidance: Guidance = new Map();
  const session = new Session(questionnaire, first, async () => {
    const loaded = await loadQuestionnaire(new URL('.', location.href).href);
    guidance = loaded.guidance;
    return loaded.words;
  });
  return { session, guidance: () => guidance };
}
