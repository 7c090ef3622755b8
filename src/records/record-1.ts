/**
 * The first shape of a decision record, as it was written until the second took its place. It is never changed: records
 * of it are read through it before they are brought into the newest shape, and its JSON Schema stays published.
 */
import * as v from 'valibot';
import { dateOnly, words } from './fields.ts';

export const FIRST_RECORD_SCHEMA = 'clear-canvass/decision-record/1';

const id = v.pipe(v.string(), v.maxLength(100), v.regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/));
const ids = v.array(id);

const NATIONS = ['england', 'scotland', 'wales', 'northern-ireland', 'several'] as const;

const POLLS = [
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

const answerSchema = v.union([words, v.number(), v.array(id), v.record(id, pointAnswer)]);

const verdict = v.picklist(['stop', 'proceed-if', 'proceed', 'not-needed']);

const citedClause = v.strictObject({
  id,
  strength: v.picklist(['must', 'must-not', 'should', 'should-not', 'may']),
  text: words,
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
  label: words,
  text: words,
});

const step = v.strictObject({
  question: id,
  text: words,
  answer: answerSchema,
  said: v.array(words),
  notKnown: v.boolean(),
  reasons: v.array(reason),
  evidence: v.optional(words),
  clauses: ids,
});

const statedAnswer = v.strictObject({
  question: id,
  text: words,
  answer: id,
  said: words,
  why: words,
  clauses: ids,
});

const openPoint = v.strictObject({
  question: id,
  text: words,
  settle: words,
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
  project: v.boolean(),
  holdsBack: v.boolean(),
  state: v.strictObject({
    is: v.picklist(['not-yet', 'done', 'does-not-apply']),
    on: v.optional(dateOnly),
    note: v.optional(words),
  }),
});

const outcomeReason = v.strictObject({
  question: id,
  text: words,
  said: v.array(words),
  clauses: ids,
});

const editionResult = v.strictObject({
  edition: id,
  name: words,
  outcome: v.optional(v.strictObject({ id, name: words, verdict })),
  reachable: v.array(v.strictObject({ id, name: words })),
  asks: v.optional(v.strictObject({ question: id, text: words })),
  law: ids,
});

const detailsSchema = v.strictObject({
  title: words,
  campaign: words,
  nation: v.optional(v.picklist(NATIONS)),
  poll: v.optional(v.picklist(POLLS)),
  decidedBy: words,
  role: words,
  others: words,
  advice: words,
  keep: words,
  evidence: words,
  reviewOn: v.optional(dateOnly),
});

const followedSchema = v.strictObject({
  questionnaire: id,
  title: words,
  decision: words,
  outcome: words,
  fingerprint: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
});

export const firstRecordSchema = v.strictObject({
  schema: v.literal(FIRST_RECORD_SCHEMA),
  questionnaire: v.strictObject({
    id,
    version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/)),
    title: words,
  }),
  edition: v.strictObject({ id, name: words, restsOn: words }),
  notice: words,
  regulator: words,
  details: detailsSchema,
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
  clauses: v.array(citedClause),
  law: v.array(citedLaw),
  supersedes: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
  follows: v.optional(followedSchema),
  fingerprint: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});
