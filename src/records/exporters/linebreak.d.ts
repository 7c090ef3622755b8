/** Where a line may be broken, by the rules of Unicode (UAX 14); the library brings no types of its own. */
declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string);
    /** The next place: what stands before `position` belongs to the line. Null after the last one. */
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
}
