/** A fault in the content. Its message is one sentence: the file, the id where there is one, what is wrong and how to mend it. */
export class ContentError extends Error {
  override name = 'ContentError';
  /** The file, relative to the root that was read, with the line if it is known. */
  readonly file: string;
  /** The id of the clause, to-do, question and so on, if the fault lies in one. */
  readonly id: string | undefined;
  /** How to mend it. */
  readonly remedy: string;

  constructor(fault: {
    file: string;
    line?: number | undefined;
    id?: string | undefined;
    found: string;
    remedy: string;
  }) {
    const file = fault.line ? `${fault.file}:${fault.line}` : fault.file;
    super(`${file}${fault.id ? `, ${fault.id}` : ''}: ${fault.found}; ${fault.remedy}.`);
    this.file = file;
    this.id = fault.id;
    this.remedy = fault.remedy;
  }
}
