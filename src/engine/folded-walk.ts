/**
 * Every way on from a point of a journey, each place of it looked at once. A place is a question together with the facts
 * that rules there or later can still read: two people who come to one place can only go on alike.
 */
import { saysNotKnown } from './answer.ts';
import { answerClasses, type AnswerClass } from './answer-classes.ts';
import type { Answer, Answers, FactValue, FactValues } from './define.ts';
import { factsAhead, keptAt, type FactsByQuestion } from './facts-ahead.ts';
import { answerTo, type Point, type Reading } from './reading.ts';

export class Place implements Point {
  readonly question: string;
  /** The facts that are kept here, and no others. */
  readonly facts: FactValues;
  /** The names of the facts that are kept here, whether or not they have a value. */
  readonly kept: ReadonlySet<string>;
  /** The answers that first led here. */
  readonly answers: Answers;
  /** The same for the same place. */
  readonly key: string;
  readonly #reading: Reading;
  #offered: readonly string[] | undefined;

  /** @param keep the facts that are kept at each question */
  constructor(reading: Reading, { question, facts }: Point, answers: Answers, keep: FactsByQuestion) {
    const kept = keptAt(keep, question);
    const folded: Record<string, FactValue> = {};
    for (const name of kept) {
      const value = facts[name];
      if (value !== undefined) folded[name] = value;
    }
    this.question = question;
    this.facts = folded;
    this.kept = kept;
    this.answers = answers;
    this.key = JSON.stringify([question, folded]);
    this.#reading = reading;
  }

  /** The option ids that the question offers here. */
  get offered(): readonly string[] {
    this.#offered ??= this.#reading.offered(this);
    return this.#offered;
  }

  /** The classes of answers that lead on from here, those that say "I don't know yet" among them. */
  get classes(): readonly AnswerClass[] {
    return answerClasses(this.#reading.questionnaire, this.question, this.offered, this.kept);
  }

  /** One definite answer of each class. */
  get definite(): readonly Answer[] {
    return this.classes.map(({ answer }) => answer).filter((answer) => !saysNotKnown(answer));
  }

  /** The answer that was given to the question, where it takes it here. */
  givenIn(answers: Answers): Answer | undefined {
    const given = answerTo(this.question, answers);
    return given !== undefined && this.#reading.takes(this, given) ? given : undefined;
  }
}

/** What a walk is about. */
export interface Fold<Result> {
  /** What an outcome comes to. */
  readonly ended: (outcome: string) => Result;
  /** What a place comes to; `onward` says what an answer comes to that is taken here. Asked once for each place. */
  readonly at: (place: Place, onward: (answer: Answer) => Result) => Result;
  /** The facts that are kept; those that rules ahead read if left out. */
  readonly keep?: FactsByQuestion | undefined;
}

/** Where a walk begins, and the answers that led there. */
export interface Beginning extends Point {
  readonly answers?: Answers;
}

/** Walks every way on and says what the beginning comes to. Routes lead forward only, so the walk ends. */
export function foldJourneys<Result>(
  reading: Reading,
  { ended, at, keep = factsAhead(reading.questionnaire) }: Fold<Result>,
  from: Beginning = reading.start,
): Result {
  const known = new Map<string, Result>();
  const visit = (point: Point, answers: Answers): Result => {
    const place = new Place(reading, point, answers, keep);
    const before = known.get(place.key);
    if (before !== undefined || known.has(place.key)) return before as Result;
    const result = at(place, (answer) => {
      const { facts, to } = reading.onward(place, answer);
      if (reading.isOutcome(to)) return ended(to);
      return visit({ question: to, facts }, { ...answers, [place.question]: answer });
    });
    known.set(place.key, result);
    return result;
  };
  return reading.isOutcome(from.question) ? ended(from.question) : visit(from, from.answers ?? {});
}
