/** Makes a decision record from a draft, and a draft from a record. */
import type { Answer, Answers, Questionnaire } from '../engine/define.ts';
import { leavesOpen } from '../engine/answer.ts';
import { under } from '../engine/reading.ts';
import type { Edition } from '../questionnaires/editions.ts';
import { cleanText } from './clean-text.ts';
import { isoWithOffset } from './dates.ts';
import { spanOf } from './deadline.ts';
import { decide, type TodoState } from './decide.ts';
import { newDraft, type Draft } from './draft.ts';
import { LONGEST_TEXT } from './fields.ts';
import { canonicalJson, withFingerprint } from './fingerprint.ts';
import { NOTICE, REGULATOR } from './notice.ts';
import {
  RECORD_SCHEMA,
  type Carried,
  type Cover,
  type DecisionRecord,
  type Details,
  type Followed,
  type RecordBody,
} from './record.ts';
import { placeIn } from './place.ts';
import { resultOf, type Result } from './result.ts';
import { saidOf } from './said.ts';
import { needed, type QuestionWords, type TodoWords, type Words } from './words.ts';

type RecordedDeadline = RecordBody['outcome']['deadlines'][number];

export interface RecordInput {
  readonly questionnaire: Questionnaire;
  readonly words: Words;
  /** All editions of the site; the last that the questionnaire has decides. */
  readonly editions: readonly Edition[];
  readonly draft: Draft;
  /** The use of a campaign that is decided, and the lists and suppliers that it has; none where it is nobody's use. */
  readonly use?: RecordBody['use'];
  readonly lists?: RecordBody['lists'];
  readonly suppliers?: RecordBody['suppliers'];
  /** The moment at which the record is made. */
  readonly now: Date;
}

/**
 * Decides under the newest edition and writes everything down. Answers and reasons off the path are left out.
 * @throws Error when the answers do not reach an outcome, or words are missing, naming the question.
 * @throws RangeError when a text is longer than a record can hold, naming the field.
 */
