/** Reads the answer and the reasons that stand in a question's form, and says what is wrong and what is missing. */
import { NOT_KNOWN, type Answer, type Question, type QuestionKind } from '../../engine/define.ts';
import { cleanText } from '../../records/clean-text.ts';
import { plainDate } from '../../records/dates.ts';
import { plainClock } from '../../records/uk-clock.ts';
import { sayTooLong } from '../../records/fields.ts';
import { DATE_PARTS, readDate, readTime, type TypedDate } from '../../records/read-date.ts';
import { NOT_KNOWN_LABEL, type QuestionWords } from '../../records/words.ts';
import { inGroups } from './option-groups.ts';

/** A message and the id of the control that mends it. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

export interface ReadForm {
  /** Absent while nothing was answered, and where what was typed is no answer. */
  readonly answer?: Answer;
  readonly reasons: Readonly<Record<string, string>>;
  /** Box → what was typed in it, of a date or a number. */
  readonly typed: Readonly<Record<string, string>>;
  /** What is wrong in what was chosen and typed, as soon as it stands there. */
  readonly wrong: readonly FieldError[];
  /** What keeps the answer from being taken: what is wrong, else what is missing. */
  readonly errors: readonly FieldError[];
  /** False where a text is too long to be kept. */
  readonly keepable: boolean;
}

/** What a form is read with. */
export interface Asked {
  readonly id: string;
  readonly words: QuestionWords;
  /** The option ids on the page, "I don't know yet" not among them. */
  readonly offered: readonly string[];
  /** The day on which it is filled in, ISO, where the person is. */
  readonly today: string;
  /** What clocks in the UK show meanwhile, as `2026-05-02T14:03`. */
  readonly now: string;
}

/** The id of a control of a question's form. */
export const controlId = (question: string, option: string) => `${question}-${option}`;
/** The id of the box in which a reason is written. */
export const reasonId = (question: string, reason: string) => `${question}-reason-${reason}`;

const text = (form: FormValues, name: string) => {
  const value = form.get(name);
  return typeof value === 'string' ? cleanText(value) : '';
};

/** The reasons that have to be written after this answer. */
export function reasonsDue(question: Question, answer: Answer | undefined): readonly string[] {
  if (typeof answer !== 'string') return [];
  return Object.entries(question.reasons)
    .filter(([, options]) => (options as readonly string[]).includes(answer))
    .map(([reason]) => reason);
}

interface Read {
  readonly answer?: Answer | undefined;
  readonly typed?: Readonly<Record<string, string>>;
  readonly wrong?: readonly FieldError[];
  /** What is missing, where nothing is wrong. */
  readonly missing?: readonly FieldError[];
}

type Reader<Kind extends QuestionKind> = (
  form: FormValues,
  question: Extract<Question, { readonly kind: Kind }>,
  asked: Asked,
) => Read;

/** The control that stands first on the page, for who chose nothing. */
const firstShown = (id: string, words: QuestionWords, offered: readonly string[]): string =>
  controlId(id, inGroups(words, offered)[0]?.options[0] ?? NOT_KNOWN);

const oneOption = (form: FormValues, _question: Question, { id, words, offered }: Asked): Read => {
  const chosen = text(form, 'answer');
  return chosen === ''
    ? { missing: [{ field: firstShown(id, words, offered), message: words.error }] }
    : { answer: chosen };
};

