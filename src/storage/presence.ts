/** Whether there may be something to resume, without loading what it takes to read it. */

/** Begins every key that this site uses in this browser. */
export const PREFIX = 'clear-canvass:';
/** Set once the person has chosen to keep answers on this device. */
export const CHOSEN = `${PREFIX}keep-on-this-device`;
/** Written and taken away again when everything is erased: other tabs hear of it, and erase what they keep by themselves. */
export const ERASED = `${PREFIX}erased`;
/** Where a tab keeps the draft of a questionnaire. */
export const draftKey = (questionnaire: string) => `${PREFIX}draft:${questionnaire}`;

/** Where a tab keeps the ticks of a checklist. */
export const ticksKey = (moment: string) => `${PREFIX}ticks:${moment}`;

/** True also when the browser does not let us look: the session then says so. */
export function hasKeptAnswers(questionnaire: string): boolean {
  try {
    return sessionStorage.getItem(draftKey(questionnaire)) !== null || localStorage.getItem(CHOSEN) === 'yes';
  } catch {
    return true;
  }
}
