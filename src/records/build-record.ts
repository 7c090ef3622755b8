/** Makes a decision record from a draft, and a draft from a record. */
import type { Answer, Answers, Questionnaire } from '../engine/define.ts';
import { leavesOpen } from '../engine/answer.ts';
import { under } from '../engine/reading.ts';
import type { Edition } from '../questionnaires/editions.ts';
import { cleanText } from './clean-text.ts';
import { isoWithOffset } from './dates.ts';
import { decide, type TodoState } from './decide.ts';
import { newDraft, type Draft } from './draft.ts';
import { LONGEST_TEXT } from './fields.ts';
import { withFingerprint } from './fingerprint.ts';
import { NOTICE, REGULATOR } from './notice.ts';
import {
  RECORD_SCHEMA,
  type DecisionRecord,
  type Details,
  type Followed,
  type RecordBody,
} from './record.ts';
import { resultOf, type Result } from './result.ts';
import { saidOf } from './said.ts';
import { needed, type QuestionWords, type Words } from './words.ts';

export interface RecordInput {
  readonly questionnaire: Questionnaire;
  readonly words: Words;
  /** All editions of the site; the last that the questionnaire has decides. */
  readonly editions: readonly Edition[];
  readonly draft: Draft;
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
    details: cleanDetails(draft.details),
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
    openPoints: result.openPoints.map((point) => ({ ...point })),
    outcome: {
      id: outcome.id,
      name: outcome.name,
      verdict: result.verdict,
      provisional: result.provisional,
      headline: result.headline,
      ...deadlineOf(result),
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

/** Its schema has room for one last day: all are said, and the most pressing is named. */
function deadlineOf({ lastDays }: Result): Pick<RecordBody['outcome'], 'deadline'> {
  const [on] = lastDays.flatMap(({ day }) => (day.is === 'on' ? [day.on] : []));
  if (lastDays.length === 0) return {};
  const text = lastDays.map((one) => one.text).join(' ');
  return { deadline: { text, ...(on === undefined ? {} : { on }) } };
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
    supersedes: record.fingerprint,
    ...(record.follows === undefined ? {} : { follows: record.follows }),
  };
}

function isDefault(state: TodoState, shownDone: boolean): boolean {
  if (state.on !== undefined || state.note !== undefined) return false;
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

function cleanState(id: string, { is, on, note }: TodoState): TodoState {
  const clean = typed(note ?? '', `The note on ${id}`).trim();
  return { is, ...(on === undefined ? {} : { on }), ...(clean === '' ? {} : { note: clean }) };
}

function tidyState({ is, on, note }: TodoState): RecordBody['todos'][number]['state'] {
  return { is, ...(on === undefined ? {} : { on }), ...(note === undefined ? {} : { note }) };
}

function cleanDetails({ nation, poll, reviewOn, ...texts }: Details): Details {
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
    ...body.outcome.reasons.flatMap((reason) => reason.clauses),
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
