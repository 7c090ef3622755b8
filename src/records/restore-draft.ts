/** The one door for kept drafts: what the browser hands back may be half, foreign or from another version. */
import * as v from 'valibot';
import { DRAFT_SCHEMA, draftSchema, type Draft } from './draft.ts';

export type RestoredDraft =
  | { readonly draft: Draft }
  /** `kept` is the text as it was found, for the person to download. */
  | { readonly problem: 'newer' | 'damaged'; readonly kept: string };

/** Reads a kept draft. Keys that reach into JavaScript objects are dropped before anything is looked at. */
export function restoreDraft(text: string): RestoredDraft {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text, (key, value: unknown) => (key === '__proto__' ? undefined : value));
  } catch {
    return { problem: 'damaged', kept: text };
  }
  const schema =
    typeof parsed === 'object' && parsed !== null && 'schema' in parsed ? parsed.schema : undefined;
  if (typeof schema === 'string' && schema !== DRAFT_SCHEMA && /^clear-canvass\/draft\/\d+$/.test(schema)) {
    return { problem: 'newer', kept: text };
  }
  const read = v.safeParse(draftSchema, parsed);
  return read.success ? { draft: read.output } : { problem: 'damaged', kept: text };
}
