/** What is said of a reopened record: its file, its result when it was made, and its result today. */
import { plainDate } from '../../records/dates.ts';
import { plainClock } from '../../records/uk-clock.ts';
import { sayPassed } from '../../records/deadline.ts';
import { shortFingerprint } from '../../records/fingerprint.ts';
import type { DecisionRecord } from '../../records/record.ts';
import type { NotReplayed, Reopened } from '../../records/reopen.ts';
import { verdictMarks } from '../../records/verdict-marks.ts';

type Result = Pick<DecisionRecord['outcome'], 'name' | 'verdict'>;

const named = ({ name, verdict }: Result): string =>
  `“${name}” (${verdictMarks[verdict].word.toLowerCase()})`;

export function fileSentence(
  record: Pick<DecisionRecord, 'fingerprint'>,
  matches: boolean | undefined,
): string {
  if (matches === undefined) {
    return 'This browser cannot work out a fingerprint, so it cannot be told here whether the record has been changed.';
  }
  return matches
    ? `It matches its fingerprint, ${shortFingerprint(record.fingerprint)}. Compare that with the one that was noted down when the record was made.`
    : 'It has been changed since its fingerprint was taken. Ask whoever sent it for the file as it was.';
}

/** Said of a file that shows other words than its record says, from some of them on. */
export const alteredSentence = (from: string): string =>
  `The words that the file shows differ from the record in it${from === '' ? ', which says more' : `, from “${from}” on`}. Below is what the record says.`;

/** `reopened` is absent where the words of the questionnaire could not be fetched. */
export function thenSentence({ outcome }: DecisionRecord, reopened: Reopened | undefined): string {
  if (reopened?.then === undefined) return `As recorded, not replayed: ${named(outcome)}.`;
  return reopened.agrees === false
    ? `What the record states is not what its own answers give. It states ${named(outcome)}. Its answers give ${named(reopened.then)}.`
    : `${named(outcome)}. Its answers give this result.`;
}

export function todaySentence(reopened: Reopened | undefined): string {
  if (reopened === undefined) {
    return 'The questionnaire could not be fetched, so the answers were not tried against the rules of today.';
  }
  const { today } = reopened;
  if (today === undefined)
    return 'The answers do not fit the questionnaire of today as they are, so they were not tried.';
  if (today.same) return 'The same.';
  if (today.outcome !== undefined) return `Another: ${named(today.outcome)}.`;
  const could = today.reachable.map(({ name }) => `“${name}”`).join(', ');
  return `Not known, as the rules of today ask more: ${today.asks?.text ?? ''}${could === '' ? '' : ` The result could be one of these: ${could}.`}`;
}

/** A day that a record sets, and whether it has passed. `today` is ISO, where the reader is. */
export function daySentence(day: string, today: string): string {
  return `${plainDate(day)}.${day < today ? ' That day has passed.' : ''}`;
}

/** A last day of a record, or a last moment, and whether it has passed; nothing where the record knows no day. */
export function lastDaySentence(
  { on, at }: DecisionRecord['outcome']['deadlines'][number],
  now: Date,
): string | undefined {
  if (on === undefined) return undefined;
  const day = at === undefined ? { on } : { on, at };
  const passed = sayPassed(day, now);
  return `${at === undefined ? plainDate(on) : plainClock(at)}.${passed === undefined ? '' : ` ${passed}`}`;
}

const WHAT: Readonly<Record<NotReplayed['what'], string>> = {
  'edition-gone': 'It was decided under rules that this site does not know:',
  'question-gone': 'The questionnaire has no such question today:',
  'answer-gone': 'Today this question does not offer the answer that was given:',
  'not-asked': 'After the other answers, this question is not asked today:',
  'newly-asked': 'Today this is asked besides, and the record has no answer to it:',
};

export function notReplayedSentence({ what, text, said }: NotReplayed): string {
  return `${WHAT[what]} “${text}”${said.length === 0 ? '' : `, answered “${said.join('; ')}”`}.`;
}
