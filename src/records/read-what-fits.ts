/**
 * Reads what may be broken in places: each part that fits its schema stays, and each that does not is left out and
 * named. One bad field never costs the rest.
 */
import * as v from 'valibot';
import { cleanText } from './clean-text.ts';

/** Where something lay that was left out, such as `['details', 'reviewOn']`. */
export type LeftOut = readonly string[];

export interface WhatFits<Value> {
  readonly value: Value;
  /** In the order in which it was found; empty where all of it fits. */
  readonly leftOut: readonly LeftOut[];
}

export interface Reading<Value> {
  /** What takes the place of a part that is missing or was left out. */
  readonly blank: Partial<Value>;
  /** How many names deep a part is whole: an answer loses no box of its own. One where none is named. */
  readonly depths: Readonly<Record<string, number>>;
}

type Container = Record<string, unknown>;

/** Leaving one part out can bring up that another is missing, a few levels deep and no more. */
const MOST_ROUNDS = 10;

/** The text as JSON, without names that reach into JavaScript objects. @throws SyntaxError where it is no JSON. */
export function parseKept(text: string): unknown {
  return JSON.parse(text, (key, value: unknown) => (key === '__proto__' ? undefined : value));
}

/**
 * Reads a value that came out of JSON, which it changes.
 * @returns undefined where a part is missing or broken that `blank` cannot stand in for.
 */
export function readWhatFits<Value>(
  schema: v.GenericSchema<unknown, Value>,
  value: unknown,
  { blank, depths }: Reading<Value>,
): WhatFits<Value> | undefined {
  if (!isContainer(value)) return undefined;
  const leftOut = new Map<string, LeftOut>();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const read = v.safeParse(schema, value);
    if (read.success) return { value: read.output, leftOut: [...leftOut.values()] };
    const broken = new Map(
      read.issues.map((issue) => {
        const names = (issue.path ?? []).map(({ key }) => String(key));
        const part = names.slice(0, depths[names[0] ?? ''] ?? 1);
        return [part.join('\n'), part];
      }),
    );
    // From the end, so that the places of a list hold until their turn comes.
    for (const part of [...broken.values()].toReversed()) {
      const taken = leaveOut(value, part, blank as Container);
      if (taken === undefined) return undefined;
      leftOut.set(taken.join('\n'), taken);
    }
  }
  return undefined;
}

/** What fits of a text, or why nothing does: a later version of this site wrote it, or it cannot be read. */
export type Restored<Value> = WhatFits<Value> | { readonly problem: 'newer' | 'damaged' };

/**
 * Reads a text that a browser kept.
 * @param name the name of the shape, such as `clear-canvass/ticks/1`, which the value has as `schema`
 */
export function restoreWhatFits<Value>(
  schema: v.GenericSchema<unknown, Value>,
  text: string,
  name: string,
  reading: Reading<Value>,
): Restored<Value> {
  let parsed: unknown;
  try {
    parsed = parseKept(text);
  } catch {
    return { problem: 'damaged' };
  }
  const named = isContainer(parsed) ? parsed['schema'] : undefined;
  const stem = name.replace(/\d+$/, '');
  if (
    typeof named === 'string' &&
    named !== name &&
    named.startsWith(stem) &&
    /^\d+$/.test(named.slice(stem.length))
  )
    return { problem: 'newer' };
  return readWhatFits(schema, parsed, reading) ?? { problem: 'damaged' };
}

/**
 * What would be kept of a value: its JSON, which reads back as it stands, and what had to be left out of it.
 * @returns undefined where nothing of it can be read back.
 */
export function writeWhatFits<Value>(
  schema: v.GenericSchema<unknown, Value>,
  value: Value,
  reading: Reading<Value>,
): { readonly json: string; readonly leftOut: readonly LeftOut[] } | undefined {
  const clean = JSON.parse(JSON.stringify(value), (_key, part: unknown) =>
    typeof part === 'string' ? cleanText(part) : part,
  ) as unknown;
  const fits = readWhatFits(schema, clean, reading);
  return fits === undefined ? undefined : { json: JSON.stringify(fits.value), leftOut: fits.leftOut };
}

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;

function at(value: Container, names: readonly string[]): unknown {
  return names.reduce<unknown>(
    (part, name) => (isContainer(part) && Object.hasOwn(part, name) ? part[name] : undefined),
    value,
  );
}

/** Takes a part out, or puts in what stands in for it; where it is missing, what needs it goes. Says what went. */
function leaveOut(value: Container, part: LeftOut, blank: Container): LeftOut | undefined {
  const name = part.at(-1);
  if (name === undefined) return undefined;
  const holder = at(value, part.slice(0, -1));
  // Another issue has taken it out already.
  if (!isContainer(holder)) return part.slice(0, -1);
  const standIn = at(blank, part);
  if (standIn !== undefined) holder[name] = structuredClone(standIn);
  else if (Array.isArray(holder) && Object.hasOwn(holder, name)) holder.splice(Number(name), 1);
  else if (Object.hasOwn(holder, name)) Reflect.deleteProperty(holder, name);
  else return leaveOut(value, part.slice(0, -1), blank);
  return part;
}
