/**
 * Where everything on the map stands. Graphviz places boxes, arrows and labels when the site is built; the drawing
 * itself is made from these numbers, so that it is the site's own SVG: text in its fonts, no style attribute, and
 * nothing in it but what the page needs. Distances are in the units of the drawing, 18 of them to a rem.
 */
import { Graphviz } from '@hpcc-js/wasm-graphviz';

import { LINE_WIDTH, type EdgeLabel, type MapLabels, type NodeLabel } from './map-labels.ts';

/** Height of a line in a box, and of one beside an arrow. */
export const BOX_LINE = 18;
export const EDGE_LINE = 16;
/** From the edge of a box to its first line. */
export const BOX_PADDING = 10;
/** Wide enough for the widest of the fonts that the site asks for. */
const BOX_CHARACTER = 8.2;
const EDGE_CHARACTER = 7.2;
const BOX_WIDTH = Math.ceil(LINE_WIDTH * BOX_CHARACTER) + 2 * BOX_PADDING;
/** As large as whatever is pressed has to be. */
const LEAST_HEIGHT = 44;
const ARROW = { length: 10, halfWidth: 4 };
/** Around the whole drawing. */
const EDGE_OF_DRAWING = 8;
/** Width to height of what a sheet of A4 or A3 on its side has room for, its margins and its number left out. */
const SHEET_SHAPE = 1.56;
/** Between a box and the edge of a sheet. */
const SHEET_GAP = 6;
/** A narrow map is not blown up beyond this width on a sheet. */
const LEAST_SHEET_WIDTH = 1100;

export interface PlacedNode extends NodeLabel {
  /** Its top left corner. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedEdge extends EdgeLabel {
  /** The line and the head of the arrow, as path data. */
  readonly line: string;
  readonly head: string;
  /** The middle of the first line of its label. */
  readonly labelX: number;
  readonly labelY: number;
}

/** A part of the drawing that fits a sheet of paper on its side. */
export interface MapSheet {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface MapLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  /** From the top down. */
  readonly sheets: readonly MapSheet[];
}

/** What is read of Graphviz's `json`: positions in points with y upwards. */
interface GraphvizLayout {
  readonly bb: string;
  readonly objects: readonly { readonly name: string; readonly pos: string }[];
  readonly edges: readonly { readonly id: string; readonly pos: string; readonly lp?: string }[];
}

const graphviz = Graphviz.load();

/** A first question that stands farther in than this is drawn at the side, so that a phone shows it first. */
const FARTHEST_START = 250;

/** How many units of width it is worth to have the first question one unit nearer to the side where reading starts. */
const START_WEIGHT = 4;

/** Lays a map out: of several layouts the one that is narrow and starts on the left. The same labels give the same. */
export async function layOutMap(labels: MapLabels): Promise<MapLayout> {
  const drawing = await graphviz;
  const order = new Map(labels.nodes.map(({ id }, place) => [id, place]));
  const inOrder = labels.edges.map((label, index) => ({ label, index }));
  const nearestFirst = inOrder.toSorted(
    (a, b) => (order.get(a.label.edge.to) ?? 0) - (order.get(b.label.edge.to) ?? 0),
  );
  const quarter = Math.floor(nearestFirst.length / 4);
  const tried = [
    inOrder,
    nearestFirst,
    inOrder.toReversed(),
    nearestFirst.toReversed(),
    // Where a flow comes together again late, the first question is pushed least if its middle is drawn first.
    [...nearestFirst.slice(quarter), ...nearestFirst.slice(0, quarter)],
  ]
    .flatMap((edges) =>
      ['mclimit=10', 'mclimit=20', 'mclimit=10, ordering=out'].map((settings) =>
        dotOf(labels.nodes, edges, settings),
      ),
    )
    .map((dot) => placeAll(labels, JSON.parse(drawing.layout(dot, 'json', 'dot')) as GraphvizLayout));
  const cost = ({ width, nodes }: MapLayout) => width + START_WEIGHT * (nodes[0]?.x ?? 0);
  return startAtSide(tried.reduce((best, one) => (cost(one) < cost(best) ? one : best)));
}

/**
 * Moves the first question to the side where it stands far in, as where a flow parts at once and comes together late.
 * Nothing else stands in its row: a line leads along that to where its arrows begin.
 */
function startAtSide(layout: MapLayout): MapLayout {
  const [start, ...others] = layout.nodes;
  if (start === undefined || start.x <= FARTHEST_START) return layout;
  const moved = { ...start, x: EDGE_OF_DRAWING };
  const middle = start.y + Math.round(start.height / 2);
  const along = `M${moved.x + moved.width} ${middle}L${start.x + Math.round(start.width / 2)} ${middle}L`;
  return {
    ...layout,
    nodes: [moved, ...others],
    edges: layout.edges.map((one) =>
      one.edge.from === start.id ? { ...one, line: along + one.line.slice(1) } : one,
    ),
  };
}

