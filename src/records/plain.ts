/** The plain sentence of a result: what to do with this plan, chosen by rule, with how much has to be done first. */
import type { Replay } from '../engine/replay.ts';
import type { Decision } from './decide.ts';
import type { OutcomeWords } from './words.ts';

export type Sentence = NonNullable<OutcomeWords['because']>[number];

/** Numbers up to twelve are written out. */
const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** A number as it is read in a sentence: in words up to twelve. */
export function inWords(number: number): string {
  return NUMBERS[number] ?? String(number);
}

/** The sentence whose rule holds where the answers end, the first such; undefined where the outcome has none. */
export function sentenceAt(
  { reading, facts }: Pick<Replay, 'reading' | 'facts'>,
  because: readonly Sentence[] | undefined,
): Sentence | undefined {
  return because?.find(({ when }) => when === undefined || reading.holds(when, facts));
}

const count = (number: number, thing: string): string =>
  `${inWords(number)} ${thing}${number === 1 ? '' : 's'}`;
const is = (number: number): string => (number === 1 ? 'is' : 'are');

/** “five things are done”: what has to come first; empty where nothing is left to do before the start. */
export function leftToDo({
  todos,
  openPoints,
}: {
  readonly todos: Decision['todos'];
  readonly openPoints: readonly unknown[];
}): string {
  const left = todos.filter(({ holdsBack }) => holdsBack);
  const standing = left.filter(({ words }) => words.scope === 'campaign').length;
  const ofUse = left.length - standing;
  const parts: string[] = [];
  if (ofUse > 0 && standing > 0) {
    parts.push(`${count(ofUse, 'thing')} for this use and ${inWords(standing)} for your campaign are done`);
  } else if (standing > 0) parts.push(`${count(standing, 'thing')} for your campaign ${is(standing)} done`);
  else if (ofUse > 0) parts.push(`${count(ofUse, 'thing')} ${is(ofUse)} done`);
  const open = openPoints.length;
  if (open > 0) parts.push(`${count(open, 'open point')} ${is(open)} settled`);
  return parts.join(' and ');
}

/** The plain sentence of a decision; undefined before an outcome, or where the outcome has no sentences. */
export function plainOf(decision: Decision, outcome: OutcomeWords | undefined): string | undefined {
  const sentence = sentenceAt(decision.replay, outcome?.because);
  if (sentence === undefined) return undefined;
  const rests = decision.verdict === 'stop' ? decision.restsOnOpenPoint : decision.provisional;
  const said = (rests ? sentence.open : undefined) ?? sentence.plain;
  // A stop that an open point could undo is not said as one that stands.
  if (decision.verdict === 'stop' && rests && sentence.open === undefined) return undefined;
  const left = leftToDo(decision);
  return said.replace(', {once}', left === '' ? '' : `, once ${left}`);
}
