/**
 * The decision record: what a campaign keeps. What we write is exactly this shape; what we may read goes
 * through the same schema first. Published as JSON Schema at `/schema/decision-record/2.json`.
 */
import * as v from 'valibot';
import { NATIONS, POLLS } from '../questionnaires/places.ts';
import { dateOnly, words } from './fields.ts';

/** Names the shape; a file that names a later number was made by a newer version of the site. */
export const RECORD_SCHEMA = 'clear-canvass/decision-record/2';

/** A file with more bytes than this is refused unread, so none is made. */
export const MOST_BYTES = 10 * 1024 * 1024;

const id = v.pipe(v.string(), v.maxLength(100), v.regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/));
const ids = v.array(id);
const fingerprint = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

const pointAnswer = v.picklist(['yes', 'no', 'not-known']);

/** An answer as stored: see `Answer` in the engine. */
export const answerSchema = v.union([words, v.number(), v.array(id), v.record(id, pointAnswer)]);

const verdict = v.picklist(['stop', 'proceed-if', 'proceed', 'not-needed']);

const citedClause = v.strictObject({
  id,
  strength: v.picklist(['must', 'must-not', 'should', 'should-not', 'may']),
  /** The clause in the plain-English edition's words. */
  text: words,
  /** The section of the code that it stands in. */
  section: words,
});

const citedLaw = v.strictObject({
  id,
  title: words,
  now: words,
  since: words,
  confidence: v.picklist(['confirmed', 'secondary', 'inferred', 'not-confirmed']),
  confidenceNote: v.optional(words),
});

const reason = v.strictObject({
  id,
  /** What was asked for, as shown. */
  label: words,
  /** The person's own words. */
  text: words,
});

/** For what an answer or a to-do holds: the whole campaign, or one list or supplier of it, by its name. */
export const coverSchema = v.strictObject({
  for: v.picklist(['campaign', 'list', 'supplier']),
  /** Absent for the whole campaign, and `name` with it. */
  id: v.optional(id),
  name: v.optional(words),
});
export type Cover = v.InferOutput<typeof coverSchema>;

/** Where an answer was taken from that had been given before, in another use. */
export const carriedSchema = v.strictObject({
  /** What the decision is called in which it was given. */
  title: words,
  /** The fingerprint of its record, where there was one. */
  fingerprint: v.optional(fingerprint),
  /** The day on which that was decided. */
  on: dateOnly,
  holds: coverSchema,
});
export type Carried = v.InferOutput<typeof carriedSchema>;

const step = v.strictObject({
  question: id,
  /** The question as it was shown. */
  text: words,
  answer: answerSchema,
  /** The answer as it was shown, one line an option. */
  said: v.array(words),
  /** True where it says "I don't know yet". */
  notKnown: v.boolean(),
  reasons: v.array(reason),
  /** The kind of evidence to keep. */
  evidence: v.optional(words),
  clauses: ids,
  /** Where it was given before, if it was not given for this decision. */
  carried: v.optional(carriedSchema),
});

const statedAnswer = v.strictObject({
  question: id,
  text: words,
  answer: id,
  said: words,
  /** Why it was not asked. */
  why: words,
  clauses: ids,
});

const openPoint = v.strictObject({
  question: id,
  text: words,
  /** Who or what would settle it. */
  settle: words,
  /** Whether settling it could change the outcome, and not only what there is to do. */
  outcomeRests: v.boolean(),
});

