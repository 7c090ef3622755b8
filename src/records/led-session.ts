/** A training session while it is led: where it stands, how hands were counted, what was parked, what the sheet is to say. */
import * as v from 'valibot';
import { words } from './fields.ts';
import { restoreWhatFits, writeWhatFits, type Reading, type Restored } from './read-what-fits.ts';

export const LED_SCHEMA = 'clear-canvass/led-session/1';

const id = v.pipe(v.string(), v.maxLength(100), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));
/** Hands and people: more than a hall holds is a slip of the finger. */
export const MOST_PEOPLE = 9999;
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_PEOPLE));
const moment = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Hands for each way, and of those who are not sure. */
const hands = v.strictObject({ a: count, b: count, c: count, unsure: count });
export type Hands = Readonly<v.InferOutput<typeof hands>>;

const parkedQuestion = v.strictObject({
  id,
  /** The scenario at which it came up. */
  scenario: v.optional(id),
  /** Empty until somebody puts it into words. */
  question: words,
  /** Who answers it, and by when. */
  who: words,
  by: words,
});
export type ParkedQuestion = Readonly<v.InferOutput<typeof parkedQuestion>>;

export const ledSchema = v.strictObject({
  schema: v.literal(LED_SCHEMA),
  /** Tells this half hour from any other of the same session. */
  run: id,
  /** Counts every change, so that of two windows the later one is known. */
  revision: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** The id of the session. */
  session: id,
  /** When its minute 0 was, in milliseconds of this device’s clock. */
  startedAt: moment,
  /** The place among its screens. */
  at: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Whether the letter keys work: whoever dictates to the machine switches them off. */
  keys: v.boolean(),
  /** How many are in the room, if that was said. */
  people: v.optional(count),
  /** Scenario → hands. */
  votes: v.record(id, hands),
  /** Scenarios that were hard. */
  hard: v.array(id),
  parked: v.array(parkedQuestion),
  /** When the timer ends, while it runs. */
  timer: v.optional(moment),
  campaign: words,
  ledBy: words,
  /** One name a line, or nothing. */
  names: words,
  /** What was hard, in the words of whoever led. */
  learned: words,
});
export type Led = Readonly<v.InferOutput<typeof ledSchema>>;

/** What a session holds in which nothing has been done yet. */
const blank = {
  keys: true,
  at: 0,
  votes: {},
  hard: [],
  parked: [],
  campaign: '',
  ledBy: '',
  names: '',
  learned: '',
};

const READING: Reading<Led> = {
  blank,
  depths: { votes: 2, hard: 2, parked: 2 },
};

/** A session that begins now. */
export function newLed(session: string, run: string, startedAt: number, people?: number): Led {
  return {
    schema: LED_SCHEMA,
    run,
    revision: 0,
    session,
    startedAt,
    ...(people === undefined ? {} : { people }),
    ...blank,
  };
}

/** The JSON of it as it is kept: what could not be read again is left out of it. */
export const ledToJson = (led: Led): string =>
  (writeWhatFits(ledSchema, led, READING) ?? { json: JSON.stringify(newLed(led.session, led.run, 0)) }).json;

/** Reads what a browser kept: it may be half, foreign or from another version. What fits of it is read. */
export const restoreLed = (text: string): Restored<Led> =>
  restoreWhatFits(ledSchema, text, LED_SCHEMA, READING);

/** What another window sent, if it is a session as this version knows it. */
export function readSent(value: unknown): Led | undefined {
  const read = v.safeParse(ledSchema, value);
  return read.success ? read.output : undefined;
}
