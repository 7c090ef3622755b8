/**
 * The annexes of a decision record: every answer and reason, what there is to do, the statements and the law that it
 * rests on, and the editions. With the first sides (`record-document.ts`) they hold all that is in it.
 */
import { plainDate } from './dates.ts';
import {
  entries,
  fact,
  facts,
  list,
  own,
  part,
  typed,
  type DocumentBlock,
  type Fact,
  type Said,
} from './document.ts';
import { shortFingerprint } from './fingerprint.ts';
import { nationNames, pollNames, scopeNames, strengthName, timeNames } from './names.ts';
import type { Cover, DecisionRecord } from './record.ts';
import { verdictMarks } from './verdict-marks.ts';

type RecordedTodo = DecisionRecord['todos'][number];
type References = (ids: readonly string[]) => Fact[];

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

/** What was typed, or that nothing was. */
const given = (text: string): readonly Said[] => [text.trim() === '' ? own('Not given') : typed(text)];

/** What the annexes are called where the first sides point to them. */
export const ANNEXES = {
  answers: 'A. Every answer and reason',
  todos: 'B. What there is to do',
  rests: 'C. The statements and the law that this rests on',
  editions: 'D. Under each edition of the rules',
} as const;

/**
 * @param before what the first sides have cut short or left out, in full
 */
export function annexesOf(
  record: DecisionRecord,
  before: { readonly facts: readonly Fact[]; readonly open: DecisionRecord['openPoints'] },
): DocumentBlock[] {
  const places = new Map(record.clauses.map((clause, place) => [clause.id, place + 1]));
  const clauses: References = (ids) =>
    fact(
      'Clauses',
      ids.map((id) => {
        const place = places.get(id);
        return place === undefined ? own(id) : { text: String(place), to: `clause-${place}` };
      }),
    );
  const lawIds = new Set(record.law.map((change) => change.id));
  const law: References = (ids) =>
    fact(
      'Law changes',
      ids.map((id) => (lawIds.has(id) ? { text: id, to: `law-${id}` } : own(id))),
    );
  const annex = (id: string, heading: string, blocks: readonly DocumentBlock[]): DocumentBlock[] =>
    blocks.length === 0 ? [] : [{ kind: 'annex', id, heading, blocks }];
  return [
    ...annex('answers', ANNEXES.answers, [
      ...part('About this decision', facts([...before.facts, ...aboutFacts(record)])),
      ...resultBlocks(record, clauses, law),
      ...part('Still open besides', entries(before.open.map(openEntry))),
      ...clashBlocks(record, clauses),
      ...answerBlocks(record, clauses),
    ]),
    ...annex('to-do', ANNEXES.todos, todoBlocks(record, clauses, law)),
    ...annex('rests-on', ANNEXES.rests, [...clauseBlocks(record), ...lawBlocks(record)]),
    ...annex('editions', ANNEXES.editions, editionBlocks(record)),
  ];
}

/** Whether a question was answered in free text. An option is stored by its id, which is never what is shown. */
export function inOwnWords(step: DecisionRecord['steps'][number]): boolean {
  return typeof step.answer === 'string' && step.said.length === 1 && step.said[0] === step.answer;
}

/** An open point with what would settle it, and what hangs on it. */
export function openEntry(point: DecisionRecord['openPoints'][number]): {
  readonly text: Said;
  readonly facts: readonly Fact[];
} {
  return {
    text: own(point.text),
    facts: [
      ...fact('What would settle it', [own(point.settle)]),
      ...fact('What hangs on it', [own(point.outcomeRests ? 'The result itself' : 'What there is to do')]),
    ],
  };
}

