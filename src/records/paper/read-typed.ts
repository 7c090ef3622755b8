/** What was typed off a worksheet, code by code: each is a box, or is said to be none and why. */
import type { Questionnaire } from '../../engine/define.ts';
import { allBoxes, nameOf, type Box } from './boxes.ts';
import { isCode, piecesOf } from './code.ts';
import type { Codes } from './codes.ts';

/** The worksheets of the site, by their questionnaires’ ids. */
export type Worksheets = Readonly<Record<string, Pick<Codes, 'sheet' | 'codes'>>>;

/** One code as it was typed, and what it is. */
export type Typed = { readonly typed: string } & (
  | { readonly is: 'box'; readonly box: Box }
  /** The same box once more. */
  | { readonly is: 'again'; readonly box: Box }
  /** A box that today’s questionnaire no longer has, by the name that it was kept under. */
  | { readonly is: 'gone'; readonly name: string }
  /** The code of a worksheet itself. */
  | { readonly is: 'worksheet'; readonly questionnaire: string }
  /** A box of other worksheets alone. */
  | { readonly is: 'elsewhere'; readonly questionnaires: readonly string[] }
  /** Three signs that go together, and stand on no worksheet. */
  | { readonly is: 'nowhere' }
  /** No code: a sign is misread, missing or one too many. */
  | { readonly is: 'no-code' }
);

/** Whether it stands for a ticked box, of today’s worksheet or an older one: those that are counted. */
export const isTick = ({ is }: Typed): boolean => is === 'box' || is === 'gone';

/** Whether it has to be put right before answers can be made of what was typed. */
export const isWrong = ({ is }: Typed): boolean =>
  is === 'worksheet' || is === 'elsewhere' || is === 'nowhere' || is === 'no-code';

/** The questionnaire whose worksheet has this code, however it was typed; undefined where none has. */
export function worksheetOf(typed: string, worksheets: Worksheets): string | undefined {
  const [code, ...more] = piecesOf(typed);
  if (code === undefined || more.length > 0) return undefined;
  return Object.entries(worksheets).find(([, { sheet }]) => sheet === code)?.[0];
}

/** What was typed off the worksheet of a questionnaire, in the order in which it was typed. */
export function readTyped(
  typed: string,
  questionnaire: Questionnaire,
  worksheets: Worksheets,
): readonly Typed[] {
  const boxes = new Map(allBoxes(questionnaire).map((box) => [nameOf(box), box]));
  const names = new Map(
    Object.entries(worksheets[questionnaire.id]?.codes ?? {}).map(([name, code]) => [code, name]),
  );
  const before = new Set<string>();
  return piecesOf(typed).map((code): Typed => {
    if (!isCode(code)) return { typed: code, is: 'no-code' };
    const name = names.get(code);
    if (name !== undefined) {
      const box = boxes.get(name);
      if (box === undefined) return { typed: code, is: 'gone', name };
      const is = before.has(code) ? 'again' : 'box';
      before.add(code);
      return { typed: code, is, box };
    }
    const itself = worksheetOf(code, worksheets);
    if (itself !== undefined) return { typed: code, is: 'worksheet', questionnaire: itself };
    const others = Object.keys(worksheets).filter((id) =>
      Object.values(worksheets[id]?.codes ?? {}).includes(code),
    );
    return others.length > 0
      ? { typed: code, is: 'elsewhere', questionnaires: others }
      : { typed: code, is: 'nowhere' };
  });
}
