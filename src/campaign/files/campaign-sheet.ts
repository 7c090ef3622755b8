/** The campaign as a document: what its page shows, to be read, filed and handed on, with the campaign itself in it. */
import { plainDate } from '../../records/dates.ts';
import { nationNames, pollNames, strengthName } from '../../records/names.ts';
import { buildSheet, type Sheet, type SheetSection } from '../../records/sheet.ts';
import { verdictMarks } from '../../records/verdict-marks.ts';
import type { Campaign, Cover, Standing, Use } from '../campaign.ts';
import type { Next } from '../next.ts';
import { campaignToJson } from '../read-campaign.ts';

/** What the campaign itself does not know by name: id → name. */
export interface CampaignNames {
  readonly campaigners: Readonly<Record<string, string>>;
  readonly questionnaires: Readonly<Record<string, string>>;
  /** Where a list can be from. */
  readonly sources: Readonly<Record<string, string>>;
}

const NOTICE =
  'This is a copy of what the campaign’s page showed on that day. It is not legal advice, and does not come from the regulator. The decisions themselves, with their reasons, are in the records, which are files of their own. This file carries the campaign, and can be opened again on the page “Your campaign”.';

type Block = SheetSection['blocks'][number];
type Fact = Extract<Block, { kind: 'facts' }>['facts'][number];

const own = (text: string) => ({ text });
const typed = (text: string) => ({ text, typed: true as const });

/** What was typed, unless nothing was. */
const given = (term: string, text: string): Fact[] =>
  text.trim() === '' ? [] : [{ term, said: [typed(text.trim())] }];
const known = (term: string, text: string | undefined): Fact[] =>
  text === undefined ? [] : [{ term, said: [own(text)] }];

const section = (id: string, heading: string, blocks: readonly Block[], none: string): SheetSection => ({
  kind: 'section',
  id,
  heading,
  blocks: blocks.length > 0 ? [...blocks] : [{ kind: 'paragraph', said: own(none) }],
});

/** A list of things that have facts of their own, unless there are none. */
function entries(all: readonly { text: string; mark?: string; facts: Fact[] }[]): Block[] {
  return all.length === 0
    ? []
    : [{ kind: 'entries', entries: all.map(({ text, ...rest }) => ({ ...rest, text: typed(text) })) }];
}

function useEntry(
  { title, questionnaire, decided, lists, suppliers }: Use,
  campaign: Campaign,
  names: CampaignNames,
) {
  const called = (ids: readonly string[], all: readonly { id: string; name: string }[]) =>
    all.flatMap(({ id, name }) => (ids.includes(id) ? [typed(name)] : []));
  const of = (term: string, said: ReturnType<typeof called>): Fact[] =>
    said.length === 0 ? [] : [{ term, said }];
  return {
    text: title,
    facts: [
      ...known('Decided by', names.questionnaires[questionnaire]),
      ...(decided === undefined
        ? known('State', 'Not decided yet')
        : [
            {
              term: 'Result',
              said: [own(`${verdictMarks[decided.verdict].word}. ${decided.plain}`), own(decided.outcome)],
            },
            ...known('Decided on', plainDate(decided.on)),
            ...known('Look at it again on', decided.reviewOn && plainDate(decided.reviewOn)),
            ...of(
              'Still to be done for it',
              decided.todos.map(({ text, strength }) => typed(`${strengthName(strength)}: ${text}`)),
            ),
            ...known('Fingerprint of its record', decided.record),
          ]),
      ...of('Lists', called(lists, campaign.lists)),
      ...of('Suppliers', called(suppliers, campaign.suppliers)),
    ],
  };
}

const STATES = { 'not-yet': 'Not done yet', done: 'Done', 'does-not-apply': 'Does not apply' } as const;

