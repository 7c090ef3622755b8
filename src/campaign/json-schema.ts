/** The published JSON Schema of a campaign, made from the schema that we read campaigns with. */
import { toJsonSchema } from '@valibot/to-json-schema';
import { LONGEST_TEXT } from '../records/fields.ts';
import { CAMPAIGN_SCHEMA, campaignSchema } from './campaign.ts';

const todoNotes = (path: string) => ({
  [`${path}.id`]: 'The id of the to-do.',
  [`${path}.text`]: 'What is to be done.',
  [`${path}.strength`]: 'How strongly it binds; must-by-statute where the code says less than the law.',
  [`${path}.when`]: 'When it falls due, in order.',
  [`${path}.holdsBack`]: 'Whether it keeps the use from starting.',
  [`${path}.by`]: 'The day by which it has to be done, where one is known.',
});
const coverNotes = (path: string) => ({
  [`${path}.for`]: 'The whole campaign, one list or one supplier.',
  [`${path}.id`]: 'The id of the list or supplier.',
});
const factNotes = (path: string) => ({
  [path]: 'The campaign’s facts at that time.',
  [`${path}.kind`]: 'The kind of campaigner.',
  [`${path}.nation`]: 'The nation.',
  [`${path}.poll`]: 'The kind of poll.',
});

/** Path of a field, `[]` for the items of a list → what stands there. Tested to name every field. */
export const CAMPAIGN_NOTES: Readonly<Record<string, string>> = {
  schema: `Names this shape: always ${CAMPAIGN_SCHEMA}.`,
  id: 'Tells the campaign from others, on every device.',
  revision: 'How often it was written.',
  who: 'Who campaigns. A text that was not given is empty.',
  'who.kind': 'The kind of campaigner.',
  'who.name': 'What the campaign is called.',
  'who.nation': 'The nation that the people are in; several where it is more than one.',
  'who.poll': 'The kind of poll.',
  'who.pollingDay': 'The day of the poll.',
  'who.decidedBy': 'The name of whoever decides.',
  'who.role': 'Their role.',
  'who.evidence': 'Where the evidence is kept.',
  lists: 'Lists of people, which several uses can share.',
  'lists[].id': 'The id of the list.',
  'lists[].name': 'What it is called.',
  'lists[].source': 'Where it came from: an option of the question “sources”.',
  'lists[].came': 'The day on which it came.',
  'lists[].poll': 'The poll for which it came.',
  suppliers: 'Those who handle data for the campaign.',
  'suppliers[].id': 'The id of the supplier.',
  'suppliers[].name': 'Its name.',
  'suppliers[].service': 'What it does.',
  uses: 'What the campaign does with people’s details: one purpose and one way of reaching people each.',
  'uses[].id': 'The id of the use.',
  'uses[].title': 'What it is called.',
  'uses[].plan': 'The id of the plan that it was begun from.',
  'uses[].questionnaire': 'The id of the questionnaire that decides it.',
  'uses[].state': 'Planned, begun or decided.',
  'uses[].lists': 'Ids of the lists that it uses.',
  'uses[].suppliers': 'Ids of the suppliers that it uses.',
  'uses[].calledBy': 'The id of the use that called for it.',
  'uses[].decided': 'What it was decided to be. The whole of it stands in its record.',
  'uses[].decided.verdict': 'What the outcome amounts to.',
  'uses[].decided.outcome': 'The name of the outcome.',
  'uses[].decided.plain': 'What to do with this plan, in one sentence.',
  'uses[].decided.on': 'When it was decided: date and time with the offset of the place.',
  'uses[].decided.reviewOn': 'The day on which to look at it again.',
  'uses[].decided.lastDays': 'Days by which something has to be done.',
  'uses[].decided.lastDays[].on': 'The day.',
  'uses[].decided.lastDays[].text': 'What is said of it.',
  'uses[].decided.todos': 'What is open, and is to be done for this use alone.',
  ...todoNotes('uses[].decided.todos[]'),
  'uses[].decided.version': 'The version of the questionnaire that decided.',
  'uses[].decided.record': 'The fingerprint of its record, where one was made.',
  ...factNotes('uses[].decided.facts'),
  'uses[].supersededBy': 'The id of the use that takes its place.',
  standing: 'To-dos that are done once for what they cover, and not once a use.',
  'standing[].todo': 'The to-do.',
  ...todoNotes('standing[].todo'),
  'standing[].covers': 'What it is done for.',
  ...coverNotes('standing[].covers'),
  'standing[].state': 'How far it has come.',
  'standing[].state.is': 'Done, not yet, or does not apply.',
  'standing[].state.on': 'The day on which it was done.',
  'standing[].state.note': 'What was done, or why it does not apply.',
  'standing[].askedBy': 'Ids of the uses that ask for it.',
  'standing[].seen':
    'Question id → the options that uses had when it was asked for. A new one makes it due again.',
  'standing[].reopenedBy': 'The id of the use by which it is due again.',
  settled: 'Answers that hold for more than the use in which they were given.',
  'settled[].question': 'The id of the question.',
  'settled[].text': 'The question as it was shown.',
  'settled[].answer': 'The answer as a record stores it.',
  'settled[].said': 'The answer as it was shown, one line an option.',
  'settled[].reasons': 'Reason id → the person’s own words.',
  'settled[].holds': 'What it holds for.',
  ...coverNotes('settled[].holds'),
  'settled[].from': 'Where it was given.',
  'settled[].from.use': 'The id of that use, which may be gone.',
  'settled[].from.title': 'What that use is called.',
  'settled[].from.record': 'The fingerprint of its record, where there is one.',
  'settled[].from.on': 'The day on which that was decided.',
  'settled[].questionnaire': 'The id of the questionnaire.',
  'settled[].version': 'Its version.',
  ...factNotes('settled[].facts'),
  texts: 'What is kept of the texts that the campaign uses.',
  'texts.gaps': 'Gap → what was typed in it.',
  'texts.conditions': 'Condition → whether it holds, where no record says.',
  'texts.used': 'What each text that was used rested on.',
  'texts.used[].id': 'The id of the text.',
  'texts.used[].on': 'When it was last copied, printed, downloaded or found to be up to date.',
  'texts.used[].rests': 'What it rested on.',
  'texts.used[].rests[].place': 'The gap, condition or row.',
  'texts.used[].rests[].what': 'What that is, in words.',
  'texts.used[].rests[].said': 'What was known of it.',
  'texts.used[].rests[].from': 'Where that was known from, in words.',
  begunFrom: 'The id of last year’s campaign, where this one was begun from it.',
  copiedOutOn: 'When it was last copied out.',
  changedOn: 'When it was last changed.',
};

