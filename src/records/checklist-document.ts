/** The record of a checklist as a document: see `document.ts`. The checker inside the HTML file carries this too. */
import type { ChecklistItem, ChecklistRecord } from './checklist-record.ts';
import { plainDate, plainTime } from './dates.ts';
import type { DocumentBlock, Entry, Fact, Said } from './document.ts';
import { shortFingerprint } from './fingerprint.ts';

const own = (text: string): Said => ({ text });
const given = (text: string): Said => (text.trim() === '' ? own('Not given') : { text, typed: true });

const ORDER: readonly (readonly ChecklistItem['strength'][])[] = [
  ['must', 'must-not'],
  ['should', 'should-not'],
  ['may'],
];

/** Musts first, then shoulds, then mays, each in the order of the list. */
function inOrder(items: readonly ChecklistItem[]): ChecklistItem[] {
  return ORDER.flatMap((strengths) => items.filter(({ strength }) => strengths.includes(strength)));
}

function entryOf({ clause, strength, text, subject, law, state }: ChecklistItem): Entry {
  const facts: Fact[] = [
    ...(state.is === 'ticked' ? [{ term: 'Ticked on', said: [own(plainDate(state.on))] }] : []),
    { term: 'From', said: [own(`${subject.name} (${clause})`)] },
    ...(law.length === 0
      ? []
      : [{ term: 'The law since the draft', said: law.map(({ id, name }) => own(`${id}, ${name}`)) }]),
  ];
  return { mark: strength.replace('-', ' '), text: own(text), facts };
}

function listing(id: string, heading: string, items: readonly ChecklistItem[]): DocumentBlock[] {
  return items.length === 0
    ? []
    : [
        {
          kind: 'section',
          id,
          heading: `${heading} (${items.length})`,
          blocks: [{ kind: 'entries', entries: inOrder(items).map(entryOf) }],
        },
      ];
}

/** The record as a document, the same for the same record. */
export function checklistDocumentOf(record: ChecklistRecord): readonly DocumentBlock[] {
  const { items } = record;
  const stands = (is: ChecklistItem['state']['is']) => items.filter(({ state }) => state.is === is);
  const ticked = (strengths: readonly ChecklistItem['strength'][]): string => {
    const asked = items.filter(({ strength }) => strengths.includes(strength));
    return `${asked.filter(({ state }) => state.is === 'ticked').length} of ${asked.length}`;
  };
  const [musts = [], shoulds = []] = ORDER;
  return [
    { kind: 'title', over: 'Record of a checklist', text: own(record.moment.name) },
    {
      kind: 'section',
      id: 'checklist',
      heading: 'The checklist',
      blocks: [
        {
          kind: 'facts',
          facts: [
            { term: 'Campaign', said: [given(record.campaign)] },
            { term: 'Ticked by', said: [given(record.tickedBy)] },
            { term: 'Made on', said: [own(plainTime(record.madeAt))] },
            { term: 'For', said: [own(record.who?.name ?? 'Any kind of campaigner')] },
            { term: 'Musts ticked', said: [own(ticked(musts))] },
            { term: 'Shoulds ticked', said: [own(ticked(shoulds))] },
          ],
        },
      ],
    },
    ...listing('ticked', 'Ticked', stands('ticked')),
    ...listing('not-ticked', 'Not ticked', stands('not-ticked')),
    ...listing('left-out', 'Left out by choice', stands('left-out')),
    {
      kind: 'section',
      id: 'notice',
      heading: 'About this record',
      blocks: [
        { kind: 'paragraph', said: own(record.notice) },
        {
          kind: 'paragraph',
          said: own(`The regulator, as it was called when the record was made: ${record.regulator}.`),
        },
        {
          kind: 'paragraph',
          said: own(
            'Its fingerprint is below. Note it down elsewhere: whoever has the note can tell whether this record has been changed since.',
          ),
        },
        { kind: 'fingerprint', groups: shortFingerprint(record.fingerprint).split(' ') },
      ],
    },
  ];
}