function standingEntry({ todo, covers, state }: Standing, campaign: Campaign) {
  const day = state.on === undefined ? '' : ` on ${plainDate(state.on)}`;
  return {
    mark: strengthName(todo.strength),
    text: todo.text,
    facts: [
      ...given('For', coveredName(campaign, covers)),
      ...known('State', `${STATES[state.is]}${state.is === 'done' ? day : ''}`),
      ...given('Note', state.note ?? ''),
    ],
  };
}

function coveredName({ lists, suppliers }: Campaign, covers: Cover): string {
  if (covers.for === 'campaign') return '';
  return (covers.for === 'list' ? lists : suppliers).find(({ id }) => id === covers.id)?.name ?? '';
}

/** What the document shows, in the order of the campaign’s page. */
export function campaignSections(
  campaign: Campaign,
  next: Next,
  names: CampaignNames,
): readonly SheetSection[] {
  const { who, uses, lists, suppliers, standing } = campaign;
  const whoFacts = [
    ...known('Kind of campaigner', who.kind && names.campaigners[who.kind]),
    ...known('Nation', who.nation && nationNames[who.nation]),
    ...known('Poll', who.poll && pollNames[who.poll]),
    ...known('Polling day', who.pollingDay && plainDate(who.pollingDay)),
    ...given('Who decides', [who.decidedBy, who.role].filter((part) => part.trim() !== '').join(', ')),
    ...given('Where the evidence is kept', who.evidence),
  ];
  const current = uses.filter(({ supersededBy }) => supersededBy === undefined);
  return [
    section(
      'who',
      'Who we are',
      whoFacts.length === 0 ? [] : [{ kind: 'facts', facts: whoFacts }],
      'Nothing has been said of it yet.',
    ),
    section(
      'uses',
      'What we do with people’s details',
      entries(current.map((use) => useEntry(use, campaign, names))),
      'Nothing is planned yet.',
    ),
    section(
      'next',
      'What comes next',
      [
        ...(next.dated.length === 0
          ? []
          : [
              {
                kind: 'table' as const,
                caption: 'By date',
                columns: ['Day', 'What', 'For'],
                rows: next.dated.map(({ on, text, use, overdue }) => [
                  `${plainDate(on)}${overdue ? ' (overdue)' : ''}`,
                  text,
                  use?.title ?? 'The campaign',
                ]),
              },
            ]),
        ...(next.waiting.length === 0
          ? []
          : [
              {
                kind: 'part' as const,
                heading: own('Before you start, without a date'),
                blocks: [
                  {
                    kind: 'list' as const,
                    items: next.waiting.map(({ todo, use }) =>
                      typed(use === undefined ? todo.text : `${todo.text} (${use.title})`),
                    ),
                  },
                ],
              },
            ]),
      ],
      'Nothing is due.',
    ),
    section(
      'once',
      'Done once for the campaign',
      entries(standing.map((one) => standingEntry(one, campaign))),
      'Nothing yet: it comes with the first decision.',
    ),
    section(
      'lists',
      'Lists of people',
      entries(
        lists.map(({ name, source, came, poll }) => ({
          text: name,
          facts: [
            ...known('From', source && names.sources[source]),
            ...known('Came on', came && plainDate(came)),
            ...given('For the poll', poll),
          ],
        })),
      ),
      'None is named.',
    ),
    section(
      'suppliers',
      'Who else handles the data',
      entries(suppliers.map(({ name, service }) => ({ text: name, facts: given('What they do', service) }))),
      'Nobody is named.',
    ),
  ];
}

/** @throws ValiError where something does not fit what such a file holds */
export function campaignSheet(
  campaign: Campaign,
  next: Next,
  names: CampaignNames,
  now: Date,
): Promise<Sheet> {
  return buildSheet(
    {
      kind: 'campaign',
      over: 'Campaign',
      title: campaign.who.name.trim() === '' ? 'Your campaign' : campaign.who.name.trim(),
      notice: NOTICE,
      shown: [...campaignSections(campaign, next, names)],
      data: JSON.parse(campaignToJson(campaign).json) as Record<string, unknown>,
    },
    now,
  );
}
