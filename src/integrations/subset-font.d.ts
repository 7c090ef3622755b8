/** The part of `subset-font` that is used here; it brings no types of its own. */
declare module 'subset-font' {
  interface Options {
    readonly targetFormat?: 'sfnt' | 'woff' | 'woff2';
    readonly noHinting?: boolean;
    /** OpenType features that stay, each of four letters. */
    readonly keepFeatures?: readonly string[];
  }
  /** A font with the glyphs of the text alone. */
  export default function subsetFont(font: Uint8Array, text: string, options?: Options): Promise<Uint8Array>;
}