export async function buildRecord({
  questionnaire,
  words,
  editions,
  draft,
  use,
  lists = [],
  suppliers = [],
  now,
}: RecordInput): Promise<DecisionRecord> {
  const edition = editionOf(editions, questionnaire.editions.at(-1) ?? '');
  const answers = cleanAnswers(questionnaire, draft.answers);
  const states = Object.fromEntries(
    Object.entries(draft.todos).map(([id, state]) => [id, cleanState(id, state)]),
  );
  const decision = decide(under(questionnaire, edition.id).replay(answers), words, states);
  const result = resultOf(
    decision,
    words,
    questionnaire.editions.map((id) => editionOf(editions, id)),
    (id) => decide(under(questionnaire, id).replay(answers), words, states),
  );
  const { outcome } = result;
  const { steps, stated } = decision.replay;
  const shown = (id: string) => needed(words.questions[id], `question ${id}`);
  const said = (id: string, answer: Answer) =>
    saidOf(needed(questionnaire.questions[id], `question ${id}`), shown(id), answer);

  const body: Omit<RecordBody, 'clauses' | 'law'> = {
    schema: RECORD_SCHEMA,
    questionnaire: { id: questionnaire.id, version: questionnaire.version, title: words.title },
    edition: { id: edition.id, name: edition.name, restsOn: edition.restsOn },
    notice: NOTICE,
    regulator: REGULATOR,
    details: cleanDetails({ ...draft.details, ...placeIn(decision.replay.answers) }),
    ...(use === undefined ? {} : { use: { id: use.id, title: typed(use.title, 'use') } }),
    lists: lists.map(({ id, name }) => ({ id, name: typed(name, 'list') })),
    suppliers: suppliers.map(({ id, name, service }) => ({
      id,
      name: typed(name, 'supplier'),
      ...(service === undefined ? {} : { service: typed(service, 'service') }),
    })),
    madeAt: isoWithOffset(now),
    steps: steps.map(({ question: id, answer }) => {
      const question = needed(questionnaire.questions[id], `question ${id}`);
      const { text, evidence, clauses } = shown(id);
      return {
        question: id,
        text,
        answer: storedAnswer(answer),
        said: said(id, answer),
        notKnown: leavesOpen(question, answer),
        reasons: reasonsGiven(Object.keys(question.reasons), shown(id), draft.reasons[id] ?? {}),
        ...(evidence === undefined ? {} : { evidence }),
        clauses,
        ...carriedTo(id, answer, draft),
      };
    }),
    stated: stated.map(({ question, answer, when }) => {
      const rule = needed(questionnaire.rules[when], `stated answer to ${question}`);
      return {
        question,
        text: shown(question).text,
        answer,
        said: said(question, answer).join(' '),
        why: rule.claim,
        clauses: [...new Set([...rule.clauses, ...shown(question).clauses])],
      };
    }),
    clashes: result.clashes.map(({ id, rule, between, text, clauses }) => ({
      id,
      rule,
      questions: [...between],
      text,
      clauses: [...clauses],
      kept: draft.clashesKept?.includes(id) === true,
    })),
    openPoints: result.openPoints.map((point) => ({ ...point })),
    outcome: {
      id: outcome.id,
      name: outcome.name,
      verdict: result.verdict,
      provisional: result.provisional,
      headline: result.headline,
      ...(result.plain === undefined ? {} : { plain: result.plain }),
      because: result.because.map(({ clauses, ...cause }) => ({ ...cause, clauses: [...clauses] })),
      deadlines: result.lastDays.map(deadlineOf),
      why: outcome.why,
      decides: outcome.decides,
      keep: outcome.keep,
      changes: outcome.changes,
      instead: outcome.instead ?? [],
      clauses: outcome.clauses,
      law: [...result.law],
      reasons: result.reasons.map(({ said: lines, clauses, ...reason }) => ({
        ...reason,
        said: [...lines],
        clauses: [...clauses],
      })),
    },
    editions: result.editions.map(({ reachable, law, ...edition }) => ({
      ...edition,
      reachable: [...reachable],
      law: [...law],
    })),
    todos: result.todos.map(({ id, words: todo, strength, state, holdsBack }) => ({
      id,
      text: todo.text,
      ...(todo.how === undefined ? {} : { how: todo.how }),
      strength,
      when: todo.when,
      clauses: todo.clauses,
      law: todo.law ?? [],
      ...(todo.authority === undefined ? {} : { authority: [todo.authority].flat().join('; ') }),
      project: todo.project === true,
      holdsBack,
      scope: todo.scope ?? 'use',
      ...helpOf(todo),
      state: tidyState(state),
    })),
    ...(draft.supersedes === undefined ? {} : { supersedes: draft.supersedes }),
    ...(draft.follows === undefined ? {} : { follows: cleanFollowed(draft.follows) }),
  };
  const { supersedes, follows, ...rest } = body;
  return withFingerprint({
    ...rest,
    ...citedIn(body, words),
    ...(supersedes === undefined ? {} : { supersedes }),
    ...(follows === undefined ? {} : { follows }),
  });
}

/** A last day with how it is counted. */
function deadlineOf({ id, text, deadline, day }: Result['lastDays'][number]): RecordedDeadline {
  const { clock, length } = spanOf(deadline);
  return {
    id,
    text,
    is: day.is,
    ...(day.is === 'on' ? { on: day.on, ...(day.at === undefined ? {} : { at: day.at }) } : {}),
    clock,
    length,
    question: deadline.question,
    clause: deadline.clause,
  };
}

/** Where an answer was taken from, as long as it is still that answer. */
function carriedTo(question: string, answer: Answer, { carried }: Draft): { carried?: Carried } {
  const found = carried !== undefined && Object.hasOwn(carried, question) ? carried[question] : undefined;
  if (found === undefined || canonicalJson([found.answer]) !== canonicalJson([answer])) return {};
  const { title, fingerprint, on, holds } = found.from;
  return {
    carried: {
      title: typed(title, 'title'),
      ...(fingerprint === undefined ? {} : { fingerprint }),
      on,
      holds: cleanCover(holds),
    },
  };
}

