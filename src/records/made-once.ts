/**
 * A record is made once. Whoever downloads it again, or in another format, gets the same moment and the same
 * fingerprint, until something that it is made from has changed.
 */

/** Makes a record of what its owner holds, or hands back the one that was made of the same before. */
export type MakeOnce<Made> = (
  /** With the owner its record is forgotten. */
  owner: object,
  /** All that the record is made from, as JSON can hold it. */
  from: unknown,
  make: () => Promise<Made>,
) => Promise<Made>;

export function makeOnce<Made>(): MakeOnce<Made> {
  const last = new WeakMap<object, { readonly from: string; readonly made: Promise<Made> }>();
  return async (owner, from, make) => {
    const text = JSON.stringify(from);
    const before = last.get(owner);
    if (before?.from === text) return before.made;
    const made = make();
    last.set(owner, { from: text, made });
    try {
      return await made;
    } catch (error) {
      last.delete(owner);
      throw error;
    }
  };
}
