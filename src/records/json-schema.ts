/** The published JSON Schema of a decision record, made from the schema that we read records with. */
import { toJsonSchema } from '@valibot/to-json-schema';
import { LONGEST_TEXT } from './fields.ts';
import { FIRST_RECORD_SCHEMA, firstRecordSchema } from './record-1.ts';
import { RECORD_SCHEMA, recordSchema } from './record.ts';

/** Path of a field, `[]` for the items of a list → what stands there. Tested to name every field. */
export const FIELD_NOTES: Readonly<Record<string, string>> = {
  schema: `Names this shape: always ${RECORD_SCHEMA}.`,
  questionnaire: 'The questionnaire that was answered.',
  'questionnaire.id': 'Its id, which is never used again for another.',
  'questionnaire.version': 'Its semantic version; it changes whenever a journey through it changes.',
  'questionnaire.title': 'Its title as shown.',
  edition: 'The edition, a dated set of rules, that decided.',
  'edition.id': 'Its id.',
  'edition.name': 'Its name as shown.',
  'edition.restsOn': 'Which layer of the law its words rest on.',
  notice: 'That the record is not legal advice, and from whom it does not come.',
  regulator: 'The regulator’s name as it stood.',
  details: 'What was typed about the decision as a whole. A text that was not given is empty.',
  'details.title': 'What the decision is called.',
  'details.campaign': 'The campaign that decided.',
  'details.nation': 'The nation that the people are in; several where it is more than one.',
  'details.poll': 'The kind of poll.',
  'details.decidedBy': 'The name of whoever decided.',
  'details.role': 'Their role.',
  'details.others': 'Who else controls or handles the data.',
  'details.advice': 'The legal advice that was taken.',
  'details.keep': 'How long the data is to be kept.',
  'details.evidence': 'Where the evidence is kept.',
  'details.reviewOn': 'The day on which to look at the decision again.',
  'details.kind': 'The kind of campaigner.',
  'details.kind.id': 'Its id: an option of the question who.',
  'details.kind.name': 'What it is called.',
  'details.pollingDay': 'The day of the poll.',
  'details.campaignId': 'An id that tells the campaign from others, on every device.',
  use: 'The use that is decided: one purpose, and one way of reaching people.',
  'use.id': 'An id that tells it from others.',
  'use.title': 'What it is called.',
  lists: 'The lists of people that it uses.',
  'lists[].id': 'An id that tells the list from others.',
  'lists[].name': 'What it is called.',
  suppliers: 'Those who handle data for the campaign in this use.',
  'suppliers[].id': 'An id that tells the supplier from others.',
  'suppliers[].name': 'Their name.',
  'suppliers[].service': 'What they do.',
  madeAt: 'When the record was made: date and time with the offset of the place.',
  steps: 'Every question on the path, in order. Answers that a later change set aside are not in a record.',
  'steps[].question': 'The id of the question.',
  'steps[].text': 'The question as it was shown.',
  'steps[].answer':
    'The answer as stored: an option id, or not-known; a list of option ids; yes, no or not-known for each point; an ISO date; a number; or free text.',
  'steps[].said': 'The answer as it was shown, one line an option.',
  'steps[].notKnown': 'Whether it says “I don’t know yet” anywhere.',
  'steps[].reasons': 'The reasons given.',
  'steps[].reasons[].id': 'The id of the reason asked for.',
  'steps[].reasons[].label': 'What was asked for, as shown.',
  'steps[].reasons[].text': 'The person’s own words.',
  'steps[].evidence': 'The kind of evidence to keep.',
  'steps[].clauses': 'Ids of the clauses that the question rests on.',
  'steps[].carried': 'Where the answer was taken from, if it was not given for this decision.',
  'steps[].carried.title': 'What the decision is called in which it was given.',
  'steps[].carried.fingerprint': 'The fingerprint of its record, where there was one.',
  'steps[].carried.on': 'The day on which that was decided.',
  'steps[].carried.holds': 'What the answer holds for.',
  'steps[].carried.holds.for': 'The whole campaign, or one list or supplier of it.',
  'steps[].carried.holds.id': 'The id of the list or the supplier.',
  'steps[].carried.holds.name': 'Its name.',
  stated: 'Answers that others settle, and so were not asked.',
  'stated[].question': 'The id of the question.',
  'stated[].text': 'The question.',
  'stated[].answer': 'The option id.',
  'stated[].said': 'The answer as it would have been shown.',
  'stated[].why': 'Why it was not asked.',
  'stated[].clauses': 'Ids of the clauses behind it.',
  clashes: 'Answers of the steps that do not fit together.',
  'clashes[].id': 'The id of the clash in its questionnaire.',
  'clashes[].rule': 'The rule that finds it.',
  'clashes[].questions': 'The ids of the two questions, in asking order.',
  'clashes[].text': 'What is said of it.',
  'clashes[].clauses': 'Ids of the clauses of its rule.',
  'clashes[].kept': 'Whether the person was told and kept both answers.',
  openPoints: 'Each “I don’t know yet” that could still change something.',
  'openPoints[].question': 'The id of the question.',
  'openPoints[].text': 'The question.',
  'openPoints[].settle': 'Who or what would settle it.',
  'openPoints[].outcomeRests':
    'Whether settling it could change the outcome, and not only what there is to do.',
  outcome: 'What the answers point to under the deciding edition.',
  'outcome.id': 'The id of the finding.',
  'outcome.name': 'Its short name.',
  'outcome.verdict': 'What it amounts to, given the to-dos and the open points.',
  'outcome.provisional': 'Whether there is an open point.',
  'outcome.headline': 'The finding in a sentence.',
  'outcome.plain': 'What to do with this plan, in one plain sentence.',
  'outcome.because': 'The causes of the result that the questionnaire names, as far as they were met.',
  'outcome.because[].rule': 'The rule that was met.',
  'outcome.because[].text': 'The cause in a sentence.',
  'outcome.because[].clauses': 'Ids of the clauses of that rule.',
  'outcome.deadlines': 'The last days for what the outcome asks, the most pressing first.',
  'outcome.deadlines[].id':
    'Its id in the outcome. A last day from a record of the first shape has its text, and perhaps its day, and no more.',
  'outcome.deadlines[].text': 'The last day as it was shown.',
  'outcome.deadlines[].is': 'Whether it ends on a day, has passed or may have, or has not begun to run.',
  'outcome.deadlines[].on': 'The day itself, where the date that it counts from is known.',
  'outcome.deadlines[].at': 'The moment, where hours are counted, with the offset of the UK.',
  'outcome.deadlines[].clock': 'What is counted: months, days or hours.',
  'outcome.deadlines[].length': 'How many of them.',
  'outcome.deadlines[].question': 'The id of the question whose answer it is counted from.',
  'outcome.deadlines[].clause': 'The id of the clause that sets it.',
  'outcome.why': 'Why, in terms of the answers.',
  'outcome.decides': 'Who must still decide, and what.',
  'outcome.keep': 'The evidence to keep.',
  'outcome.changes': 'What would change the result.',
  'outcome.instead': 'What can be done instead.',
  'outcome.clauses': 'Ids of the clauses that it rests on.',
  'outcome.law':
    'Ids of the law changes that it rests on, and of those behind the rules that decided on the way.',
  'outcome.reasons': 'The answers that carry it: a change of any one of them alone could alter it.',
  'outcome.reasons[].question': 'The id of the question.',
  'outcome.reasons[].text': 'The question.',
  'outcome.reasons[].said': 'The answer as it was shown.',
  'outcome.reasons[].clauses': 'Ids of the clauses of the question and of the rules that this answer met.',
  editions: 'The same answers under every edition, oldest first.',
  'editions[].edition': 'The id of the edition.',
  'editions[].name': 'Its name.',
  'editions[].outcome': 'What it comes to; absent where this edition asks what was not asked.',
  'editions[].outcome.id': 'The id of the finding.',
  'editions[].outcome.name': 'Its short name.',
  'editions[].outcome.verdict': 'What it amounts to.',
  'editions[].reachable': 'Where it asks more: the findings that it can still reach.',
  'editions[].reachable[].id': 'The id of the finding.',
  'editions[].reachable[].name': 'Its short name.',
  'editions[].asks': 'The question that it asks and nobody has answered.',
  'editions[].asks.question': 'The id of the question.',
  'editions[].asks.text': 'The question.',
  'editions[].law':
    'Where it parts from the deciding edition: ids of the law changes that make the difference.',
  todos: 'What there is to do.',
  'todos[].id': 'The id of the to-do.',
  'todos[].text': 'What is to be done.',
  'todos[].how': 'How to go about it.',
  'todos[].strength': 'How strongly it binds; must-by-statute where the code says less than the law.',
  'todos[].when': 'When it falls due, in order.',
  'todos[].clauses': 'Ids of the clauses that ask for it.',
  'todos[].law': 'Ids of the law changes that ask for it.',
  'todos[].authority': 'The statute, where the strength comes from it.',
  'todos[].project': 'Whether it is this project’s own advice, which no clause stands behind.',
  'todos[].holdsBack': 'Whether it keeps the campaign from starting.',
  'todos[].scope': 'For what it is done once: the whole campaign, a list, a supplier, or each use.',
  'todos[].help': 'What helps to do it.',
  'todos[].help.label': 'What that is called.',
  'todos[].help.href': 'Where it stands, from the root of the site.',
  'todos[].state': 'How far it has come.',
  'todos[].state.is': 'Done, not yet, or does not apply.',
  'todos[].state.on': 'The day on which it was done.',
  'todos[].state.note': 'What was done, or why it does not apply.',
  'todos[].state.covers': 'Where the campaign had done it already: what that covered.',
  'todos[].state.covers.for': 'The whole campaign, or one list or supplier of it.',
  'todos[].state.covers.id': 'The id of the list or the supplier.',
  'todos[].state.covers.name': 'Its name.',
  clauses: 'Every clause cited, once, in the order in which the document cites it.',
  'clauses[].id': 'The id of the clause.',
  'clauses[].strength': 'How strongly it binds.',
  'clauses[].text': 'The clause in the words of the plain-English edition.',
  'clauses[].section': 'The section that it stands in.',
  law: 'Every law change cited, once.',
  'law[].id': 'The id in the law list.',
  'law[].title': 'The change in a few words.',
  'law[].now': 'What is so now.',
  'law[].since': 'Since when.',
  'law[].confidence': 'How sure the law list is of it.',
  'law[].confidenceNote': 'Which part is less sure, and why.',
  supersedes: 'The fingerprint of the record that this one takes the place of.',
  follows: 'A decision in another questionnaire that called for this one.',
  'follows.questionnaire': 'The id of that questionnaire.',
  'follows.title': 'The question that it answers.',
  'follows.decision': 'What that decision is called.',
  'follows.outcome': 'The name of its outcome.',
  'follows.fingerprint': 'The fingerprint of its record, where that was downloaded first.',
  fingerprint:
    'SHA-256, in 64 hex digits, over the RFC 8785 canonical JSON of everything else in the record. It shows that nothing has changed since it was taken, to whoever noted it elsewhere; it does not show who made the record.',
};