function cleanCover({ for: whom, id, name }: Cover): Cover {
  return {
    for: whom,
    ...(id === undefined ? {} : { id }),
    ...(name === undefined ? {} : { name: typed(name, 'name') }),
  };
}

/** What helps, where the to-do names it. The page on which its statement stands is cited with it anyway. */
function helpOf({ help }: TodoWords): Pick<RecordBody['todos'][number], 'help'> {
  if (help === undefined) return {};
  return { help: { label: help.label, ...(help.href === undefined ? {} : { href: help.href }) } };
}

function cleanFollowed({ title, decision, outcome, ...others }: Followed): Followed {
  return {
    ...others,
    title: typed(title, 'title'),
    decision: typed(decision, 'decision'),
    outcome: typed(outcome, 'outcome'),
  };
}

/**
 * The draft to carry on from a record; it names the record as the one that it supersedes. With the
 * questionnaire, to-dos that the answers alone showed to be done are left to the answers again.
 */
export function draftOf(record: DecisionRecord, questionnaire?: Questionnaire): Draft {
  const answers: Draft['answers'] = Object.fromEntries(
    record.steps.map((step) => [step.question, step.answer]),
  );
  const shown = new Set(
    questionnaire === undefined ? [] : doneOnThePath(questionnaire, record.edition.id, answers),
  );
  return {
    ...newDraft({ id: record.questionnaire.id, version: record.questionnaire.version }),
    answers,
    reasons: Object.fromEntries(
      record.steps
        .filter((step) => step.reasons.length > 0)
        .map((step) => [step.question, Object.fromEntries(step.reasons.map(({ id, text }) => [id, text]))]),
    ),
    details: record.details,
    todos: Object.fromEntries(
      record.todos
        .filter(({ id, state }) => !isDefault(state, shown.has(id)))
        .map(({ id, state }) => [id, state]),
    ),
    ...carriedAgain(record),
    ...(record.clashes.some(({ kept }) => kept)
      ? { clashesKept: record.clashes.flatMap(({ id, kept }) => (kept ? [id] : [])) }
      : {}),
    supersedes: record.fingerprint,
    ...(record.follows === undefined ? {} : { follows: record.follows }),
  };
}

function carriedAgain({ steps }: DecisionRecord): Pick<Draft, 'carried'> {
  const carried = steps.flatMap(({ question, answer, carried: from }) =>
    from === undefined ? [] : [[question, { answer, from }] as const],
  );
  return carried.length === 0 ? {} : { carried: Object.fromEntries(carried) };
}

function isDefault(state: TodoState, shownDone: boolean): boolean {
  if (state.on !== undefined || state.note !== undefined || state.covers !== undefined) return false;
  return state.is === (shownDone ? 'done' : 'not-yet');
}

function doneOnThePath(questionnaire: Questionnaire, edition: string, answers: Answers): readonly string[] {
  if (!questionnaire.editions.includes(edition)) return [];
  return under(questionnaire, edition).replay(answers).done;
}

function editionOf(editions: readonly Edition[], id: string): Edition {
  const found = editions.find((edition) => edition.id === id);
  if (found === undefined)
    throw new Error(`There is no edition ${id}: add it to src/questionnaires/editions.ts.`);
  return found;
}

/** @throws RangeError naming the field. */
function typed(text: string, field: string): string {
  const clean = cleanText(text);
  if (clean.length > LONGEST_TEXT) {
    throw new RangeError(
      `${field} holds ${clean.length} characters, and a record holds up to ${LONGEST_TEXT} in one place. Shorten it.`,
    );
  }
  return clean;
}

