/** The one door for kept drafts: what the browser hands back may be half, foreign or from another version. */
import { DRAFT_READING, DRAFT_SCHEMA, draftSchema, type Draft } from './draft.ts';
import { restoreWhatFits, type LeftOut } from './read-what-fits.ts';

/** `kept` is the text as it was found, for the person to download. */
export type RestoredDraft =
  | {
      readonly draft: Draft;
      /** Parts that could not be read, and are not in the draft. */
      readonly leftOut: readonly LeftOut[];
      readonly kept: string;
    }
  | { readonly problem: 'newer' | 'damaged'; readonly kept: string };

/** Reads a kept draft. Keys that reach into JavaScript objects are dropped before anything is looked at. */
export function restoreDraft(text: string): RestoredDraft {
  const read = restoreWhatFits(draftSchema, text, DRAFT_SCHEMA, DRAFT_READING);
  return 'problem' in read
    ? { problem: read.problem, kept: text }
    : { draft: read.value, leftOut: read.leftOut, kept: text };
}
