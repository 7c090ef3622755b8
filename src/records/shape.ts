/** The shapes that a record can have, as they are told to whoever reads one. It imports nothing. */

/** The version of the shape that this site writes. */
export const RECORD_SHAPE = 2;

/** That a file of this shape can be read, and by what, in plain words. */
export function shapeName(shape: number): string {
  return `This is a decision record of Clear Canvass in shape ${shape}. Every later version of the site opens it. A site that knows fewer shapes than that says so, and opens nothing.`;
}
