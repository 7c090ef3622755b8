/** Whether there may be something to resume, without loading what it takes to read it. */

/** Begins every key that this site uses in this browser. */
export const PREFIX = 'clear-canvass:';
/** Set once the person has chosen to keep answers on this device. */
export const CHOSEN = `${PREFIX}keep-on-this-device`;
/** Written and taken away again when everything is erased: other tabs hear of it, and erase what they keep by themselves. */
export const ERASED = `${PREFIX}erased`;
/** Where a tab keeps a draft, by the use that it answers or, where it answers none, by its questionnaire. */
export const draftKey = (owner: string) => `${PREFIX}draft:${owner}`;

/** Where a tab keeps the campaign. */
export const CAMPAIGN = `${PREFIX}campaign`;

/**
 * Beside a campaign on the device, which a page cannot read before it is painted: what kind of campaigner it is, and the
 * uses that no question was answered of, with spaces between.
 */
export const KNOWN_FIRST = `${PREFIX}known-first`;

/** Written when what is on the device has changed: other tabs hear of it. */
export const CHANGED = `${PREFIX}changed`;

/** Begins the keys of the records that a tab keeps. */
export const RECORD_KEYS = `${PREFIX}record:`;

/** Where a tab keeps a record. */
export const recordKey = (fingerprint: string) => RECORD_KEYS + fingerprint;

/** The address after the # that leads to the first question still open, and from each of those to the next. */
export const FIRST_OPEN = 'first-open';

/** Where a tab keeps the ticks of a checklist. */
export const ticksKey = (moment: string) => `${PREFIX}ticks:${moment}`;

/** Where a tab keeps something of the training, such as what somebody decided alone. */
export const trainingKey = (what: string) => `${PREFIX}training:${what}`;

/** Where a tab keeps what is being typed in off a worksheet. */
export const TYPED_IN = `${PREFIX}typed-in`;

/**
 * The use that this entry of the browser’s history answers, if it answers one. It stands in the entry and not in the
 * address, which is sent to whoever serves the site.
 */
export const useHere = (): string | undefined => (history.state as { use?: string } | null)?.use;

/** True also when the browser does not let us look: the session then says so. */
export function hasKeptAnswers(owner: string): boolean {
  try {
    return sessionStorage.getItem(draftKey(owner)) !== null || localStorage.getItem(CHOSEN) === 'yes';
  } catch {
    return true;
  }
}