/** What was said of fields of the first shape that the newest has not, or has otherwise. */
const FIRST_NOTES: typeof FIELD_NOTES = {
  schema: `Names this shape: always ${FIRST_RECORD_SCHEMA}.`,
  'outcome.deadline': 'The last day for what the outcome asks, where the law sets one.',
  'outcome.deadline.text': 'The last day as it was shown.',
  'outcome.deadline.on': 'The day itself, where the date that it counts from is known.',
  'outcome.law': 'Ids of the law changes that it rests on.',
};

interface Schema {
  description?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
}

function describe(schema: Schema, notes: typeof FIELD_NOTES, path = ''): void {
  const note = notes[path];
  if (note !== undefined) schema.description = note;
  for (const [name, inner] of Object.entries(schema.properties ?? {}))
    describe(inner, notes, path === '' ? name : `${path}.${name}`);
  if (schema.items !== undefined) describe(schema.items, notes, `${path}[]`);
}

const SHAPES = {
  1: { schema: firstRecordSchema, notes: { ...FIELD_NOTES, ...FIRST_NOTES } },
  2: { schema: recordSchema, notes: FIELD_NOTES },
} as const;

/** The versions whose JSON Schema is published, oldest first. */
export const PUBLISHED_VERSIONS = [1, 2] as const;

/** The JSON Schema (draft 2020-12) of a record of one version, every field described. */
export function recordJsonSchema(version: keyof typeof SHAPES): Record<string, unknown> {
  const { schema: shape, notes } = SHAPES[version];
  const schema = structuredClone(toJsonSchema(shape, { target: 'draft-2020-12' })) as Schema &
    Record<string, unknown>;
  describe(schema, notes);
  const { $schema, ...rest } = schema;
  return {
    $schema,
    title: `Decision record of Clear Canvass, version ${version}`,
    description: `A decision about the use of voters’ personal data, as a campaign keeps it. No text is longer than ${LONGEST_TEXT} UTF-16 units. A file that repeats a name within an object, or has one called __proto__, constructor or prototype, is refused.`,
    ...rest,
  };
}