function cleanAnswers(questionnaire: Questionnaire, answers: Draft['answers']): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([id, answer]) => [
      id,
      questionnaire.questions[id]?.kind === 'text' && typeof answer === 'string'
        ? typed(answer, `The answer to ${id}`)
        : answer,
    ]),
  );
}

function cleanState(id: string, { is, on, note, covers }: TodoState): TodoState {
  const clean = typed(note ?? '', `The note on ${id}`).trim();
  return {
    is,
    ...(on === undefined ? {} : { on }),
    ...(clean === '' ? {} : { note: clean }),
    ...(covers === undefined ? {} : { covers: cleanCover(covers) }),
  };
}

function tidyState({ is, on, note, covers }: TodoState): RecordBody['todos'][number]['state'] {
  return {
    is,
    ...(on === undefined ? {} : { on }),
    ...(note === undefined ? {} : { note }),
    ...(covers === undefined ? {} : { covers }),
  };
}

function cleanDetails({ nation, poll, reviewOn, kind, pollingDay, campaignId, ...texts }: Details): Details {
  const clean = (field: keyof typeof texts) => typed(texts[field], field).trim();
  return {
    title: clean('title'),
    campaign: clean('campaign'),
    ...(nation === undefined ? {} : { nation }),
    ...(poll === undefined ? {} : { poll }),
    decidedBy: clean('decidedBy'),
    role: clean('role'),
    others: clean('others'),
    advice: clean('advice'),
    keep: clean('keep'),
    evidence: clean('evidence'),
    ...(reviewOn === undefined ? {} : { reviewOn }),
    ...(kind === undefined ? {} : { kind: { id: kind.id, name: typed(kind.name, 'kind') } }),
    ...(pollingDay === undefined ? {} : { pollingDay }),
    ...(campaignId === undefined ? {} : { campaignId }),
  };
}

/** The answer in the record’s own arrays and objects, so that it shares nothing with the draft. */
function storedAnswer(answer: Answer): RecordBody['steps'][number]['answer'] {
  return structuredClone(answer) as RecordBody['steps'][number]['answer'];
}

function reasonsGiven(
  ids: readonly string[],
  words: QuestionWords,
  given: Readonly<Record<string, string>>,
): RecordBody['steps'][number]['reasons'] {
  return ids.flatMap((id) => {
    const text = Object.hasOwn(given, id) ? typed(given[id] ?? '', `The reason ${id}`) : '';
    return text.trim() === '' ? [] : [{ id, label: words.reasons?.[id]?.label ?? id, text }];
  });
}

/** Every clause and law change that is cited, once, in the order in which the document cites it. */
function citedIn(
  body: Omit<RecordBody, 'clauses' | 'law'>,
  words: Words,
): Pick<RecordBody, 'clauses' | 'law'> {
  const clauses = new Set([
    ...body.outcome.clauses,
    ...body.outcome.because.flatMap((cause) => cause.clauses),
    ...body.outcome.deadlines.flatMap(({ clause }) => clause ?? []),
    ...body.outcome.reasons.flatMap((reason) => reason.clauses),
    ...body.clashes.flatMap((clash) => clash.clauses),
    ...body.todos.flatMap((todo) => todo.clauses),
    ...body.steps.flatMap((step) => step.clauses),
    ...body.stated.flatMap((stated) => stated.clauses),
  ]);
  const law = new Set([
    ...body.outcome.law,
    ...body.editions.flatMap((edition) => edition.law),
    ...body.todos.flatMap((todo) => todo.law),
  ]);
  return {
    clauses: [...clauses].flatMap((id) => {
      const clause = words.clauses[id];
      return clause === undefined
        ? []
        : [{ id, strength: clause.strength, text: clause.text, section: clause.section }];
    }),
    law: [...law].flatMap((id) => {
      const change = words.law[id];
      if (change === undefined) return [];
      const { title, now, since, confidence, confidenceNote } = change;
      return [
        { id, title, now, since, confidence, ...(confidenceNote === undefined ? {} : { confidenceNote }) },
      ];
    }),
  };
}