/** How the form of each kind is read. */
const readers: { readonly [Kind in QuestionKind]: Reader<Kind> } = {
  choice: oneOption,
  rating: oneOption,
  choices: (form, question, { id, words, offered }) => {
    const field = firstShown(id, words, offered);
    const ticked = form.getAll('answer');
    const chosen = [...offered, NOT_KNOWN].filter((option) => ticked.includes(option));
    if (chosen.length === 0) return { missing: [{ field, message: words.error }] };
    const alone = question.notKnown === 'alone' ? [question.none, NOT_KNOWN] : [question.none];
    const only = chosen.find((option) => alone.includes(option));
    if (only === undefined || chosen.length === 1) return { answer: chosen };
    const label = words.options?.[only]?.label ?? words.unknownLabel ?? NOT_KNOWN_LABEL;
    return {
      answer: chosen,
      wrong: [{ field, message: `Select either “${label}” or the others, not both` }],
    };
  },
  points: (form, _question, { id, words, offered }) => {
    const said = offered.map((option) => [option, text(form, option)] as const);
    const answered = said.filter(([, value]) => value !== '');
    if (answered.length === 0)
      return { missing: [{ field: controlId(id, `${offered[0]}-yes`), message: words.error }] };
    return {
      answer: Object.fromEntries(answered) as Answer,
      missing: said
        .filter(([, value]) => value === '')
        .map(([option]) => ({
          field: controlId(id, `${option}-yes`),
          message: `Select yes, no or “I don’t know yet” for “${words.options?.[option]?.label ?? option}”`,
        })),
    };
  },
  date: (form, question, { id, words, today, now }) => {
    const instead = text(form, 'answer');
    if (instead !== '') return { answer: instead };
    const { clock } = question;
    const date = Object.fromEntries(DATE_PARTS.map((part) => [part, text(form, part)])) as TypedDate;
    const time = clock === undefined ? '' : text(form, 'time');
    const typed = { ...date, time };
    const read = readDate(date, today);
    const wrong = (message: string, part: string) => ({
      typed,
      wrong: [{ field: controlId(id, part), message }],
    });
    const missing = (message: string, part: string) => ({
      typed,
      missing: [{ field: controlId(id, part), message }],
    });
    const readAs = readTime(time);
    if (time.trim() !== '' && readAs === undefined)
      return wrong('Enter the time in hours and minutes, such as 14:30 or 2.30 pm', 'time');
    if (read === undefined) return missing(words.error, 'day');
    if ('wrong' in read) return (read.unfinished ? missing : wrong)(read.wrong, read.at);
    if (read.on < (question.earliest ?? ''))
      return wrong(`Enter a date from ${plainDate(question.earliest ?? '')} on`, 'day');
    const latest = clock === undefined ? today : now.slice(0, today.length);
    if (question.past && read.on > latest)
      return wrong(`Enter a date that is not after today, ${plainDate(latest)}`, 'day');
    if (readAs === undefined)
      return clock === 'required'
        ? missing('Enter the time too, such as 14:30 or 2.30 pm', 'time')
        : { typed, answer: read.on };
    const answer = `${read.on}T${readAs}`;
    return question.past && answer > now
      ? wrong(`Enter a time that is not still to come: it is ${plainClock(now)}`, 'time')
      : { typed, answer };
  },
  number: (form, question, { id, words }) => {
    if (text(form, 'answer') === NOT_KNOWN) return { answer: NOT_KNOWN };
    const field = controlId(id, 'number');
    const number = text(form, 'number');
    const written = number.trim().replace(/[\s,]/g, '');
    if (written === '') return { missing: [{ field, message: words.error }] };
    const value = /^-?\d+$/.test(written) ? Number(written) : Number.NaN;
    if (value >= question.least && value <= question.most) return { typed: { number }, answer: value };
    const most = question.most.toLocaleString('en-GB');
    return {
      typed: { number },
      wrong: [{ field, message: `Enter a whole number from ${question.least} to ${most}, in figures` }],
    };
  },
  text: (form, _question, { id, words }) => {
    const field = controlId(id, 'text');
    const written = text(form, 'text');
    const tooLong = sayTooLong(written);
    if (written.trim() === '') return { missing: [{ field, message: words.error }] };
    return tooLong === undefined ? { answer: written } : { wrong: [{ field, message: tooLong }] };
  },
};

/** What stands in a form, as FormData tells it. */
export type FormValues = Pick<FormData, 'get' | 'getAll'> & { values(): Iterable<FormDataEntryValue> };

/**
 * What stands in a form. Read control by control: the browser's own way takes forty milliseconds for a reason of
 * 100,000 letters, at every key.
 */
export function valuesOf(form: HTMLFormElement): FormValues {
  const values = new Map<string, string[]>();
  for (const control of form.elements) {
    if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)) continue;
    const isBox = control.type === 'checkbox' || control.type === 'radio';
    if (control.name === '' || (isBox && !(control as HTMLInputElement).checked)) continue;
    values.set(control.name, [...(values.get(control.name) ?? []), control.value]);
  }
  return {
    get: (name) => values.get(name)?.[0] ?? null,
    getAll: (name) => values.get(name) ?? [],
    values: () => [...values.values()].flat(),
  };
}

/** Reads a question's form. */
export function readForm(form: FormValues, question: Question, asked: Asked): ReadForm {
  const { id, words } = asked;
  const reader = readers[question.kind] as (form: FormValues, question: Question, asked: Asked) => Read;
  const { answer, typed = {}, wrong: wrongAnswer = [], missing = [] } = reader(form, question, asked);
  const reasons = Object.fromEntries(
    Object.keys(question.reasons).map((reason) => [reason, text(form, `reason-${reason}`)]),
  );
  const wrongReasons = Object.entries(reasons).flatMap(([reason, written]) => {
    const message = sayTooLong(written);
    return message === undefined ? [] : [{ field: reasonId(id, reason), message }];
  });
  const wrong = [...wrongAnswer, ...wrongReasons];
  const notGiven =
    missing.length > 0
      ? missing
      : reasonsDue(question, answer)
          .filter((reason) => reasons[reason]?.trim() === '')
          .map((reason) => ({
            field: reasonId(id, reason),
            message: words.reasonErrors?.[reason] ?? 'Enter your reason',
          }));
  return {
    ...(answer === undefined ? {} : { answer }),
    reasons,
    typed: Object.fromEntries(Object.entries(typed).filter(([, written]) => written !== '')),
    wrong,
    errors: wrong.length > 0 ? wrong : notGiven,
    keepable: [...form.values()].every(
      (value) => typeof value !== 'string' || sayTooLong(value) === undefined,
    ),
  };
}
