/**
 * A questionnaire read under one edition: what can be asked of it. It is made once for each of the two, so nothing
 * that walks answers, draws journeys or makes a record hands a questionnaire and an edition about.
 */
import { createActor } from 'xstate';
import { saysNotKnown } from './answer.ts';
import { compile, type Machine } from './compile.ts';
import {
  questionOf,
  type Answer,
  type Answers,
  type EditionView,
  type Fact,
  type FactValue,
  type FactValues,
  type Group,
  type MarkFact,
  type Question,
  type Questionnaire,
} from './define.ts';
import { kindOf } from './kinds/index.ts';
import type { Walked } from './kinds/kind.ts';
import { Replay, type Step } from './replay.ts';
import { branchesOf } from './ways.ts';

/** Where an answer leads, and the facts there. */
export interface Onward {
  readonly facts: FactValues;
  /** The id of a question or an outcome. */
  readonly to: string;
}

/** A point of a journey: the question that comes up, and the facts when it does. */
export interface Point {
  readonly question: string;
  readonly facts: FactValues;
}

/** Where answers end: at an outcome, or before one with no outcome. */
export interface End {
  readonly facts: FactValues;
  readonly outcome?: string | undefined;
}

export class Reading {
  readonly questionnaire: Questionnaire;
  /** The id of the edition. */
  readonly edition: string;
  /** The first question, and the facts before it: no mark is set, and what no answer has said yet is absent. */
  readonly start: Point;
  readonly #view: EditionView;
  #machine: Machine | undefined;

  /** @throws Error when the questionnaire has no such edition. */
  constructor(questionnaire: Questionnaire, edition: string) {
    const place = questionnaire.editions.indexOf(edition);
    if (place < 0) {
      throw new Error(
        `Questionnaire ${questionnaire.id} has no edition ${edition}. It has ${questionnaire.editions.join(', ')}.`,
      );
    }
    this.questionnaire = questionnaire;
    this.edition = edition;
    this.#view = { id: edition, isFrom: (other) => place >= questionnaire.editions.indexOf(other) };
    const marks = Object.entries(questionnaire.facts).filter(([, fact]) => fact.from === 'marks');
    this.start = {
      question: questionnaire.start,
      facts: Object.fromEntries(marks.map(([id]) => [id, false])),
    };
  }

  /** The compiled machine. */
  get machine(): Machine {
    this.#machine ??= compile(this);
    return this.#machine;
  }

  /** The question with this id. @throws Error when there is none. */
  question(id: string): Question {
    return questionOf(this.questionnaire, id);
  }

  isOutcome(id: string): boolean {
    return Object.hasOwn(this.questionnaire.outcomes, id);
  }

