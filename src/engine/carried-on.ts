/** What another questionnaire starts with, of what answers have said and found. */
import { leavesOpen } from './answer.ts';
import {
  NOT_KNOWN,
  questionOf,
  type Answer,
  type Finding,
  type FollowOn,
  type Questionnaire,
} from './define.ts';
import { openPoints } from './open-points.ts';
import type { Replay } from './replay.ts';

/**
 * Question there → the answer that it starts with. What was not asked, and what no finding settles, is absent. Where an
 * "I don't know yet" could turn a finding, that is what goes along: a finding is worked out on the cautious answer, and
 * must not pass there for something that is known.
 */
export function carriedOn({ carries }: FollowOn, replay: Replay): Readonly<Record<string, Answer>> {
  return Object.fromEntries(
    Object.entries(carries).flatMap(([there, from]) => {
      const answer = typeof from === 'string' ? answerHere(from, replay) : found(from, replay);
      return answer === undefined ? [] : [[there, answer] as const];
    }),
  );
}

function answerHere(question: string, { steps }: Replay): Answer | undefined {
  return steps.find((step) => step.question === question)?.answer;
}

/** The answer of the first finding that is so, or “I don’t know yet” where that one, or one before it, is still open. */
function found(findings: readonly Finding[], replay: Replay): Answer | undefined {
  const holding = findings.findIndex((one) =>
    'at' in one ? one.at.includes(replay.outcome ?? '') : replay.reading.holds(one.when, replay.facts),
  );
  if (holding < 0) return undefined;
  const isOpen = findings
    .slice(0, holding + 1)
    .some((one) => ('at' in one ? outcomeIsOpen(replay) : ruleIsOpen(one.when, replay)));
  const answer = findings[holding]?.answer;
  return isOpen && answer !== undefined ? notKnownAs(answer) : answer;
}

/** “I don’t know yet”, as the question says it that would have taken this answer. */
function notKnownAs(answer: Answer): Answer {
  if (typeof answer !== 'object') return NOT_KNOWN;
  if (Array.isArray(answer)) return [NOT_KNOWN];
  return Object.fromEntries(Object.keys(answer).map((point) => [point, NOT_KNOWN]));
}

const outcomeIsOpen = (replay: Replay): boolean => openPoints(replay).some((point) => point.outcomeRests);

function ruleIsOpen(rule: string, { reading: { questionnaire }, steps }: Replay): boolean {
  const read = questionsBehind(questionnaire, questionnaire.rules[rule]?.reads ?? []);
  return steps.some(
    ({ question, answer }) => read.has(question) && leavesOpen(questionOf(questionnaire, question), answer),
  );
}

/** The questions whose answers make these facts what they are; of a mark, also those that its rules read. */
function questionsBehind(
  questionnaire: Questionnaire,
  names: readonly string[],
  seen: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const questions = new Set<string>();
  for (const name of names.filter((one) => !seen.has(one))) {
    const fact = questionnaire.facts[name];
    if (fact === undefined) continue;
    if (fact.from !== 'marks') {
      for (const question of fact.from === 'ratings' ? fact.questions : [fact.question])
        questions.add(question);
      continue;
    }
    for (const [question, rules] of Object.entries(questionnaire.marks[name] ?? {})) {
      questions.add(question);
      const reads = rules.flatMap((rule) => questionnaire.rules[rule]?.reads ?? []);
      for (const one of questionsBehind(questionnaire, reads, new Set([...seen, name]))) questions.add(one);
    }
  }
  return questions;
}
