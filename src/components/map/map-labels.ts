/** What stands on the map: short labels that fit its boxes, and the whole text behind each. */
import type { Diagram, DiagramEdge } from '../../engine/diagram.ts';
import type { Questionnaire, Verdict } from '../../engine/define.ts';
import { verdictMarks } from '../../records/verdict-marks.ts';
import type { Words } from '../../records/words.ts';
import { routesInWords, type WayOn } from '../questionnaire/routes-in-words.ts';

/** Characters in a line of a question or beside an arrow. */
export const LINE_WIDTH = 24;
/** Characters in a line of an outcome, which holds its verdict's mark as well. */
export const OUTCOME_LINE_WIDTH = 19;
const MOST_LINES = 3;
/** Answers that are named beside an arrow; of more, the first one and how many others. */
const MOST_ANSWERS = 3;

export interface NodeLabel {
  readonly id: string;
  readonly verdict?: Verdict;
  readonly lines: readonly string[];
  /** The verdict in words, below an outcome's name. */
  readonly verdictLines: readonly string[];
  /** Everything that the label is short for. */
  readonly whole: string;
  /** Relative to the questionnaire's own page. */
  readonly href: string;
}

export interface EdgeLabel {
  readonly edge: DiagramEdge;
  /** None where every answer leads here. */
  readonly lines: readonly string[];
  readonly whole: string;
}

export interface MapLabels {
  readonly nodes: readonly NodeLabel[];
  readonly edges: readonly EdgeLabel[];
}

/** The labels of a questionnaire's map, in the order of its diagram. */
export function labelMap(diagram: Diagram, questionnaire: Questionnaire, words: Words): MapLabels {
  const numbers = new Map(Object.keys(questionnaire.questions).map((id, place) => [id, place + 1]));
  const routes = new Map([...numbers.keys()].map((id) => [id, routesInWords(questionnaire, words, id)]));
  return {
    nodes: diagram.nodes.map(({ id, verdict }) => {
      if (verdict === undefined) {
        const whole = `${numbers.get(id) ?? ''}. ${words.questions[id]?.text ?? id}`;
        const lines = breakLines(whole, LINE_WIDTH, MOST_LINES);
        return { id, lines, verdictLines: [], whole, href: `worksheet/#${id}` };
      }
      const name = words.outcomes[id]?.name ?? id;
      const { word } = verdictMarks[verdict];
      return {
        id,
        verdict,
        lines: breakLines(name, OUTCOME_LINE_WIDTH, MOST_LINES),
        verdictLines: breakLines(word, OUTCOME_LINE_WIDTH, MOST_LINES),
        whole: `${name}: ${word}`,
        href: `outcomes/#${id}`,
      };
    }),
    edges: diagram.edges.map((edge) => {
      const ways = (routes.get(edge.from) ?? []).filter(({ way }) => way.to === edge.to);
      return {
        edge,
        lines: ways.flatMap((way, place) => {
          const short = shorten(way);
          return short === '' ? [] : breakLines(`${place > 0 ? 'Or: ' : ''}${short}`, LINE_WIDTH, MOST_LINES);
        }),
        whole: ways.map(inFull).join(' Or: '),
      };
    }),
  };
}

function shorten({ way, answers, when }: WayOn): string {
  const said =
    answers.length > MOST_ANSWERS
      ? `${answers[0] ?? ''}, or ${answers.length - 1} other answers`
      : answers.join(', or ');
  if (when !== undefined) return said === '' ? when : `${said}. ${when}`;
  if (way.otherwise) return said === '' ? 'Otherwise' : `${said}, otherwise`;
  return said;
}

/** A way on as a sentence. */
export function inFull({ way, answers, when }: WayOn): string {
  const said = answers.join(', or ');
  if (when !== undefined) return said === '' ? `If this holds: ${when}` : `${said}, if this holds: ${when}`;
  if (way.otherwise) return said === '' ? 'Otherwise.' : `${said}, otherwise.`;
  return said === '' ? 'Every answer.' : `${said}.`;
}

/** A text in lines of at most so many characters; what does not fit is cut off at a word, with an ellipsis. */
export function breakLines(text: string, width: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').flatMap((one) => one.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [])) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= most) return lines;
  const trimmed = (line: string): string => line.replace(/[ ,;:.]+$/, '');
  let end = trimmed(lines[most - 1] ?? '');
  while (end.length >= width && end.includes(' ')) end = trimmed(end.slice(0, end.lastIndexOf(' ')));
  return [...lines.slice(0, most - 1), `${end.slice(0, width - 1)}…`];
}
