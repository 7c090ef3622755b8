/** A list of answers walked under an edition: each step with what it rested on, so that nobody works it out again. */
import type { Answer, Answers, FactValues } from './define.ts';
import type { Reading } from './reading.ts';

/** One answered question on the path. */
export interface Step {
  readonly question: string;
  readonly answer: Answer;
  /** The facts when the question came up. */
  readonly before: FactValues;
  /** The option ids that it offered, "I don't know yet" not among them. */
  readonly offered: readonly string[];
  /** The facts once it was left. */
  readonly after: FactValues;
  /** The question or the outcome that it led to. */
  readonly to: string;
}

/** An answer that is settled by another and so was not asked. */
export interface StatedAnswer {
  readonly question: string;
  readonly answer: string;
  /** The rule that settles it. */
  readonly when: string;
}

/** Made by `Reading.replay`. */
export class Replay {
  readonly reading: Reading;
  /** All answers that were given, those off the path among them. */
  readonly given: Answers;
  readonly steps: readonly Step[];
  /** Question ids on the path, in order, each of them answered. */
  readonly path: readonly string[];
  /** The answers on the path, and no others. */
  readonly answers: Answers;
  /** The facts where the path ends. */
  readonly facts: FactValues;
  /** The question that is next, if the answers do not reach an outcome. */
  readonly next: string | undefined;
  /** The outcome, if they do. */
  readonly outcome: string | undefined;
  /** True when `next` has an answer, which the questionnaire does not take there. */
  readonly refused: boolean;

  constructor(reading: Reading, given: Answers, steps: readonly Step[], refused: boolean) {
    const { start } = reading;
    const last = steps.at(-1);
    const at = last?.to ?? start.question;
    this.reading = reading;
    this.given = given;
    this.steps = steps;
    this.refused = refused;
    this.path = steps.map(({ question }) => question);
    this.answers = Object.fromEntries(steps.map(({ question, answer }) => [question, answer]));
    this.facts = last?.after ?? start.facts;
    this.next = reading.isOutcome(at) ? undefined : at;
    this.outcome = reading.isOutcome(at) ? at : undefined;
  }

  /** The option ids that a question offers on this path, or at its end where it is not on the path. */
  offered(question: string): readonly string[] {
    const step = this.steps.find((one) => one.question === question);
    return step?.offered ?? this.reading.offered({ question, facts: this.facts });
  }

  /** The answers that others settle, so that they were not asked for. */
  get stated(): readonly StatedAnswer[] {
    return this.reading.questionnaire.stated.filter(
      ({ question, when }) => !this.path.includes(question) && this.reading.holds(when, this.facts),
    );
  }

  /** The to-do ids that these answers come to. */
  get todos(): readonly string[] {
    return this.reading.todosAt(this);
  }

  /** The to-do ids that the answers themselves show to be done. */
  get done(): readonly string[] {
    return Object.entries(this.reading.questionnaire.done)
      .filter(([, rule]) => this.reading.holds(rule, this.facts))
      .map(([todo]) => todo);
  }
}