/** A page of the site, from its root, and perhaps a place on it. Nothing that leads elsewhere fits. */
const place = v.pipe(
  v.string(),
  v.maxLength(300),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*(\/[A-Za-z0-9]+([-.][A-Za-z0-9]+)*)*\/?(#[A-Za-z0-9-]+)?$/),
);

/** How far a to-do has come. */
export const todoStateSchema = v.strictObject({
  is: v.picklist(['not-yet', 'done', 'does-not-apply']),
  on: v.optional(dateOnly),
  note: v.optional(words),
  /** Where the campaign had done it already: what that covered. */
  covers: v.optional(coverSchema),
});

const todo = v.strictObject({
  id,
  text: words,
  how: v.optional(words),
  strength: v.picklist(['must', 'should', 'must-by-statute']),
  when: v.array(v.picklist(['before', 'collecting', 'contact', 'during', 'after'])),
  clauses: ids,
  law: ids,
  authority: v.optional(words),
  /** True for this project's own advice. */
  project: v.boolean(),
  /** True while it keeps the campaign from starting. */
  holdsBack: v.boolean(),
  /** For what it is done once. */
  scope: v.picklist(['campaign', 'list', 'supplier', 'use']),
  /** What helps to do it; where it stands is given from the root of the site. */
  help: v.optional(v.strictObject({ label: words, href: v.optional(place) })),
  state: todoStateSchema,
});

const outcomeReason = v.strictObject({
  question: id,
  /** The question and the answer that carry the result, as shown. */
  text: words,
  said: v.array(words),
  /** The clauses of the rules that this answer met. */
  clauses: ids,
});

/** A last day, or a last moment, for what the outcome asks. */
const deadline = v.strictObject({
  /** Absent, with all but the text and the day, where it was recorded in the first shape. */
  id: v.optional(id),
  /** As it was shown. */
  text: words,
  /** Whether it ends on a day, has passed or may have, or has not begun to run. */
  is: v.optional(v.picklist(['on', 'past', 'not-begun'])),
  /** The day, where it is known. */
  on: v.optional(dateOnly),
  /** The moment, where hours are counted: ISO date and time with the offset of the UK. */
  at: v.optional(v.pipe(v.string(), v.isoTimestamp())),
  /** What is counted. */
  clock: v.optional(v.picklist(['months', 'days', 'hours'])),
  /** How many of them. */
  length: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  /** The question whose answer it is counted from. */
  question: v.optional(id),
  /** The clause that sets it. */
  clause: v.optional(id),
});

/** A cause of the result that a rule names. */
const cause = v.strictObject({
  rule: id,
  /** What the rule claims, or what was said of it. */
  text: words,
  clauses: ids,
});

/** Two answers that do not fit together. */
const clash = v.strictObject({
  id,
  /** The rule that finds it. */
  rule: id,
  /** The two questions, in asking order. */
  questions: ids,
  /** What is said of it. */
  text: words,
  clauses: ids,
  /** Whether the person was told and kept both answers. */
  kept: v.boolean(),
});

const editionResult = v.strictObject({
  edition: id,
  name: words,
  /** Absent where this edition asks what was not asked. */
  outcome: v.optional(v.strictObject({ id, name: words, verdict })),
  /** The outcomes that it can still reach, where it asks more. */
  reachable: v.array(v.strictObject({ id, name: words })),
  /** The question that it asks and nobody has answered. */
  asks: v.optional(v.strictObject({ question: id, text: words })),
  /** Where it parts from the deciding edition: the law changes that make the difference. */
  law: ids,
});

/** What people type about the decision as a whole. */
export const detailsSchema = v.strictObject({
  /** What the decision is called. */
  title: words,
  campaign: words,
  nation: v.optional(v.picklist(NATIONS)),
  poll: v.optional(v.picklist(POLLS)),
  decidedBy: words,
  role: words,
  /** Who else controls or handles the data. */
  others: words,
  advice: words,
  /** How long the data is to be kept. */
  keep: words,
  /** Where the evidence is kept. */
  evidence: words,
  reviewOn: v.optional(dateOnly),
  /** The kind of campaigner, and what that is called. */
  kind: v.optional(v.strictObject({ id, name: words })),
  pollingDay: v.optional(dateOnly),
  /** Tells the campaign from others. */
  campaignId: v.optional(id),
});
export type Details = v.InferOutput<typeof detailsSchema>;

/** The use that is decided: one purpose, and one way of reaching people. */
const useSchema = v.strictObject({ id, title: words });

/** A list of people that it uses. */
const listSchema = v.strictObject({ id, name: words });

/** Someone who handles data for the campaign in it. */
const supplierSchema = v.strictObject({ id, name: words, service: v.optional(words) });

/** A decision, in another questionnaire, that called for this one and whose answers it began with. */
export const followedSchema = v.strictObject({
  questionnaire: id,
  /** The question that it answered. */
  title: words,
  /** What that decision is called. */
  decision: words,
  /** The name of its outcome. */
  outcome: words,
  /** Its fingerprint, where its record was downloaded first. */
  fingerprint: v.optional(fingerprint),
});
export type Followed = v.InferOutput<typeof followedSchema>;

/** A record without its fingerprint: what the fingerprint is taken over. */
export const recordBodySchema = v.strictObject({
  schema: v.literal(RECORD_SCHEMA),
  questionnaire: v.strictObject({
    id,
    version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/)),
    title: words,
  }),
  /** The edition that decided. */
  edition: v.strictObject({ id, name: words, restsOn: words }),
  /** That it is not legal advice and from whom it does not come. */
  notice: words,
  /** The regulator's name as it stood. */
  regulator: words,
  details: detailsSchema,
  use: v.optional(useSchema),
  lists: v.array(listSchema),
  suppliers: v.array(supplierSchema),
  /** When the record was made: ISO date and time with offset. */
  madeAt: v.pipe(v.string(), v.isoTimestamp()),
  steps: v.array(step),
  stated: v.array(statedAnswer),
  /** Answers of the steps that do not fit together. */
  clashes: v.array(clash),
  openPoints: v.array(openPoint),
  outcome: v.strictObject({
    id,
    name: words,
    verdict,
    provisional: v.boolean(),
    headline: words,
    /** What to do with this plan, in one plain sentence. */
    plain: v.optional(words),
    /** The causes of the result that the questionnaire names, as far as they were met. */
    because: v.array(cause),
    /** The last days that it sets, the most pressing first. */
    deadlines: v.array(deadline),
    why: words,
    decides: words,
    keep: v.array(words),
    changes: v.array(words),
    instead: v.array(words),
    clauses: ids,
    law: ids,
    reasons: v.array(outcomeReason),
  }),
  editions: v.array(editionResult),
  todos: v.array(todo),
  /** Every clause and law change cited above, once. */
  clauses: v.array(citedClause),
  law: v.array(citedLaw),
  /** The fingerprint of the record that this one takes the place of. */
  supersedes: v.optional(fingerprint),
  /** The decision that called for this one. */
  follows: v.optional(followedSchema),
});
export type RecordBody = v.InferOutput<typeof recordBodySchema>;

export const recordSchema = v.strictObject({
  ...recordBodySchema.entries,
  /** SHA-256, in hex, over the RFC 8785 canonical JSON of everything else. */
  fingerprint,
});
export type DecisionRecord = v.InferOutput<typeof recordSchema>;
