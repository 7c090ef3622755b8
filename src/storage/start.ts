/** What someone chose on the page that makes her list, by the rule for drafts: in this tab, or on this device where she has chosen that. */
import * as v from 'valibot';
import { parseKept, readWhatFits } from '../records/read-what-fits.ts';
import { keepsOnDevice } from './keeping.ts';
import { tellPagesInMemory } from './pages-in-memory.ts';
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

/** Keeps what is chosen. A browser that refuses loses nothing but the choice. */
export function saveChosen(chosen: Chosen): void {
  try {
    (keepsOnDevice() ? localStorage : sessionStorage).setItem(KEY, JSON.stringify(chosen));
    tellPagesInMemory();
  } catch {
    // The page shows what is chosen all the same, until it is left.
  }
}
