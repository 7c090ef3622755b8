/** The record of a checklist: what was ticked on a day, and what was not. */
import { isoWithOffset } from './dates.ts';
import { withFingerprint } from './fingerprint.ts';
import { REGULATOR } from './notice.ts';
import { cleanText } from './said.ts';
import { stateOf, type TickState, type Ticks } from './ticks.ts';

/** Names the shape, and tells these files from decision records. */
export const CHECKLIST_SCHEMA = 'clear-canvass/checklist-record/1';

const NOTICE =
  'This record is not legal advice, and it does not come from the regulator. It sets down which statements of the plain-English edition someone ticked, and on which day. A tick says that someone ticked it. It does not show that the law was kept.';

/** An id, and what it was called when the record was made. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A statement as it stood on the checklist. */
export interface ListedStatement {
  /** The id of its clause. */
  readonly clause: string;
  readonly strength: 'must' | 'must-not' | 'should' | 'should-not' | 'may';
  /** Its words in the plain-English edition. */
  readonly text: string;
  /** The part of the edition that it comes from. */
  readonly subject: Named;
  /** Law changes since the draft that touch it: their ids and titles. */
  readonly law: readonly Named[];
}

/** A statement, and what became of it. */
export interface ChecklistItem extends ListedStatement {
  readonly state: TickState;
}

/** All but the fingerprint: what that is taken over. */
export interface ChecklistRecordBody {
  readonly schema: typeof CHECKLIST_SCHEMA;
  readonly moment: Named;
  /** The kind of campaigner that it was made for; absent where it was made for any. */
  readonly who?: Named;
  /** That it is not legal advice, and what a tick is worth. */
  readonly notice: string;
  /** The regulator’s name as it stood. */
  readonly regulator: string;
  readonly campaign: string;
  /** Who ticked. */
  readonly tickedBy: string;
  /** When the record was made: ISO date and time with offset. */
  readonly madeAt: string;
  /** Every statement of the moment for that kind of campaigner, in the order of the list. */
  readonly items: readonly ChecklistItem[];
}

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

/** Needs `crypto.subtle`: see `fingerprintOf`. */
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
      state: stateOf(statement.clause, statement.subject.id, ticks),
    })),
  };
  return withFingerprint(body);
}

/** Date and moment, such as `2026-05-02-checklist-at-the-door.html`. */
export function checklistFileName(
  { madeAt, moment }: Pick<ChecklistRecordBody, 'madeAt' | 'moment'>,
  extension: 'html' | 'json',
): string {
  return `${madeAt.slice(0, 10)}-checklist-${moment.id}.${extension}`;
}
