/** Random answers from a fixed seed: the same seed gives the same answers on every machine. */
import { takesNotKnown } from '../../src/engine/answer.ts';
import { NOT_KNOWN, type Answer, type Question, type Questionnaire } from '../../src/engine/define.ts';

/** A stream of numbers from 0 up to 1 (mulberry32). */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** One of a list. @throws Error when the list is empty. */
export function oneOf<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('There is nothing to choose from.');
  return item;
}

/** An answer of the question's kind out of these options. Dates and numbers are any, not only the samples. */
export function randomAnswer(random: Random, question: Question, options: readonly string[]): Answer {
  const unknown = takesNotKnown(question) ? [NOT_KNOWN] : [];
  switch (question.kind) {
    case 'choice':
    case 'rating':
      return oneOf(random, [...options, ...unknown]);
    case 'choices': {
      const kind = random();
      if (question.none !== undefined && kind < 0.25) return [question.none];
      if (question.notKnown === 'alone' && kind < 0.35) return [NOT_KNOWN];
      const free = options.filter((option) => option !== question.none);
      const share = oneOf(random, [0.1, 0.3, 0.7]);
      const chosen = free.filter(() => random() < share);
      if (question.notKnown === 'with-others' && random() < 0.05) chosen.push(NOT_KNOWN);
      return chosen.length > 0 ? chosen : [oneOf(random, free)];
    }
    case 'points': {
      const yes = oneOf(random, [0.5, 0.9, 1]);
      const said = () => (random() < yes ? 'yes' : oneOf(random, ['no', NOT_KNOWN] as const));
      return Object.fromEntries(options.map((option) => [option, said()]));
    }
    case 'date': {
      const day = new Date(Date.UTC(2019, 0, 1) + Math.floor(random() * 5000) * 86_400_000);
      const date = day.toISOString().slice(0, 'yyyy-mm-dd'.length);
      const timed = () => `${date}T${String(Math.floor(random() * 24)).padStart(2, '0')}:30`;
      const dates =
        question.clock === undefined ? [date] : question.clock === 'required' ? [timed()] : [date, timed()];
      return oneOf(random, [...options, ...unknown, ...question.samples, ...dates]);
    }
    case 'number': {
      const any = question.least + Math.floor(random() * (question.most - question.least + 1));
      return oneOf(random, [...unknown, ...question.samples, any]);
    }
    case 'text':
      return oneOf(random, ['In words', NOT_KNOWN, '1', 'Ŵyn & “Ŷ”']);
  }
}

/**
 * An answer to every question, whether or not it would be asked. What is offered only on a condition is left out
 * of half of the answers, so that many of them fit where they come up and some do not.
 */
export function randomAnswers(random: Random, questionnaire: Questionnaire): Record<string, Answer> {
  return Object.fromEntries(
    Object.entries(questionnaire.questions).map(([id, question]) => {
      const conditions = questionnaire.offered[id] ?? {};
      const leaveOut = random() < 0.5;
      const options = question.options.filter((option) => !leaveOut || conditions[option] === undefined);
      return [id, randomAnswer(random, question, options)];
    }),
  );
}
