/**
 * A record as a document: headings, paragraphs, lists and tables in reading order. Every export and the
 * page that opens a record render from this, and the checker inside the HTML file compares with it, so
 * it holds every word that is shown. It imports nothing that the checker would have to carry for it.
 */
import type { Verdict } from '../engine/define.ts';
import { plainDate, plainTime } from './dates.ts';
import { shortFingerprint } from './fingerprint.ts';
import { nationNames, pollNames, scopeNames, strengthName, timeNames } from './names.ts';
import { RECORD_SHAPE, shapeName } from './shape.ts';
import type { Cover, DecisionRecord } from './record.ts';
import { verdictMarks } from './verdict-marks.ts';

/** Some words. */
export interface Said {
  readonly text: string;
  /** True for words that a person typed: any language and direction, line breaks kept. */
  readonly typed?: boolean;
  /** The id, elsewhere in the document, of what they refer to. */
  readonly to?: string;
}

/** A term and what is said of it. References stand on one line, other words on a line each. */
export interface Fact {
  readonly term: string;
  readonly said: readonly Said[];
}

/** One item of a list of things that have facts of their own. */
export interface Entry {
  /** For references to it. */
  readonly id?: string;
  /** A word that stands in the margin, such as a strength. */
  readonly mark?: string;
  readonly text: Said;
  readonly facts: readonly Fact[];
}

