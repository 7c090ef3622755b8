import { describe, expect, it } from 'vitest';

import { layOutMap, type MapLayout, type PlacedNode } from '../../../../src/components/map/lay-out-map.ts';
import { labelMap } from '../../../../src/components/map/map-labels.ts';
import { outlineOf } from '../../../../src/components/map/shapes.ts';
import type { Questionnaire } from '../../../../src/engine/define.ts';
import { diagramOf } from '../../../../src/engine/diagram.ts';
import { questionnaires } from '../../../../src/questionnaires/index.ts';
import type { Words } from '../../../../src/records/words.ts';
import { verdicts } from '../../../../src/schemas/vocabulary.ts';
import { everyKind } from '../../../fixtures/site/every-kind/flow.ts';

/** Words of the length that questions have; where boxes stand depends on nothing else. */
function labelsOf(questionnaire: Questionnaire) {
  const words = {
    questions: Object.fromEntries(
      Object.keys(questionnaire.questions).map((id) => [
        id,
        { text: `${id} asked in a sentence of about three lines, which is usual` },
      ]),
    ),
    outcomes: Object.fromEntries(Object.keys(questionnaire.outcomes).map((id) => [id, { name: id }])),
  } as unknown as Words;
  return labelMap(diagramOf(questionnaire), questionnaire, words);
}

const overlap = (one: PlacedNode, other: PlacedNode): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

/** Whether a point is in a box or a stroke's breadth from it. */
const touches = (node: PlacedNode | undefined, [x = 0, y = 0]: readonly number[]): boolean =>
  node !== undefined &&
  x >= node.x - 2 &&
  x <= node.x + node.width + 2 &&
  y >= node.y - 2 &&
  y <= node.y + node.height + 2;

const numbersIn = (path: string): number[] => (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);

const all = [...questionnaires, everyKind];

describe.each(all.map((one) => [one.id, one] as const))('the picture of %s', (_id, questionnaire) => {
  const labels = labelsOf(questionnaire);
  const laidOut = layOutMap(labels);
  const nodeOf = ({ nodes }: MapLayout, id: string) => nodes.find((node) => node.id === id);

  it('has room for every box, and none lies over another', async () => {
    const { nodes, width, height } = await laidOut;
    expect(nodes.length).toBe(labels.nodes.length);
    for (const [place, node] of nodes.entries()) {
      expect(node.x >= 0 && node.y >= 0, node.id).toBe(true);
      expect(node.x + node.width <= width && node.y + node.height <= height, node.id).toBe(true);
      expect(nodes.slice(place + 1).filter((other) => overlap(node, other))).toEqual([]);
    }
  });

  it('leads people with each arrow from its question to what follows', async () => {
    const layout = await laidOut;
    expect(layout.edges.length).toBe(labels.edges.length);
    for (const { edge, line, head } of layout.edges) {
      const name = `${edge.from} → ${edge.to}`;
      expect(touches(nodeOf(layout, edge.from), numbersIn(line).slice(0, 2)), name).toBe(true);
      expect(touches(nodeOf(layout, edge.to), numbersIn(head).slice(0, 2)), name).toBe(true);
    }
  });

  it('begins on the left, where someone with a small screen looks first', async () => {
    const { nodes } = await laidOut;
    expect(nodes[0]?.id).toBe(questionnaire.start);
    expect(nodes[0]?.x).toBeLessThan(260);
  });

  it('comes on sheets that hold all of it, without a box in two halves', async () => {
    const { sheets, nodes, height } = await laidOut;
    expect(sheets[0]?.y).toBe(0);
    sheets.forEach((sheet, place) => {
      expect(sheet.y + sheet.height).toBe(sheets[place + 1]?.y ?? height);
      // A4 on its side with margins of 12 mm has 273 by 186 mm, and a line for the sheet's number.
      expect(sheet.width / sheet.height).toBeGreaterThan(273 / 178);
    });
    const halved = nodes.filter(({ y, height: tall }) =>
      sheets.every((sheet) => y < sheet.y || y + tall > sheet.y + sheet.height),
    );
    expect(halved.map(({ id }) => id)).toEqual([]);
  });

  it('is the same each time', async () => {
    expect(await layOutMap(labels)).toEqual(await laidOut);
  });
});

describe('the shapes of the map', () => {
  it('tell people a question and each verdict apart without colour', () => {
    const outlines = [undefined, ...verdicts].map((verdict) => outlineOf(verdict, 0, 0, 100, 50));
    // A question and “not needed” are both boxes: one is drawn with a broken line.
    expect(new Set(outlines).size).toBe(verdicts.length);
    expect(outlineOf('not-needed', 0, 0, 100, 50)).toBe(outlineOf(undefined, 0, 0, 100, 50));
  });
});
