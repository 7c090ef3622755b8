/**
 * A decision record as a document. Its first two sides say all that somebody needs tomorrow: what was decided, by whom,
 * what it comes to and why, what has to be done before the start, and what is open. Long words are cut there and stand
 * whole in annex A. The annexes hold everything else; each begins on a side of its own, so that the first two sides can
 * be printed alone.
 */
import { plainDate, plainTime } from './dates.ts';
import {
  entries,
  fact,
  facts,
  list,
  own,
  part,
  squeeze,
  typed,
  type DocumentBlock,
  type Fact,
  type Said,
} from './document.ts';
import { shortFingerprint } from './fingerprint.ts';
import { timeNames } from './names.ts';
import { ANNEXES, annexesOf, editionsAgree, inOwnWords, openEntry } from './record-annexes.ts';
import type { DecisionRecord } from './record.ts';
import { RECORD_SHAPE, shapeName } from './shape.ts';
import { verdictMarks } from './verdict-marks.ts';

type RecordedTodo = DecisionRecord['todos'][number];

/** So much of a text that somebody typed stands on the first sides, and of a name. UTF-16 units. */
const MOST_TEXT = 150;
const MOST_NAME = 80;
const MOST_LISTED = 50;
/** So many lists and suppliers are named there, and so many open points. */
const MOST_NAMED = 3;
const MOST_OPEN = 5;
/** In so many lines the first sides say why. */
const MOST_REASONS = 5;
/** So long a line of these is. UTF-16 units. */
const MOST_LINE = 150;

/** Said of what is cut. */
const WHOLE = '(whole in A)';

/** A text on one line, cut at a word where it is longer than that. */
function cut(text: string, most: number): string {
  const line = squeeze(text);
  if (line.length <= most) return line;
  const kept = line.slice(0, most).replace(/[\ud800-\udbff]$/, '');
  const word = kept.lastIndexOf(' ');
  return `${kept.slice(0, word > most / 2 ? word : undefined)}…`;
}

/** What stands on the first sides of what was typed, and in full what of it had to be cut. */
class Cuts {
  readonly whole: Fact[] = [];

  /** @param elsewhere true where annex A has it in full anyway */
  fact(term: string, text: string, most: number, elsewhere = false): Fact[] {
    if (text.trim() === '') return elsewhere ? [] : fact(term, [own('Not given')]);
    const short = cut(text, most);
    if (short === text.trim()) return fact(term, [typed(short)]);
    if (!elsewhere) this.whole.push({ term, said: [typed(text)] });
    return fact(`${term} ${WHOLE}`, [typed(short)]);
  }
}

/**
 * The record as a document, the same for the same record.
 *
 * @param shape the version of the shape in which it was made, where that is not the newest
 */
