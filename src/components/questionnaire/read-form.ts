/** Reads the answer and the reasons that stand in a question's form, and says what is missing. */
import { NOT_KNOWN, type Answer, type Question } from '../../engine/define.ts';
import { isCalendarDate } from '../../engine/walk.ts';
import { plainDate } from '../../records/dates.ts';
import type { QuestionWords } from '../../records/words.ts';

/** A message and the id of the control that mends it. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

export interface ReadForm {
  /** Absent while nothing was answered. */
  readonly answer?: Answer;
  readonly reasons: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
}

/** The id of a control of a question's form. */
export const controlId = (question: string, option: string) => `${question}-${option}`;
/** The id of the box in which a reason is written. */
export const reasonId = (question: string, reason: string) => `${question}-reason-${reason}`;

const MONTHS = ['year', 'month', 'day'] as const;
/** The three parts of a date, as their boxes are named. */
export const DATE_PARTS = ['day', 'month', 'year'] as const;

const text = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

/** The reasons that have to be written after this answer. */
export function reasonsDue(question: Question, answer: Answer | undefined): readonly string[] {
  if (typeof answer !== 'string') return [];
  return Object.entries(question.reasons)
    .filter(([, options]) => (options as readonly string[]).includes(answer))
    .map(([reason]) => reason);
}

function answerIn(form: FormData, question: Question, offered: readonly string[]): Answer | undefined {
  switch (question.kind) {
    case 'choice':
    case 'rating': {
      const chosen = text(form, 'answer');
      return chosen === '' ? undefined : chosen;
    }
    case 'choices': {
      const chosen = form.getAll('answer');
      const inOrder = [...offered, NOT_KNOWN].filter((option) => chosen.includes(option));
      return inOrder.length === 0 ? undefined : inOrder;
    }
    case 'points': {
      const said = offered.map((option) => [option, text(form, option)] as const);
      return said.every(([, value]) => value === '')
        ? undefined
        : (Object.fromEntries(said.filter(([, value]) => value !== '')) as Answer);
    }
    case 'date': {
      const instead = text(form, 'answer');
      if (instead !== '') return instead;
      const [year, month, day] = MONTHS.map((part) => text(form, part).trim());
      if (!year && !month && !day) return undefined;
      return `${year?.padStart(4, '0')}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
    }
    case 'number': {
      if (text(form, 'answer') === NOT_KNOWN) return NOT_KNOWN;
      const written = text(form, 'number').trim().replace(/[\s,]/g, '');
      return written === '' ? undefined : Number(written);
    }
    case 'text': {
      const written = text(form, 'text');
      return written.trim() === '' ? undefined : written;
    }
  }
}

/** Where an error about the answer as a whole leads: the first control of the form. */
function firstControl(id: string, question: Question, offered: readonly string[]): string {
  if (question.kind === 'text' || question.kind === 'number') return controlId(id, question.kind);
  if (question.kind === 'date') return controlId(id, 'day');
  if (question.kind === 'points') return controlId(id, `${offered[0]}-yes`);
  return controlId(id, offered[0] ?? NOT_KNOWN);
}

function errorsIn(
  id: string,
  question: Question,
  words: QuestionWords,
  offered: readonly string[],
  answer: Answer | undefined,
  today: string,
): FieldError[] {
  const field = firstControl(id, question, offered);
  if (answer === undefined) return [{ field, message: words.error }];
  if (question.kind === 'choices' && Array.isArray(answer)) {
    const alone = question.notKnown === 'alone' ? [question.none, NOT_KNOWN] : [question.none];
    if (answer.length > 1 && answer.some((option) => alone.includes(option))) {
      const label = (option: string) =>
        words.options?.[option]?.label ?? words.unknownLabel ?? 'I don’t know yet';
      const only = answer.filter((option) => alone.includes(option)).map(label);
      return [{ field, message: `Select either “${only[0]}” or the others, not both` }];
    }
  }
  if (question.kind === 'points') {
    return offered
      .filter((option) => !Object.hasOwn(answer as object, option))
      .map((option) => ({
        field: controlId(id, `${option}-yes`),
        message: `Select yes, no or “I don’t know yet” for “${words.options?.[option]?.label ?? option}”`,
      }));
  }
  if (
    question.kind === 'date' &&
    answer !== NOT_KNOWN &&
    !offered.includes(answer as string) &&
    !isCalendarDate(answer as string)
  ) {
    return [{ field, message: 'Enter a day, a month and a year that exist, such as 27 3 2026' }];
  }
  if (question.kind === 'date' && isCalendarDate(answer as string)) {
    if ((answer as string) < (question.earliest ?? ''))
      return [{ field, message: `Enter a date from ${plainDate(question.earliest ?? '')} on` }];
    if (question.past && (answer as string) > today)
      return [{ field, message: `Enter a date that is not after today, ${plainDate(today)}` }];
  }
  if (question.kind === 'number' && answer !== NOT_KNOWN) {
    const value = answer as number;
    if (!Number.isInteger(value) || value < question.least || value > question.most) {
      return [
        {
          field,
          message: `Enter a whole number from ${question.least} to ${question.most.toLocaleString('en-GB')}`,
        },
      ];
    }
  }
  return [];
}

/**
 * Reads a question's form. `offered` are the option ids on the page, "I don't know yet" not among them; `today` is
 * the day on which it is filled in, ISO, where the person is.
 */
export function readForm(
  form: FormData,
  id: string,
  question: Question,
  words: QuestionWords,
  offered: readonly string[],
  today: string,
): ReadForm {
  const answer = answerIn(form, question, offered);
  const reasons = Object.fromEntries(
    Object.keys(question.reasons).map((reason) => [reason, text(form, `reason-${reason}`)]),
  );
  const errors = errorsIn(id, question, words, offered, answer, today);
  for (const reason of errors.length === 0 ? reasonsDue(question, answer) : []) {
    if (reasons[reason]?.trim() === '') {
      errors.push({
        field: reasonId(id, reason),
        message: words.reasonErrors?.[reason] ?? 'Enter your reason',
      });
    }
  }
  return { ...(answer === undefined ? {} : { answer }), reasons, errors };
}