function aboutFacts(record: DecisionRecord): Fact[] {
  const { details, supersedes, follows } = record;
  return [
    ...fact('Nation', [own(details.nation === undefined ? 'Not given' : nationNames[details.nation])]),
    ...fact('Poll', [own(details.poll === undefined ? 'Not given' : pollNames[details.poll])]),
    ...fact('Polling day', details.pollingDay === undefined ? [] : [own(plainDate(details.pollingDay))]),
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
    ...fact('What the rules rest on', [own(record.edition.restsOn)]),
    ...fact('Questionnaire', [own(`${record.questionnaire.title}, version ${record.questionnaire.version}`)]),
    ...fact(
      'Takes the place of the record with the fingerprint',
      supersedes === undefined ? [] : [own(shortFingerprint(supersedes))],
    ),
    ...fact(
      'Called for by the decision',
      follows === undefined
        ? []
        : [
            typed(follows.decision.trim() === '' ? 'Untitled decision' : follows.decision),
            own(`${follows.title} ${follows.outcome}.`),
            ...(follows.fingerprint === undefined
              ? []
              : [own(`Fingerprint ${shortFingerprint(follows.fingerprint)}`)]),
          ],
    ),
  ];
}

function resultBlocks({ outcome }: DecisionRecord, clauses: References, law: References): DocumentBlock[] {
  return [
    ...part('What the result rests on', facts([...clauses(outcome.clauses), ...law(outcome.law)])),
    ...part(
      'What led to it',
      entries(outcome.because.map((cause) => ({ text: own(cause.text), facts: clauses(cause.clauses) }))),
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
            ...entries(
              outcome.reasons.map((reason) => ({
                text: own(reason.text),
                facts: [...fact('Answer', reason.said.map(own)), ...clauses(reason.clauses)],
              })),
            ),
          ],
    ),
    ...part('Who still decides', [{ kind: 'paragraph', said: own(outcome.decides) }]),
    // A stop says on its first side what can be done instead.
    ...part('What to do instead', outcome.verdict === 'stop' ? [] : list(outcome.instead)),
    ...part('What would change the result', list(outcome.changes)),
    ...part('Evidence to keep', list(outcome.keep)),
  ];
}

function clauseBlocks({ clauses }: DecisionRecord): DocumentBlock[] {
  if (clauses.length === 0) return [];
  return part('What the clauses say', [
    {
      kind: 'paragraph',
      quiet: true,
      said: own(
        'From the plain-English edition of the 2019 draft code and the 2020 audits, as it stood when this record was made.',
      ),
    },
    ...entries(
      clauses.map((clause, place) => ({
        id: `clause-${place + 1}`,
        mark: CLAUSE_STRENGTHS[clause.strength],
        text: own(`${place + 1}. ${clause.text}`),
        facts: fact('From', [own(`${clause.section} (${clause.id})`)]),
      })),
    ),
  ]);
}

function lawBlocks({ law }: DecisionRecord): DocumentBlock[] {
  return part(
    'What has changed in the law',
    entries(
      law.map((change) => ({
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
    ),
  );
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
      entries(
        due.map((todo) => ({
          mark: todo.project ? 'advice' : strengthName(todo.strength),
          text: own(todo.text),
          facts: [
            ...fact('State', stateSaid(todo)),
            // Whoever has done it needs no advice on how to.
            ...fact('How', todo.how === undefined || todo.state.is !== 'not-yet' ? [] : [own(todo.how)]),
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
      ),
    );
  });
  return blocks;
}

/** What helps, and where it stands: a file has no site to lead to. */
function helpSaid({ label, href }: NonNullable<RecordedTodo['help']>): readonly Said[] {
  return [own(label), ...(href === undefined ? [] : [own(`on Clear Canvass, at ${href}`)])];
}

function clashBlocks({ clashes, steps }: DecisionRecord, clauses: References): DocumentBlock[] {
  return part(
    'Answers that do not fit together',
    entries(
      clashes.map((clash) => ({
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
    ),
  );
}

/** Whether the same answers come to the same under every edition. */
export function editionsAgree({ editions, edition }: DecisionRecord): boolean {
  const deciding = editions.find((result) => result.edition === edition.id)?.outcome;
  return editions.every(
    ({ outcome }) => outcome?.id === deciding?.id && outcome?.verdict === deciding?.verdict,
  );
}

function editionBlocks(record: DecisionRecord): DocumentBlock[] {
  const { editions, edition } = record;
  if (editionsAgree(record)) {
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
