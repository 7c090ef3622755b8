/**
 * The decision record: what a campaign keeps. What we write is exactly this shape; what we may read goes
 * through the same schema first. Published as JSON Schema at `/schema/decision-record/1.json`.
 */
import * as v from 'valibot';
import { dateOnly, words } from './fields.ts';

/** Names the shape; a file that names a later number was made by a newer version of the site. */
export const RECORD_SCHEMA = 'clear-canvass/decision-record/1';

/** A file with more bytes than this is refused unread, so none is made. */
export const MOST_BYTES = 10 * 1024 * 1024;

const id = v.pipe(v.string(), v.maxLength(100), v.regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/));
const ids = v.array(id);

/** Which of the nations the people are in: registers, voting age and freepost rules differ. */
export const NATIONS = ['england', 'scotland', 'wales', 'northern-ireland', 'several'] as const;

/** Which kind of poll it is for. */
export const POLLS = [
  'uk-parliament',
  'scottish-parliament',
  'senedd',
  'northern-ireland-assembly',
  'local',
  'mayor-or-commissioner',
  'referendum',
  'recall-petition',
  'no-poll',
] as const;

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
  state: v.strictObject({
    is: v.picklist(['not-yet', 'done', 'does-not-apply']),
    on: v.optional(dateOnly),
    note: v.optional(words),
  }),
});

const outcomeReason = v.strictObject({
  question: id,
  /** The question and the answer that carry the result, as shown. */
  text: words,
  said: v.array(words),
  /** The clauses of the rules that this answer met. */
  clauses: ids,
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
});
export type Details = v.InferOutput<typeof detailsSchema>;

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
  fingerprint: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
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
  /** When the record was made: ISO date and time with offset. */
  madeAt: v.pipe(v.string(), v.isoTimestamp()),
  steps: v.array(step),
  stated: v.array(statedAnswer),
  openPoints: v.array(openPoint),
  outcome: v.strictObject({
    id,
    name: words,
    verdict,
    provisional: v.boolean(),
    headline: words,
    /** The last day, where the outcome sets one, as shown; the day itself where a date was given. */
    deadline: v.optional(v.strictObject({ text: words, on: v.optional(dateOnly) })),
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
  supersedes: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
  /** The decision that called for this one. */
  follows: v.optional(followedSchema),
});
export type RecordBody = v.InferOutput<typeof recordBodySchema>;

export const recordSchema = v.strictObject({
  ...recordBodySchema.entries,
  /** SHA-256, in hex, over the RFC 8785 canonical JSON of everything else. */
  fingerprint: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});
export type DecisionRecord = v.InferOutput<typeof recordSchema>;