  /** Whether a rule holds; it is shown only the facts that it declares. @throws Error when there is no such rule. */
  holds(rule: string, facts: FactValues): boolean {
    const found = this.questionnaire.rules[rule];
    if (found === undefined) throw new Error(`Questionnaire ${this.questionnaire.id} has no rule ${rule}.`);
    const shown: Record<string, FactValue | undefined> = {};
    for (const fact of found.reads) shown[fact] = facts[fact];
    return found.holds(shown, this.#view);
  }

  /** The option ids that a question offers here, "I don't know yet" not among them. */
  offered({ question, facts }: Point): readonly string[] {
    const conditions = this.questionnaire.offered[question] ?? {};
    return this.question(question).options.filter((option) => {
      const rule = conditions[option];
      return rule === undefined || this.holds(rule, facts);
    });
  }

  /** Whether a question takes this answer here. Never throws: what is asked about may come from a hostile file. */
  takes(point: Point, answer: unknown): answer is Answer {
    const question = this.question(point.question);
    return kindOf(question).takes(question, this.offered(point), answer);
  }

  /** The facts once a question is answered and left. */
  factsAfter({ question: id, facts }: Point, answer: Answer): FactValues {
    const question = this.question(id);
    const walked = kindOf(question).walked(question, answer);
    const after: Record<string, FactValue | undefined> = { ...facts };
    for (const [name, fact] of factsSetBy(this.questionnaire, id)) {
      after[name] = valueOf(fact, question, answer, walked, facts[name]);
    }
    for (const [mark, byQuestion] of Object.entries(this.questionnaire.marks)) {
      if ((byQuestion[id] ?? []).some((rule) => this.holds(rule, after))) after[mark] = true;
    }
    return after;
  }

  /** Where an answer leads that the question takes here. */
  onward(point: Point, answer: Answer): Onward {
    const facts = this.factsAfter(point, answer);
    for (const branch of branchesOf(this.questionnaire, point.question, answer)) {
      if ('otherwise' in branch) return { facts, to: branch.otherwise };
      if (this.holds(branch.when, facts)) return { facts, to: branch.to };
    }
    throw new Error(
      `Question ${point.question} of ${this.questionnaire.id} has branches without an otherwise.`,
    );
  }

  /**
   * Walks a list of answers through the compiled machine, which has the last word on every step. Answers to questions
   * off the path are passed over; an answer that is not taken where its question comes up stops the walk there.
   */
  replay(given: Answers): Replay {
    const steps: Step[] = [];
    // One actor for the whole walk: XState’s pure `transition` makes one for each step.
    const actor = createActor(this.machine).start();
    let snapshot = actor.getSnapshot();
    let refused = false;
    while (snapshot.status === 'active') {
      const question = snapshot.value as string;
      const answer = answerTo(question, given);
      if (answer === undefined) break;
      actor.send({ type: 'answer', question, answer });
      const next = actor.getSnapshot();
      refused = next.value === question;
      if (refused) break;
      const before = snapshot.context.facts;
      steps.push({
        question,
        answer,
        before,
        offered: this.offered({ question, facts: before }),
        after: next.context.facts,
        to: next.value as string,
      });
      snapshot = next;
    }
    return new Replay(this, given, steps, refused);
  }

  /**
   * Where a list of answers ends from a point on, worked out without the machine, which takes many times as long:
   * for searches that walk hundreds of lists. The proofs hold the two against each other.
   */
  endOf(answers: Answers, from: Point = this.start): End {
    let { question, facts } = from;
    while (!this.isOutcome(question)) {
      const answer = answerTo(question, answers);
      if (answer === undefined || !this.takes({ question, facts }, answer)) return { facts };
      ({ facts, to: question } = this.onward({ question, facts }, answer));
    }
    return { facts, outcome: question };
  }

  /** To-do ids where answers end: those they add, in the questionnaire's order, after those of the outcome. Each once. */
  todosAt({ facts, outcome }: End): readonly string[] {
    const { todos, outcomes, givesWay } = this.questionnaire;
    const stops = outcome !== undefined && outcomes[outcome]?.verdict === 'stop';
    const fromAnswers = todos
      .filter(({ when }) => this.holds(when, facts))
      .flatMap(({ add, ahead = [] }) => (stops ? add : [...add, ...ahead]));
    const fromOutcome = outcome === undefined ? [] : (outcomes[outcome]?.todos ?? []);
    const all = new Set([...fromOutcome, ...fromAnswers]);
    return [...all].filter((todo) => !(givesWay[todo] ?? []).some((stronger) => all.has(stronger)));
  }
}

const known = new WeakMap<Questionnaire, Map<string, Reading>>();

/** The reading of a questionnaire under an edition, made once. @throws Error when it has no such edition. */
export function under(questionnaire: Questionnaire, edition: string): Reading {
  const readings = known.get(questionnaire) ?? new Map<string, Reading>();
  known.set(questionnaire, readings);
  const reading = readings.get(edition) ?? new Reading(questionnaire, edition);
  readings.set(edition, reading);
  return reading;
}

/** The answer to a question, looked up so that nothing inherited passes for one. */
export function answerTo(question: string, answers: Answers): Answer | undefined {
  return Object.hasOwn(answers, question) ? answers[question] : undefined;
}

/** What an answer makes of a fact. */
export function valueOf(
  fact: Exclude<Fact, MarkFact>,
  question: Question,
  answer: Answer,
  walked: Walked,
  before: FactValue | undefined,
): FactValue | undefined {
  switch (fact.from) {
    case 'answer':
      return fact.read(walked as never);
    case 'groups':
      return fact.read(fact.groups.map((group) => counts(walked, group)));
    case 'definite':
      // The same words typed into a text box are text.
      return question.kind === 'text' || !saysNotKnown(answer);
    case 'ratings':
      return fact.levels[
        Math.max(fact.levels.indexOf(walked as string), fact.levels.indexOf((before ?? '') as string))
      ];
  }
}

/** Whether an answer says of an option of the group what counts. */
function counts(walked: Walked, { options, said }: Group): boolean {
  if (Array.isArray(walked)) return options.some((option) => walked.includes(option));
  const met = walked as Readonly<Record<string, boolean>>;
  return options.some((option) => Object.hasOwn(met, option) && met[option] === (said === 'yes'));
}

/** Facts with their names, marks aside. */
export type SetByAnswer = readonly (readonly [name: string, fact: Exclude<Fact, MarkFact>])[];

const setKnown = new WeakMap<Questionnaire, ReadonlyMap<string, SetByAnswer>>();

/** The facts that the answer to a question sets, marks aside. */
export function factsSetBy(questionnaire: Questionnaire, questionId: string): SetByAnswer {
  let byQuestion = setKnown.get(questionnaire);
  if (byQuestion === undefined) {
    const made = new Map<string, SetByAnswer>();
    for (const [id, fact] of Object.entries(questionnaire.facts)) {
      if (fact.from === 'marks') continue;
      for (const question of fact.from === 'ratings' ? fact.questions : [fact.question]) {
        made.set(question, [...(made.get(question) ?? []), [id, fact]]);
      }
    }
    setKnown.set(questionnaire, made);
    byQuestion = made;
  }
  return byQuestion.get(questionId) ?? [];
}