/** The whole drawing, mirrored where that brings the first question nearer to the left. */
function placeAll(labels: MapLabels, laidOut: GraphvizLayout): MapLayout {
  const [, , boundsWidth = 0, boundsHeight = 0] = laidOut.bb.split(',').map(Number);
  const width = Math.ceil(boundsWidth) + 2 * EDGE_OF_DRAWING;
  const height = Math.ceil(boundsHeight) + 2 * EDGE_OF_DRAWING;
  const start = laidOut.objects.find(({ name }) => name === labels.nodes[0]?.id);
  const isMirrored = Number(start?.pos.split(',')[0] ?? 0) > boundsWidth / 2;
  const place = (position: string): Point => {
    const [x = 0, y = 0] = position.split(',').map(Number);
    return { x: (isMirrored ? boundsWidth - x : x) + EDGE_OF_DRAWING, y: boundsHeight - y + EDGE_OF_DRAWING };
  };

  const centres = new Map(laidOut.objects.map(({ name, pos }) => [name, place(pos)]));
  const nodes = labels.nodes.map((label) => {
    const centre = centres.get(label.id) ?? { x: 0, y: 0 };
    const size = { width: BOX_WIDTH, height: heightOf(label) };
    return {
      ...label,
      ...size,
      x: Math.round(centre.x - size.width / 2),
      y: Math.round(centre.y - size.height / 2),
    };
  });
  const routes = new Map(laidOut.edges.map((edge) => [edge.id, edge]));
  const edges = labels.edges.map((label, index) => {
    const route = routes.get(String(index));
    const points = (route?.pos ?? '').split(' ').map(place);
    const middle = place(route?.lp ?? '0,0');
    return {
      ...label,
      line: lineThrough(points),
      head: headOf(points),
      labelX: Math.round(middle.x),
      labelY: Math.round(middle.y - ((label.lines.length - 1) * EDGE_LINE) / 2),
    };
  });
  return { width, height, nodes, edges, sheets: cutIntoSheets(width, height, nodes, edges) };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const heightOf = ({ lines, verdictLines }: NodeLabel): number =>
  Math.max(LEAST_HEIGHT, (lines.length + verdictLines.length) * BOX_LINE + 2 * BOX_PADDING);

/** The map for Graphviz. Each edge is named by its place among the labels, whatever the order it stands in here. */
function dotOf(
  nodes: readonly NodeLabel[],
  edges: readonly { readonly label: EdgeLabel; readonly index: number }[],
  settings: string,
): string {
  const inches = (units: number): string => (units / 72).toFixed(4);
  return [
    // More tries than usual at crossing fewer lines: they take a moment, and a larger map becomes much narrower.
    `digraph { graph [rankdir=TB, nodesep=0.3, ranksep=0.4, ${settings}]`,
    `node [shape=box, fixedsize=true, label="", width=${inches(BOX_WIDTH)}] edge [dir=none]`,
    ...nodes.map((node) => `"${node.id}" [height=${inches(heightOf(node))}]`),
    ...edges.map(({ label: { edge, lines }, index }) => {
      const width = Math.ceil(Math.max(...lines.map((line) => line.length)) * EDGE_CHARACTER) + 8;
      // A table of a fixed size keeps the room; the text is set in the page's own font.
      const room =
        lines.length === 0
          ? ''
          : `, label=<<TABLE BORDER="0" FIXEDSIZE="TRUE" WIDTH="${width}" HEIGHT="${lines.length * EDGE_LINE + 6}"><TR><TD></TD></TR></TABLE>>`;
      return `"${edge.from}" -> "${edge.to}" [id="${index}"${room}]`;
    }),
    '}',
  ].join('\n');
}

function lineThrough(points: readonly Point[]): string {
  const [first, ...rest] = points.map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`);
  return `M${first ?? ''}C${rest.join(' ')}`;
}

function headOf(points: readonly Point[]): string {
  const tip = points.at(-1) ?? { x: 0, y: 0 };
  const from = points.findLast(({ x, y }) => Math.hypot(tip.x - x, tip.y - y) > 1) ?? tip;
  const length = Math.hypot(tip.x - from.x, tip.y - from.y) || 1;
  const [along, across] = [(tip.x - from.x) / length, (tip.y - from.y) / length];
  const corner = (side: number): string => {
    const x = tip.x - along * ARROW.length - across * ARROW.halfWidth * side;
    const y = tip.y - across * ARROW.length + along * ARROW.halfWidth * side;
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  };
  return `M${tip.x.toFixed(1)} ${tip.y.toFixed(1)}L${corner(1)} ${corner(-1)}Z`;
}

/** Cuts as low on each sheet as can be: between boxes and labels; else between boxes; else at its end. */
function cutIntoSheets(
  width: number,
  height: number,
  nodes: readonly PlacedNode[],
  edges: readonly PlacedEdge[],
): MapSheet[] {
  const boxes = nodes.map(({ y, height: tall }): Span => [y, y + tall]);
  const labels = edges.flatMap(({ lines, labelY }): Span[] =>
    lines.length === 0 ? [] : [[labelY - EDGE_LINE / 2, labelY + (lines.length - 0.5) * EDGE_LINE]],
  );
  const sheetWidth = Math.max(width, LEAST_SHEET_WIDTH);
  const most = Math.floor(sheetWidth / SHEET_SHAPE);
  const cutBetween = (spans: readonly Span[], top: number): number | undefined => {
    for (let cut = top + most; cut > top + most / 2; cut -= 1) {
      if (spans.every(([from, to]) => cut < from - SHEET_GAP || cut > to + SHEET_GAP)) return cut;
    }
    return undefined;
  };
  const sheets: MapSheet[] = [];
  for (let top = 0; top < height;) {
    const bottom =
      top + most >= height
        ? height
        : (cutBetween([...boxes, ...labels], top) ?? cutBetween(boxes, top) ?? top + most);
    sheets.push({ x: Math.round((width - sheetWidth) / 2), y: top, width: sheetWidth, height: bottom - top });
    top = bottom;
  }
  return sheets;
}

/** From the top to the bottom of something. */
type Span = readonly [from: number, to: number];