interface Schema {
  description?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  oneOf?: Schema[];
}

/** Puts what stands in each field beside it. */
function describe(schema: Schema, path: string): void {
  const note = CAMPAIGN_NOTES[path];
  if (note !== undefined) schema.description = note;
  for (const [name, inner] of Object.entries(schema.properties ?? {}))
    describe(inner, path === '' ? name : `${path}.${name}`);
  // One of several shapes has its fields at the same place.
  for (const one of schema.oneOf ?? [])
    for (const [name, inner] of Object.entries(one.properties ?? {})) describe(inner, `${path}.${name}`);
  if (schema.items !== undefined) describe(schema.items, `${path}[]`);
}

/** The JSON Schema (draft 2020-12) of a campaign, every field described. */
export function campaignJsonSchema(): Record<string, unknown> {
  const schema = structuredClone(toJsonSchema(campaignSchema, { target: 'draft-2020-12' })) as Schema &
    Record<string, unknown>;
  describe(schema, '');
  const { $schema, ...rest } = schema;
  return {
    $schema,
    title: 'Campaign of Clear Canvass, version 1',
    description: `Who campaigns, what they do with people’s details, and what holds for all of that. In a campaign’s ZIP it is campaign.json. No text is longer than ${LONGEST_TEXT} UTF-16 units. A file that repeats a name within an object, or has one called __proto__, constructor or prototype, is refused.`,
    ...rest,
  };
}