export function documentOf(record: DecisionRecord, shape: number = RECORD_SHAPE): readonly DocumentBlock[] {
  const { details, outcome, openPoints } = record;
  const cuts = new Cuts();
  const title = details.title.trim() === '' ? undefined : cuts.fact('Called', details.title, MOST_NAME);
  const decision = decisionFacts(record, cuts);
  return [
    {
      kind: 'title',
      over: `Decision record: ${record.questionnaire.title}`,
      text: title?.[0]?.said[0] ?? own('Untitled decision'),
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
    section('decision', 'The decision', facts(decision)),
    section('why', 'Why', whyBlocks(record)),
    ...beforeBlocks(record),
    ...(openPoints.length === 0
      ? []
      : [
          section('open', 'What is still open', [
            ...entries(openPoints.slice(0, MOST_OPEN).map(openEntry)),
            ...more(openPoints.length - MOST_OPEN),
          ]),
        ]),
    section('notice', 'About this record', [
      {
        kind: 'paragraph',
        quiet: true,
        said: own(
          `${record.notice} The regulator, as it was called when the record was made: ${record.regulator}.`,
        ),
      },
      {
        kind: 'paragraph',
        quiet: true,
        said: own(
          'Note its fingerprint down elsewhere: whoever has the note can tell whether this record has been changed since.',
        ),
      },
      { kind: 'fingerprint', groups: shortFingerprint(record.fingerprint).split(' ') },
      { kind: 'print-choice', label: 'When I print this, leave out the annexes A to D' },
    ]),
    ...annexesOf(record, {
      facts: [...cuts.whole, ...fact('This file', [own(shapeName(shape))])],
      open: openPoints.slice(MOST_OPEN),
    }),
  ];
}

function section(id: string, heading: string, blocks: readonly DocumentBlock[]): DocumentBlock {
  return { kind: 'section', id, heading, blocks };
}

const more = (number: number): DocumentBlock[] =>
  number > 0 ? [{ kind: 'paragraph', quiet: true, said: own(`And ${number} more, in A.`) }] : [];

function decisionFacts(record: DecisionRecord, cuts: Cuts): Fact[] {
  const { details, use, lists, suppliers, steps } = record;
  const named = [...lists, ...suppliers].map(({ name }) => name);
  const first = named.slice(0, MOST_NAMED);
  const left = named.length - first.length;
  const cutNames = first.map((name) => cut(name, MOST_LISTED));
  const isCut = left > 0 || cutNames.some((name, place) => name !== first[place]?.trim());
  return [
    ...steps.filter(inOwnWords).flatMap((step) => cuts.fact(step.text, step.said[0] ?? '', MOST_TEXT, true)),
    ...(use === undefined ? [] : cuts.fact('Use', use.title, MOST_NAME)),
    ...cuts.fact('Campaign', details.campaign, MOST_NAME),
    ...fact('Kind of campaigner', details.kind === undefined ? [] : [own(cut(details.kind.name, MOST_NAME))]),
    ...cuts.fact(
      'Decided by',
      [details.decidedBy, details.role].filter((text) => text.trim() !== '').join(', '),
      MOST_NAME,
    ),
    ...fact('Decided on', [own(plainTime(record.madeAt))]),
    ...fact('To be looked at again on', [
      own(details.reviewOn === undefined ? 'Not given' : plainDate(details.reviewOn)),
    ]),
    ...fact(`Lists and suppliers${isCut ? ` ${WHOLE}` : ''}`, [
      ...cutNames.map(typed),
      ...(left > 0 ? [own(`And ${left} more`)] : []),
    ]),
    ...fact('Rules that decided', [
      own(
        `${record.edition.name}. ${
          editionsAgree(record)
            ? 'The other editions come to the same.'
            : 'The editions do not all come to the same: see D.'
        }`,
      ),
    ]),
  ];
}

/** Why, in a few lines: the causes that are named, then the answers that carry the result. */
function whyBlocks({ outcome, clashes }: DecisionRecord): DocumentBlock[] {
  const causes = outcome.because.map(({ text }) => cut(text, MOST_LINE));
  const answers = outcome.reasons.map(({ text, said }) => {
    const question = cut(text, MOST_LINE / 2);
    return `${question} ${cut(said.join('; '), MOST_LINE - question.length)}`;
  });
  const lines = [...causes, ...answers];
  return [
    { kind: 'paragraph', said: own(outcome.why) },
    ...list(lines.slice(0, MOST_REASONS)),
    ...more(lines.length - MOST_REASONS),
    ...part(
      'Answers that do not fit together',
      list(clashes.map(({ text, kept }) => (kept ? `${text} Both answers were kept.` : text))),
    ),
    ...part('What to do instead', outcome.verdict === 'stop' ? list(outcome.instead) : []),
  ];
}

const isMustBefore = ({ strength, when }: RecordedTodo): boolean =>
  strength !== 'should' && when.includes('before');

/** The musts that come before the start, by their states; everything else to do is counted. */
function beforeBlocks({ todos, outcome }: DecisionRecord): DocumentBlock[] {
  if (todos.length === 0) return [];
  const musts = todos.filter(isMustBefore);
  const met = musts.filter(({ holdsBack }) => !holdsBack).length;
  const rows = (term: string, which: (todo: RecordedTodo) => boolean): Fact[] =>
    fact(
      term,
      musts
        .filter(which)
        .map(({ text, state }) => own(state.on === undefined ? text : `${text} (${plainDate(state.on)})`)),
    );
  const is = (state: RecordedTodo['state']['is'], todo: RecordedTodo) => todo.state.is === state;
  return [
    section(
      'before',
      musts.length === 0
        ? 'What there is to do'
        : `What you must do ${outcome.verdict === 'stop' ? 'now' : 'before you start'}: ${met} of ${musts.length} met`,
      [
        ...facts([
          ...rows('Not done yet, for this use', (todo) => is('not-yet', todo) && todo.scope === 'use'),
          ...rows(
            'Not done yet, once for more than this use',
            (todo) => is('not-yet', todo) && todo.scope !== 'use',
          ),
          ...rows(
            'Said not to apply, but it still holds you back',
            (todo) => is('does-not-apply', todo) && todo.holdsBack,
          ),
          ...rows('Done', (todo) => is('done', todo)),
          ...rows('Does not apply', (todo) => is('does-not-apply', todo) && !todo.holdsBack),
          ...fact('Other things to do, in B', countsOf(todos.filter((todo) => !isMustBefore(todo)))),
        ]),
        {
          kind: 'paragraph',
          quiet: true,
          said: own(`How to go about each, and your notes: ${ANNEXES.todos}.`),
        },
      ],
    ),
  ];
}

function countsOf(todos: readonly RecordedTodo[]): Said[] {
  const times = Object.keys(timeNames) as RecordedTodo['when'];
  const counts = times.flatMap((time) => {
    const due = todos.filter(({ when }) => when[0] === time);
    if (due.length === 0) return [];
    const shoulds = due.filter(({ strength }) => strength === 'should').length;
    const settled = due.filter(({ state }) => state.is !== 'not-yet').length;
    const parts = [
      ...(due.length > shoulds ? [`${due.length - shoulds} you must`] : []),
      ...(shoulds > 0 ? [`${shoulds} you should`] : []),
      ...(settled > 0 ? [`${settled} of them settled`] : []),
    ];
    return [`${timeNames[time]}: ${parts.join(', ')}.`];
  });
  return counts.length === 0 ? [] : [own(counts.join(' '))];
}
