/** The one door for kept drafts: what the browser hands back may be half, foreign or from another version. */
import { DRAFT_READING, DRAFT_SCHEMA, draftSchema, type Draft } from './draft.ts';
import { parseKept, readWhatFits, type LeftOut } from './read-what-fits.ts';

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
  let parsed: unknown;
  try {
    parsed = parseKept(text);
  } catch {
    return { problem: 'damaged', kept: text };
  }
  const schema =
    typeof parsed === 'object' && parsed !== null && 'schema' in parsed ? parsed.schema : undefined;
  if (typeof schema === 'string' && schema !== DRAFT_SCHEMA && /^clear-canvass\/draft\/\d+$/.test(schema)) {
    return { problem: 'newer', kept: text };
  }
  const read = readWhatFits(draftSchema, parsed, DRAFT_READING);
  return read === undefined
    ? { problem: 'damaged', kept: text }
    : { draft: read.value, leftOut: read.leftOut, kept: text };
}
