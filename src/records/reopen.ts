/** Opens a record again: what its answers give under the rules it was made under, and under those of today. */
import type { Questionnaire, Verdict } from '../engine/define.ts';
import { openPoints } from '../engine/open-points.ts';
import { reachableOutcomes } from '../engine/reachable.ts';
import { under } from '../engine/reading.ts';
import type { Replay } from '../engine/replay.ts';
import { decide, verdictOf } from './decide.ts';
import { draftOf } from './build-record.ts';
import { matchesFingerprint } from './fingerprint.ts';
import { partingOf } from './partings.ts';
import type { DecisionRecord } from './record.ts';
import type { LawWords, Words } from './words.ts';

/** Something in a record that today’s questionnaire does not take. */
export interface NotReplayed {
  /**
   * `edition-gone`: we do not know the edition that decided. `question-gone`: there is no such question any more.
   * `answer-gone`: the question does not offer this answer any more. `not-asked`: after the other answers it is no
   * longer asked. `newly-asked`: a question that the record does not answer is asked.
   */
  readonly what: 'edition-gone' | 'question-gone' | 'answer-gone' | 'not-asked' | 'newly-asked';
  /** Absent for an edition. */
  readonly question?: string;
  /** The question as the record shows it, or as it is asked today; for an edition, its name. */
  readonly text: string;
  /** The recorded answer; empty where there is none. */
  readonly said: readonly string[];
}

export interface NamedOutcome {
  readonly id: string;
  readonly name: string;
  readonly verdict: Verdict;
}

/** What a record’s answers give under today’s newest edition. */
export interface Today {
  readonly edition: string;
  /** Absent where today’s rules ask what was not asked then. */
  readonly outcome?: NamedOutcome;
  /** The question that today’s rules ask besides, and the outcomes that its answer could lead to. */
  readonly asks?: { readonly question: string; readonly text: string };
  readonly reachable: readonly { readonly id: string; readonly name: string }[];
  /** Whether the outcome is still the same. */
  readonly same: boolean;
  /** If it is not: the question after which the two part, and the law changes that did it. */
  readonly parts?: {
    readonly question: string;
    readonly text: string;
    readonly law: readonly (LawWords & { readonly id: string })[];
  };
}

export interface Reopened {
  /** Whether the record gives the fingerprint that it carries; undefined where this browser cannot work one out. */
  readonly matches: boolean | undefined;
  /** The questionnaire’s version in the record, beside today’s. */
  readonly version: 'same' | 'older' | 'newer';
  /** If this is not empty, the outcome is as recorded and was not replayed. */
  readonly notReplayed: readonly NotReplayed[];
  /** What the record’s own answers give under the edition it was made under; absent where it was not replayed. */
  readonly then?: NamedOutcome;
  /** False where the record states another result than its own answers give; absent where it was not replayed. */
  readonly agrees?: boolean;
  /** Absent where it was not replayed. */
  readonly today?: Today;
}

/**
 * Replays a record. Nothing in it is trusted to fit the questionnaire: ids are looked up among our own.
 *
 * @param matches what `restoreRecord` found; worked out here if left out
 */
export async function reopen(
  record: DecisionRecord,
  questionnaire: Questionnaire,
  words: Words,
  matches?: boolean,
): Promise<Reopened> {
  const base = {
    matches: matches ?? (await matchesFingerprint(record).catch(() => undefined)),
    version: compareVersions(record.questionnaire.version, questionnaire.version),
  };
  const { answers, todos } = draftOf(record, questionnaire);
  if (!questionnaire.editions.includes(record.edition.id)) {
    return { ...base, notReplayed: [{ what: 'edition-gone', text: record.edition.name, said: [] }] };
  }
  const replay = under(questionnaire, record.edition.id).replay(answers);
  const notReplayed = whatIsNotTaken(record, replay, words);
  if (notReplayed.length > 0) return { ...base, notReplayed };

  const outcome = replay.outcome ?? '';
  const provisional = openPoints(replay).length > 0;
  const verdict = verdictOf(
    questionnaire.outcomes[outcome]?.verdict ?? 'stop',
    provisional,
    record.todos.some((todo) => todo.holdsBack),
  );
  return {
    ...base,
    notReplayed,
    then: { id: outcome, name: words.outcomes[outcome]?.name ?? outcome, verdict },
    agrees:
      outcome === record.outcome.id &&
      verdict === record.outcome.verdict &&
      provisional === record.outcome.provisional,
    today: todayOf(replay, words, todos),
  };
}

type Draft = ReturnType<typeof draftOf>;

function whatIsNotTaken(
  { steps }: DecisionRecord,
  { reading, path, next, refused }: Replay,
  words: Words,
): readonly NotReplayed[] {
  const named = (what: NotReplayed['what'], step: DecisionRecord['steps'][number]): NotReplayed => ({
    what,
    question: step.question,
    text: step.text,
    said: step.said,
  });
  const gone = steps.filter((step) => !Object.hasOwn(reading.questionnaire.questions, step.question));
  const refusedStep = refused ? steps.find((step) => step.question === next) : undefined;
  const found = [
    ...gone.map((step) => named('question-gone', step)),
    ...(refusedStep === undefined ? [] : [named('answer-gone', refusedStep)]),
  ];
  if (next !== undefined && !refused) {
    found.push({ what: 'newly-asked', question: next, text: words.questions[next]?.text ?? next, said: [] });
  }
  // Behind the place where the replay stopped, every answer is off the path: only the first cause is named.
  if (found.length > 0) return found;
  return steps.filter((step) => !path.includes(step.question)).map((step) => named('not-asked', step));
}

function todayOf(then: Replay, words: Words, todos: Draft['todos']): Today {
  const { questionnaire, edition: made } = then.reading;
  const edition = questionnaire.editions.at(-1) ?? made;
  const named = (id: string) => ({ id, name: words.outcomes[id]?.name ?? id });
  const decision = decide(under(questionnaire, edition).replay(then.given), words, todos);
  const same = decision.outcome === then.outcome;
  const parting = same ? undefined : partingOf(then, decision.replay);
  const parts =
    parting === undefined
      ? {}
      : {
          parts: {
            question: parting.question,
            text: words.questions[parting.question]?.text ?? parting.question,
            law: parting.law.flatMap((id) => {
              const change = words.law[id];
              return change === undefined ? [] : [{ id, ...change }];
            }),
          },
        };
  if (decision.outcome !== undefined && decision.verdict !== undefined) {
    return {
      edition,
      outcome: { ...named(decision.outcome), verdict: decision.verdict },
      reachable: [],
      same,
      ...parts,
    };
  }
  const asks = decision.replay.next ?? questionnaire.start;
  return {
    edition,
    asks: { question: asks, text: words.questions[asks]?.text ?? asks },
    reachable: reachableOutcomes(decision.replay).map(named),
    same,
    ...parts,
  };
}

function compareVersions(recorded: string, ours: string): Reopened['version'] {
  const numbers = (version: string) => version.split('.').map(Number);
  const [one, other] = [numbers(recorded), numbers(ours)];
  for (const place of [0, 1, 2]) {
    const difference = (one[place] ?? 0) - (other[place] ?? 0);
    if (difference !== 0) return difference < 0 ? 'older' : 'newer';
  }
  return 'same';
}
