/**
 * Stands in for the unpacker of WOFF2 fonts in what makes a PDF. Fonts of PDF records are TrueType, and that unpacker
 * holds a dictionary which is a third of the whole script.
 */
export default function unpack(): never {
  throw new Error('Fonts of a PDF are TrueType: a WOFF2 font is not unpacked here.');
}
