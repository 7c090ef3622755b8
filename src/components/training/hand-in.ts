/** What whoever leads sees of the files that were handed in. Pure, and keeps nothing. */
import { choices, trainingDataOf, type Choice, type TrainingData } from '../../records/training-data.ts';
import type { Restored } from '../../records/restore.ts';

/** A training record that was handed in. */
export interface HandedIn {
  /** The name of its file. */
  readonly file: string;
  readonly fingerprint: string;
  readonly training: TrainingData;
  /** What has to be said of it, though it is counted; empty where all is well. */
  readonly doubts: readonly string[];
}

/** A file that is not counted, and why not. */
export interface NotCounted {
  readonly file: string;
  readonly why: string;
}

/** A file as a training record, or why it is none that can be counted. */
export function handedIn(file: string, restored: Restored): HandedIn | NotCounted {
  if (restored.ok)
    return {
      file,
      why: 'This is the record of a decision, and not of a training. It can be read on the page “Open a record”.',
    };
  if (restored.other?.file.kind !== 'sheet')
    return {
      file,
      why:
        restored.other !== undefined || restored.draft !== undefined
          ? 'This was made here, but it is no training record. It can be read on the page “Open a record”.'
          : restored.sentence,
    };
  const { matches, altered } = restored.other;
  const sheet = restored.other.file.record;
  if (sheet.kind !== 'training')
    return {
      file,
      why:
        sheet.kind === 'session'
          ? 'This is the sheet of a session that was led, and not the record of somebody who learned alone.'
          : 'This is a whole campaign, and not a training record.',
    };
  const training = trainingDataOf(sheet);
  if (training === undefined)
    return {
      file,
      why: 'This is a training record, but part of it is not what one holds. It was made by a newer version of this site, or changed by hand.',
    };
  return {
    file,
    fingerprint: sheet.fingerprint,
    training,
    doubts: [
      ...(matches === false
        ? ['It has been changed since it was made: it no longer gives the fingerprint that it carries.']
        : []),
      ...(altered === undefined
        ? []
        : ['The words that it shows are not those that it carries. What it carries is counted.']),
    ],
  };
}

/** How those who handed in first decided a scenario. */
export interface Split {
  readonly id: string;
  readonly title: string;
  readonly best: Exclude<Choice, 'unsure'>;
  /** Who chose it at first: the names that were given; an empty text for each who gave none. */
  readonly by: Readonly<Record<Choice, readonly string[]>>;
  /** How many chose otherwise than the model at first. */
  readonly parted: number;
}

/**
 * How the room parted, scenario by scenario: where most chose otherwise than the model comes first.
 *
 * @param known the scenarios of this site, whose own title and best way hold, whatever a file says of them
 */
export function splits(
  all: readonly Pick<HandedIn, 'training'>[],
  known: readonly Pick<Split, 'id' | 'title' | 'best'>[],
): Split[] {
  const ours = new Map(known.map((one) => [one.id, one]));
  const found = new Map<string, { title: string; best: Split['best']; by: Record<Choice, string[]> }>();
  for (const { training } of all) {
    const seen = new Set<string>();
    for (const { of, chose } of training.given) {
      if (seen.has(of)) continue;
      seen.add(of);
      const told = ours.get(of) ?? training.scenarios.find(({ id }) => id === of);
      if (told === undefined) continue;
      const one = found.get(of) ?? {
        title: told.title,
        best: told.best,
        by: Object.fromEntries(choices.map((choice) => [choice, [] as string[]])) as Record<Choice, string[]>,
      };
      one.by[chose].push(training.name.trim());
      found.set(of, one);
    }
  }
  return [...found]
    .map(([id, { title, best, by }]) => ({
      id,
      title,
      best,
      by,
      parted: choices.reduce((sum, choice) => sum + (choice === best ? 0 : by[choice].length), 0),
    }))
    .sort((a, b) => b.parted - a.parted);
}
