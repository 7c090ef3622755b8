/** The record of a checklist: what was ticked on a day, and what was not. */
import * as v from 'valibot';
import { cleanText } from './clean-text.ts';
import { isoWithOffset } from './dates.ts';
import { dateOnly, words } from './fields.ts';
import { withFingerprint } from './fingerprint.ts';
import { REGULATOR } from './notice.ts';
import { stateOf, type Ticks } from './ticks.ts';

/** Names the shape, and tells these files from decision records. */
export const CHECKLIST_SCHEMA = 'clear-canvass/checklist-record/1';

const NOTICE =
  'This record is not legal advice, and it does not come from the regulator. It sets down which statements of the plain-English edition someone ticked, and on which day. A tick says that someone ticked it. It does not show that the law was kept.';

const id = v.pipe(v.string(), v.maxLength(100), v.regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/));

/** An id, and what it was called when the record was made. */
const named = v.strictObject({ id, name: words });
export type Named = Readonly<v.InferOutput<typeof named>>;

/** A statement as it stood on the checklist. */
const listedStatement = v.strictObject({
  /** The id of its clause. */
  clause: id,
  strength: v.picklist(['must', 'must-not', 'should', 'should-not', 'may']),
  /** Its words in the plain-English edition. */
  text: words,
  /** The part of the edition that it comes from. */
  subject: named,
  /** Law changes since the draft that touch it: their ids and titles. */
  law: v.array(named),
});
export type ListedStatement = Readonly<v.InferOutput<typeof listedStatement>>;

/** A statement, and what became of it. */
const checklistItem = v.strictObject({
  ...listedStatement.entries,
  state: v.variant('is', [
    v.strictObject({ is: v.literal('ticked'), on: dateOnly }),
    v.strictObject({ is: v.picklist(['not-ticked', 'left-out']) }),
  ]),
});
export type ChecklistItem = Readonly<v.InferOutput<typeof checklistItem>>;

/** All but the fingerprint: what that is taken over. */
export const checklistRecordSchema = v.strictObject({
  schema: v.literal(CHECKLIST_SCHEMA),
  moment: named,
  /** The kind of campaigner that it was made for; absent where it was made for any. */
  who: v.optional(named),
  /** That it is not legal advice, and what a tick is worth. */
  notice: words,
  /** The regulator’s name as it stood. */
  regulator: words,
  campaign: words,
  /** Who ticked. */
  tickedBy: words,
  /** When the record was made: ISO date and time with offset. */
  madeAt: v.pipe(v.string(), v.isoTimestamp()),
  /** Every statement of the moment for that kind of campaigner, in the order of the list. */
  items: v.array(checklistItem),
});
export type ChecklistRecordBody = Readonly<v.InferOutput<typeof checklistRecordSchema>>;

export type ChecklistRecord = ChecklistRecordBody & {
  /** SHA-256, in hex, over the RFC 8785 canonical JSON of everything else. */
  readonly fingerprint: string;
};

export interface ChecklistInput {
  readonly moment: Named;
  readonly who?: Named | undefined;
  /** The statements that hold for that kind of campaigner. */
  readonly statements: readonly ListedStatement[];
  readonly ticks: Ticks;
  readonly now: Date;
}

/** @throws ValiError where something does not fit what a record of a checklist holds. */
export async function buildChecklistRecord({
  moment,
  who,
  statements,
  ticks,
  now,
}: ChecklistInput): Promise<ChecklistRecord> {
  const body: ChecklistRecordBody = {
    schema: CHECKLIST_SCHEMA,
    moment,
    ...(who === undefined ? {} : { who }),
    notice: NOTICE,
    regulator: REGULATOR,
    campaign: cleanText(ticks.campaign),
    tickedBy: cleanText(ticks.tickedBy),
    madeAt: isoWithOffset(now),
    items: statements.map((statement) => ({
      ...statement,
      law: [...statement.law],
      state: stateOf(statement.clause, statement.subject.id, ticks),
    })),
  };
  return withFingerprint(v.parse(checklistRecordSchema, body));
}

/** Date and moment, such as `2026-05-02-checklist-at-the-door.html`. */
export function checklistFileName(
  { madeAt, moment }: Pick<ChecklistRecordBody, 'madeAt' | 'moment'>,
  extension: string,
): string {
  return `${madeAt.slice(0, 10)}-checklist-${moment.id}.${extension}`;
}
