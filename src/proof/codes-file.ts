/** The file that keeps the codes of a questionnaire’s worksheet. `npm run journeys` writes it, and a test holds it. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Questionnaire } from '../engine/define.ts';
import { releasedBoxes, withCodes, type Codes } from '../records/paper/codes.ts';
import { isReleased } from './journeys-table.ts';

/** Where it stands. @param folder the questionnaire’s words, relative to `root` */
export const codesFile = (root: string, folder: string): string => join(root, folder, 'codes.json');

/** The codes as kept; none where nothing was written yet. */
export function readCodes(file: string): Codes | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Codes) : undefined;
}

const hashOf = (codes: Codes['codes'], boxes: number): string =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(codes).slice(0, boxes)))
    .digest('hex');

/** The versions whose codes are no longer those that were released. */
function broken({ codes, released }: Codes): string[] {
  return Object.entries(released)
    .filter(([, { boxes, hash }]) => hashOf(codes, boxes) !== hash)
    .map(([version]) => version);
}

/** The file as it has to be. @throws Error as `withCodes` does */
function wanted(questionnaire: Questionnaire, kept: Codes | undefined, others: readonly string[]): Codes {
  const made = withCodes(questionnaire, kept, others);
  const { version } = questionnaire;
  if (!isReleased(version) || made.released[version] !== undefined) return made;
  const boxes = Object.keys(made.codes).length;
  return { ...made, released: { ...made.released, [version]: { boxes, hash: hashOf(made.codes, boxes) } } };
}

const written = (codes: Codes): string => `${JSON.stringify(codes, null, 2)}\n`;

/**
 * What is wrong with a questionnaire’s codes, in one sentence that says how to mend it; undefined where nothing is.
 *
 * @param others the codes of other worksheets
 */
export function faultInCodes(
  questionnaire: Questionnaire,
  file: string,
  others: readonly string[],
): string | undefined {
  const { id, version } = questionnaire;
  const kept = readCodes(file);
  if (kept === undefined)
    return `The worksheet of ${id} has no codes yet: run "npm run journeys -- -t ${id}".`;
  const [first] = broken(kept);
  if (first !== undefined)
    return `Codes that version ${first} of ${id} has printed are no longer what they were: paper that people have bears them. Restore ${file} from git, and run "npm run journeys -- -t ${id}".`;
  if (others.includes(kept.sheet))
    return `Two worksheets have the code ${kept.sheet}: take away ${file} if it was never released, and run "npm run journeys -- -t ${id}".`;
  const pinned = kept.released[version];
  const now = wanted(questionnaire, kept, others);
  if (pinned !== undefined && Object.keys(now.codes).length > releasedBoxes(kept))
    return `${id} has boxes that version ${version} had not when it was released: give it a new version in src/questionnaires/${id}/flow.ts, then run "npm run journeys".`;
  return readFileSync(file, 'utf8') === written(now)
    ? undefined
    : `The codes of the worksheet of ${id} are not those of today’s boxes: run "npm run journeys -- -t ${id}".`;
}

/**
 * Writes the codes of a questionnaire, those that were released as they are.
 *
 * @throws Error where that cannot be done; nothing is written then
 */
export function writeCodes(questionnaire: Questionnaire, file: string, others: readonly string[]): void {
  const kept = readCodes(file);
  const made = written(wanted(questionnaire, kept, others));
  if (kept !== undefined && (broken(kept).length > 0 || released(kept, questionnaire, made)))
    throw new Error(faultInCodes(questionnaire, file, others));
  writeFileSync(file, made);
}

/** Whether a version that is released would get boxes that it had not. */
function released(kept: Codes, { version }: Questionnaire, made: string): boolean {
  return kept.released[version] !== undefined && made !== written(kept);
}