export type DocumentBlock =
  | { readonly kind: 'title'; readonly over: string; readonly text: Said }
  | {
      readonly kind: 'verdict';
      readonly verdict: Verdict;
      readonly word: string;
      readonly headline: string;
      /** What to do with this plan, in one plain sentence. It stands above the headline. */
      readonly plain?: string;
      /** The last days for what the outcome asks. */
      readonly lastDays: readonly string[];
      readonly note?: string;
    }
  | {
      readonly kind: 'section';
      readonly id: string;
      readonly heading: string;
      readonly blocks: readonly DocumentBlock[];
    }
  /** A part of a section, which print keeps in one piece where it fits on a page. */
  | { readonly kind: 'part'; readonly heading: Said; readonly blocks: readonly DocumentBlock[] }
  | { readonly kind: 'paragraph'; readonly said: Said; readonly quiet?: boolean }
  | { readonly kind: 'list'; readonly items: readonly Said[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  /** The first cell of a row is its header. */
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'entries'; readonly entries: readonly Entry[] }
  | { readonly kind: 'fingerprint'; readonly groups: readonly string[] };

type RecordedTodo = DecisionRecord['todos'][number];

const CLAUSE_STRENGTHS: Readonly<Record<DecisionRecord['clauses'][number]['strength'], string>> = {
  must: 'must',
  'must-not': 'must not',
  should: 'should',
  'should-not': 'should not',
  may: 'may',
};

const CONFIDENCE_NAMES: Readonly<Record<DecisionRecord['law'][number]['confidence'], string>> = {
  confirmed: 'Confirmed',
  secondary: 'From a secondary source',
  inferred: 'Inferred',
  'not-confirmed': 'Not confirmed',
};

const own = (text: string): Said => ({ text });
const typed = (text: string): Said => ({ text, typed: true });

/** A fact, unless there is nothing to say. */
const fact = (term: string, said: readonly Said[]): Fact[] => (said.length === 0 ? [] : [{ term, said }]);

/** What was typed, or that nothing was. */
const given = (text: string): readonly Said[] => [text.trim() === '' ? own('Not given') : typed(text)];

/**
 * The record as a document, the same for the same record.
 *
 * @param shape the version of the shape in which it was made, where that is not the newest
 */
export function documentOf(record: DecisionRecord, shape: number = RECORD_SHAPE): readonly DocumentBlock[] {
  const { details, outcome } = record;
  const places = new Map(record.clauses.map((clause, place) => [clause.id, place + 1]));
  const clauseFact = (ids: readonly string[]): Fact[] =>
    fact(
      'Clauses',
      ids.map((id) => {
        const place = places.get(id);
        return place === undefined ? own(id) : { text: String(place), to: `clause-${place}` };
      }),
    );
  const lawIds = new Set(record.law.map((change) => change.id));
  const lawFact = (ids: readonly string[]): Fact[] =>
    fact(
      'Law changes',
      ids.map((id) => (lawIds.has(id) ? { text: id, to: `law-${id}` } : own(id))),
    );

  return [
    {
      kind: 'title',
      over: `Decision record: ${record.questionnaire.title}`,
      text: details.title.trim() === '' ? own('Untitled decision') : typed(details.title),
    },
    {
      kind: 'verdict',
      verdict: outcome.verdict,
      word: verdictMarks[outcome.verdict].word,
      headline: outcome.headline,
      ...(outcome.plain === undefined ? {} : { plain: outcome.plain }),
      lastDays: outcome.deadlines.map(({ text }) => text),
      ...(outcome.provisional
        ? { note: 'Provisional: something is not known yet. It stands below, under “What is still open”.' }
        : {}),
    },
    section('decision', 'The decision', [
      {
        kind: 'facts',
        facts: [
          ...record.steps.filter(inOwnWords).flatMap((step) => fact(step.text, step.said.map(typed))),
          ...fact('Use', record.use === undefined ? [] : [typed(record.use.title)]),
          ...fact('Campaign', given(details.campaign)),
          ...fact('Kind of campaigner', details.kind === undefined ? [] : [own(details.kind.name)]),
          ...fact(
            'Decided by',
            given([details.decidedBy, details.role].filter((text) => text.trim() !== '').join(', ')),
          ),
          ...fact('Decided on', [own(plainTime(record.madeAt))]),
          ...fact('To be looked at again on', [
            own(details.reviewOn === undefined ? 'Not given' : plainDate(details.reviewOn)),
          ]),
          ...fact('Nation', [own(details.nation === undefined ? 'Not given' : nationNames[details.nation])]),
          ...fact('Poll', [own(details.poll === undefined ? 'Not given' : pollNames[details.poll])]),
          ...fact(
            'Polling day',
            details.pollingDay === undefined ? [] : [own(plainDate(details.pollingDay))],
          ),
          ...fact(
            'Lists used',
            record.lists.map(({ name }) => typed(name)),
          ),
          ...fact(
            'Suppliers',
            record.suppliers.map(({ name, service }) =>
              typed(service === undefined || service.trim() === '' ? name : `${name}: ${service}`),
            ),
          ),
          ...fact('Who else controls or handles the data', given(details.others)),
          ...fact('Advice taken', given(details.advice)),
          ...fact('How long the data is kept', given(details.keep)),
          ...fact('Where the evidence is kept', given(details.evidence)),
          ...fact('Rules that decided', [own(record.edition.name), own(record.edition.restsOn)]),
          ...fact('Questionnaire', [
            own(`${record.questionnaire.title}, version ${record.questionnaire.version}`),
          ]),
          ...(record.supersedes === undefined
            ? []
            : fact('Takes the place of the record with the fingerprint', [
                own(shortFingerprint(record.supersedes)),
              ])),
          ...(record.follows === undefined
            ? []
            : fact('Called for by the decision', [
                typed(record.follows.decision.trim() === '' ? 'Untitled decision' : record.follows.decision),
                own(`${record.follows.title} ${record.follows.outcome}.`),
                ...(record.follows.fingerprint === undefined
                  ? []
                  : [own(`Fingerprint ${shortFingerprint(record.follows.fingerprint)}`)]),
              ])),
        ],
      },
    ]),
    section('why', 'Why', whyBlocks(record, clauseFact, lawFact)),
    ...todoBlocks(record, clauseFact, lawFact),
    ...openBlocks(record),
    ...clashBlocks(record, clauseFact),
    section('editions', 'Under each edition of the rules', editionBlocks(record)),
    section('answers', 'Every question and answer', answerBlocks(record, clauseFact)),
    ...(record.clauses.length === 0
      ? []
      : [
          section('clauses', 'What the clauses say', [
            {
              kind: 'paragraph',
              quiet: true,
              said: own(
                'From the plain-English edition of the 2019 draft code and the 2020 audits, as it stood when this record was made.',
              ),
            },
            {
              kind: 'entries',
              entries: record.clauses.map((clause, place) => ({
                id: `clause-${place + 1}`,
                mark: CLAUSE_STRENGTHS[clause.strength],
                text: own(`${place + 1}. ${clause.text}`),
                facts: fact('From', [own(`${clause.section} (${clause.id})`)]),
              })),
            },
          ]),
        ]),
    ...(record.law.length === 0
      ? []
      : [
          section('law', 'What has changed in the law', [
            {
              kind: 'entries',
              entries: record.law.map((change) => ({
                id: `law-${change.id}`,
                mark: change.id,
                text: own(change.title),
                facts: [
                  ...fact('Now', [own(change.now)]),
                  ...fact('Since', [own(change.since)]),
                  ...fact('How sure this is', [
                    own(CONFIDENCE_NAMES[change.confidence]),
                    ...(change.confidenceNote === undefined ? [] : [own(change.confidenceNote)]),
                  ]),
                ],
              })),
            },
          ]),
        ]),
    section('notice', 'About this record', [
      { kind: 'paragraph', said: own(record.notice) },
      {
        kind: 'paragraph',
        said: own(`The regulator, as it was called when the record was made: ${record.regulator}.`),
      },
      { kind: 'paragraph', said: own(shapeName(shape)) },
      {
        kind: 'paragraph',
        said: own(
          'Its fingerprint is below. Note it down elsewhere: whoever has the note can tell whether this record has been changed since.',
        ),
      },
      { kind: 'fingerprint', groups: shortFingerprint(record.fingerprint).split(' ') },
    ]),
  ];
}

/** Whether a question was answered in free text. An option is stored by its id, which is never what is shown. */
function inOwnWords(step: DecisionRecord['steps'][number]): boolean {
  return typeof step.answer === 'string' && step.said.length === 1 && step.said[0] === step.answer;
}

function section(id: string, heading: string, blocks: readonly DocumentBlock[]): DocumentBlock {
  return { kind: 'section', id, heading, blocks };
}

function part(heading: string, blocks: readonly DocumentBlock[]): DocumentBlock[] {
  return blocks.length === 0 ? [] : [{ kind: 'part', heading: own(heading), blocks }];
}

const list = (items: readonly string[]): DocumentBlock[] =>
  items.length === 0 ? [] : [{ kind: 'list', items: items.map(own) }];

type References = (ids: readonly string[]) => Fact[];

function whyBlocks({ outcome }: DecisionRecord, clauses: References, law: References): DocumentBlock[] {
  const rests = [...clauses(outcome.clauses), ...law(outcome.law)];
  return [
    { kind: 'paragraph', said: own(outcome.why) },
    ...(rests.length === 0 ? [] : [{ kind: 'facts' as const, facts: rests }]),
    ...part(
      'What led to it',
      outcome.because.length === 0
        ? []
        : [
            {
              kind: 'entries',
              entries: outcome.because.map((cause) => ({
                text: own(cause.text),
                facts: clauses(cause.clauses),
              })),
            },
          ],
    ),
    ...part(
      'The answers that carry this result',
      outcome.reasons.length === 0
        ? []
        : [
            {
              kind: 'paragraph',
              quiet: true,
              said: own('Change any one of these alone, and the result could be another.'),
            },
            {
              kind: 'entries',
              entries: outcome.reasons.map((reason) => ({
                text: own(reason.text),
                facts: [...fact('Answer', reason.said.map(own)), ...clauses(reason.clauses)],
              })),
            },
          ],
    ),
    ...part('Who still decides', [{ kind: 'paragraph', said: own(outcome.decides) }]),
    ...part('What to do instead', list(outcome.instead)),
    ...part('What would change the result', list(outcome.changes)),
    ...part('Evidence to keep', list(outcome.keep)),
  ];
}

/** What something holds for, such as “… the whole campaign”, or a list or a supplier with its name after it. */
function coverSaid(before: string, { for: whom, name = '' }: Cover): readonly Said[] {
  const what = whom === 'campaign' ? 'the whole campaign' : `the ${whom}`;
  return [own(`${before} ${what}`), ...(name.trim() === '' ? [] : [typed(name)])];
}

/** Where an answer was taken from that was not given for this decision. */
function carriedSaid({ carried }: DecisionRecord['steps'][number]): readonly Said[] {
  if (carried === undefined) return [];
  return [
    typed(carried.title.trim() === '' ? 'Untitled decision' : carried.title),
    own(`decided on ${plainDate(carried.on)}`),
    ...(carried.fingerprint === undefined
      ? []
      : [own(`fingerprint ${shortFingerprint(carried.fingerprint)}`)]),
    ...coverSaid('It holds for', carried.holds),
  ];
}

function stateSaid({ state, holdsBack }: RecordedTodo): readonly Said[] {
  const note = [
    ...(state.note === undefined ? [] : [typed(state.note)]),
    ...(state.covers === undefined ? [] : coverSaid('The campaign had done it, for', state.covers)),
  ];
  const on = state.on === undefined ? '' : ` on ${plainDate(state.on)}`;
  switch (state.is) {
    case 'done':
      return [own(`Done${on}`), ...note];
    case 'does-not-apply':
      return [own(holdsBack ? 'Said not to apply, but it still holds you back' : 'Does not apply'), ...note];
    case 'not-yet':
      return [own(holdsBack ? 'Not done yet: do not start before it is' : 'Not done yet'), ...note];
  }
}

function todoBlocks({ todos }: DecisionRecord, clauses: References, law: References): DocumentBlock[] {
  const times = Object.keys(timeNames) as RecordedTodo['when'];
  const blocks = times.flatMap((time) => {
    const due = todos.filter((todo) => todo.when[0] === time);
    return part(
      timeNames[time],
      due.length === 0
        ? []
        : [
            {
              kind: 'entries',
              entries: due.map((todo) => ({
                mark: todo.project ? 'advice' : strengthName(todo.strength),
                text: own(todo.text),
                facts: [
                  ...fact('State', stateSaid(todo)),
                  // Whoever has done it needs no advice on how to.
                  ...fact(
                    'How',
                    todo.how === undefined || todo.state.is !== 'not-yet' ? [] : [own(todo.how)],
                  ),
                  ...fact(
                    'Help',
                    todo.help === undefined || todo.state.is !== 'not-yet' ? [] : helpSaid(todo.help),
                  ),
                  ...fact('Done once for', todo.scope === 'use' ? [] : [own(scopeNames[todo.scope])]),
                  ...fact(
                    'Again',
                    todo.when.slice(1).map((again) => own(timeNames[again])),
                  ),
                  ...fact('Authority', todo.authority === undefined ? [] : [own(todo.authority)]),
                  ...clauses(todo.clauses),
                  ...law(todo.law),
                ],
              })),
            },
          ],
    );
  });
  return blocks.length === 0 ? [] : [section('to-do', 'What there is to do', blocks)];
}

function openBlocks({ openPoints }: DecisionRecord): DocumentBlock[] {
  if (openPoints.length === 0) return [];
  return [
    section('open', 'What is still open', [
      {
        kind: 'entries',
        entries: openPoints.map((point) => ({
          text: own(point.text),
          facts: [
            ...fact('What would settle it', [own(point.settle)]),
            ...fact('What hangs on it', [
              own(point.outcomeRests ? 'The result itself' : 'What there is to do'),
            ]),
          ],
        })),
      },
    ]),
  ];
}

/** What helps, and where it stands: a file has no site to lead to. */
function helpSaid({ label, href }: NonNullable<RecordedTodo['help']>): readonly Said[] {
  return [own(label), ...(href === undefined ? [] : [own(`on Clear Canvass, at ${href}`)])];
}

function clashBlocks({ clashes, steps }: DecisionRecord, clauses: References): DocumentBlock[] {
  if (clashes.length === 0) return [];
  return [
    section('clashes', 'Answers that do not fit together', [
      {
        kind: 'entries',
        entries: clashes.map((clash) => ({
          text: own(clash.text),
          facts: [
            ...clash.questions.flatMap((question) => {
              const step = steps.find((one) => one.question === question);
              return step === undefined ? [] : fact(step.text, step.said.map(inOwnWords(step) ? typed : own));
            }),
            ...fact('What was done', [own(clash.kept ? 'Both were kept' : 'Nothing yet')]),
            ...clauses(clash.clauses),
          ],
        })),
      },
    ]),
  ];
}

function editionBlocks({ editions, edition }: DecisionRecord): DocumentBlock[] {
  const deciding = editions.find((result) => result.edition === edition.id)?.outcome;
  const apart = editions.some(
    ({ outcome }) => outcome?.id !== deciding?.id || outcome?.verdict !== deciding?.verdict,
  );
  if (!apart) {
    return [
      { kind: 'paragraph', said: own('The same answers lead to the same result under each of these.') },
      ...list(editions.map((result) => result.name)),
    ];
  }
  return [
    {
      kind: 'paragraph',
      said: own(
        'The same answers do not lead to the same result under each edition. This record was decided under one of them.',
      ),
    },
    {
      kind: 'table',
      caption: 'The result under each edition',
      columns: ['Edition', 'Result', 'What makes the difference'],
      rows: editions.map((result) => [
        result.edition === edition.id ? `${result.name} (this one decided)` : result.name,
        result.outcome === undefined
          ? [
              result.asks === undefined ? 'It asks more.' : `It asks more: ${result.asks.text}`,
              ...(result.reachable.length === 0
                ? []
                : [`It could be: ${result.reachable.map(({ name }) => name).join('; ')}.`]),
            ].join(' ')
          : `${verdictMarks[result.outcome.verdict].word}: ${result.outcome.name}`,
        result.law.length === 0 ? '–' : result.law.join(', '),
      ]),
    },
  ];
}

function answerBlocks({ steps, stated }: DecisionRecord, clauses: References): DocumentBlock[] {
  return [
    ...steps.map((step, place): DocumentBlock => ({
      kind: 'part',
      heading: own(`${place + 1}. ${step.text}`),
      blocks: [
        {
          kind: 'facts',
          facts: [
            ...fact('Answer', step.said.map(inOwnWords(step) ? typed : own)),
            ...step.reasons.map((reason): Fact => ({ term: reason.label, said: [typed(reason.text)] })),
            ...fact('Taken over from', carriedSaid(step)),
            ...fact('Evidence to keep', step.evidence === undefined ? [] : [own(step.evidence)]),
            ...clauses(step.clauses),
          ],
        },
      ],
    })),
    ...stated.map((one): DocumentBlock => ({
      kind: 'part',
      heading: own(`Not asked: ${one.text}`),
      blocks: [
        {
          kind: 'facts',
          facts: [
            ...fact('Answer', [own(one.said)]),
            ...fact('Why it was not asked', [own(one.why)]),
            ...clauses(one.clauses),
          ],
        },
      ],
    })),
  ];
}

function wordsIn(block: DocumentBlock): readonly string[] {
  const inFact = ({ term, said }: Fact) => [term, ...said.map(({ text }) => text)];
  switch (block.kind) {
    case 'title':
      return [block.over, block.text.text];
    case 'verdict':
      return [
        block.word,
        ...(block.plain === undefined ? [] : [block.plain]),
        block.headline,
        ...block.lastDays,
        ...(block.note === undefined ? [] : [block.note]),
      ];
    case 'section':
      return [block.heading, ...block.blocks.flatMap(wordsIn)];
    case 'part':
      return [block.heading.text, ...block.blocks.flatMap(wordsIn)];
    case 'paragraph':
      return [block.said.text];
    case 'list':
      return block.items.map(({ text }) => text);
    case 'facts':
      return block.facts.flatMap(inFact);
    case 'table':
      return [block.caption, ...block.columns, ...block.rows.flat()];
    case 'entries':
      return block.entries.flatMap(({ mark, text, facts }) => [
        ...(mark === undefined ? [] : [mark]),
        text.text,
        ...facts.flatMap(inFact),
      ]);
    case 'fingerprint':
      return block.groups;
  }
}

/** Text with every run of white space as one space: how texts are compared across formats. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Every word of a document in reading order, squeezed. What an export shows must come to the same. */
export function textOf(blocks: readonly DocumentBlock[]): string {
  return squeeze(blocks.flatMap(wordsIn).join(' '));
}
