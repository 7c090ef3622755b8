/** The published JSON Schema of a decision record, made from the schema that we read records with. */
import { toJsonSchema } from '@valibot/to-json-schema';
import { LONGEST_TEXT } from './fields.ts';
import { RECORD_SCHEMA, recordSchema } from './record.ts';

/** Where the schema stands on the site, relative to its root. */
export const SCHEMA_PATH = 'schema/decision-record/1.json';

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
  stated: 'Answers that others settle, and so were not asked.',
  'stated[].question': 'The id of the question.',
  'stated[].text': 'The question.',
  'stated[].answer': 'The option id.',
  'stated[].said': 'The answer as it would have been shown.',
  'stated[].why': 'Why it was not asked.',
  'stated[].clauses': 'Ids of the clauses behind it.',
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
  'outcome.deadline': 'The last day for what the outcome asks, where the law sets one.',
  'outcome.deadline.text': 'The last day as it was shown.',
  'outcome.deadline.on': 'The day itself, where the date that it counts from is known.',
  'outcome.why': 'Why, in terms of the answers.',
  'outcome.decides': 'Who must still decide, and what.',
  'outcome.keep': 'The evidence to keep.',
  'outcome.changes': 'What would change the result.',
  'outcome.instead': 'What can be done instead.',
  'outcome.clauses': 'Ids of the clauses that it rests on.',
  'outcome.law': 'Ids of the law changes that it rests on.',
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
  'todos[].state': 'How far it has come.',
  'todos[].state.is': 'Done, not yet, or does not apply.',
  'todos[].state.on': 'The day on which it was done.',
  'todos[].state.note': 'What was done, or why it does not apply.',
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

interface Schema {
  description?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
}

function describe(schema: Schema, path: string): void {
  const note = FIELD_NOTES[path];
  if (note !== undefined) schema.description = note;
  for (const [name, inner] of Object.entries(schema.properties ?? {}))
    describe(inner, path === '' ? name : `${path}.${name}`);
  if (schema.items !== undefined) describe(schema.items, `${path}[]`);
}

/** The JSON Schema (draft 2020-12) of a record, every field described. */
export function recordJsonSchema(): Record<string, unknown> {
  const schema = structuredClone(toJsonSchema(recordSchema, { target: 'draft-2020-12' })) as Schema &
    Record<string, unknown>;
  describe(schema, '');
  const { $schema, ...rest } = schema;
  return {
    $schema,
    title: 'Decision record of Clear Canvass, version 1',
    description: `A decision about the use of voters’ personal data, as a campaign keeps it. No text is longer than ${LONGEST_TEXT} UTF-16 units. A file that repeats a name within an object, or has one called __proto__, constructor or prototype, is refused.`,
    ...rest,
  };
}
