/** The shapes of the map, told apart without colour: a box for a question, and one for each verdict. */
import type { Verdict } from '../../engine/define.ts';

/** The outline of a question (no verdict) or an outcome as path data, its top left corner at x and y. */
export function outlineOf(
  verdict: Verdict | undefined,
  x: number,
  y: number,
  width: number,
  height: number,
): string {
  const [right, bottom] = [x + width, y + height];
  const corner = Math.round(Math.min(height / 3, 14));
  switch (verdict) {
    case undefined:
    case 'not-needed':
      return `M${x} ${y}H${right}V${bottom}H${x}Z`;
    case 'stop':
      return `M${x + corner} ${y}H${right - corner}L${right} ${y + corner}V${bottom - corner}L${right - corner} ${bottom}H${x + corner}L${x} ${bottom - corner}V${y + corner}Z`;
    case 'proceed-if':
      return `M${x + corner} ${y}H${right - corner}L${right} ${y + height / 2}L${right - corner} ${bottom}H${x + corner}L${x} ${y + height / 2}Z`;
    case 'proceed': {
      const turn = (toX: number, toY: number) => `A${corner} ${corner} 0 0 1 ${toX} ${toY}`;
      return `M${x + corner} ${y}H${right - corner}${turn(right, y + corner)}V${bottom - corner}${turn(right - corner, bottom)}H${x + corner}${turn(x, bottom - corner)}V${y + corner}${turn(x + corner, y)}Z`;
    }
  }
}
