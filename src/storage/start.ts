/** What someone chose on the page that made her list, before there was a campaign: in this tab, or on this device where she had chosen that. */
import * as v from 'valibot';
import { parseKept, readWhatFits } from '../records/read-what-fits.ts';
import { keepsOnDevice } from './keeping.ts';
import { PREFIX } from './presence.ts';

const KEY = `${PREFIX}start`;

const id = v.pipe(v.string(), v.maxLength(100), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));
const chosenSchema = v.strictObject({
  /** The kind of campaigner; absent for anyone. */
  who: v.optional(id),
  /** Ids of plans. */
  plans: v.array(id),
});
export type Chosen = v.InferOutput<typeof chosenSchema>;

/** What was chosen before, if it can be read. Never throws. */
export function loadChosen(): Chosen | undefined {
  try {
    const text = sessionStorage.getItem(KEY) ?? (keepsOnDevice() ? localStorage.getItem(KEY) : null);
    const blank = { plans: [] };
    return text === null
      ? undefined
      : readWhatFits(chosenSchema, parseKept(text), { blank, depths: { plans: 2 } })?.value;
  } catch {
    return undefined;
  }
}
