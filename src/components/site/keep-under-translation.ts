/**
 * Keeps what changes on a page true while the browser translates it. Translators put <font> elements in the place of
 * text nodes; a component goes on writing into the node that is no longer there, and the page says what was true before.
 *
 * Each such node is put back beside its translation, empty. As soon as a component writes into it, its words stand
 * there and the translation of the old ones goes; the translator sees new words, and translates those.
 */

/** Node of a component → the translation that stands for it. */
const translations = new WeakMap<Text, Element>();
/** Translation → the node, and what that held. */
const originals = new WeakMap<Node, { readonly node: Text; readonly words: string }>();

/** Nodes that we have just written into ourselves: the next report of a change is of that. */
const written = new WeakSet<Text>();

function write(node: Text, words: string): void {
  written.add(node);
  node.data = words;
}

const isTranslation = (node: Node | null | undefined): node is Element =>
  node instanceof Element && node.localName === 'font' && !originals.has(node);

/** The translation that took a node's place: put there before or after the node was taken away. */
function translationOf(removal: MutationRecord, records: readonly MutationRecord[]): Element | undefined {
  const added = [...removal.addedNodes].find(isTranslation);
  if (added !== undefined) return added;
  const beside = records.flatMap((one) => (one.target === removal.target ? [...one.addedNodes] : []));
  return [removal.previousSibling, removal.nextSibling].find(
    (node): node is Element => isTranslation(node) && beside.includes(node),
  );
}

function follow(records: readonly MutationRecord[]): void {
  for (const record of records) {
    if (record.type === 'characterData') {
      const node = record.target as Text;
      const translation = translations.get(node);
      if (written.delete(node) || translation === undefined) continue;
      translations.delete(node);
      originals.delete(translation);
      translation.remove();
      continue;
    }
    for (const node of record.removedNodes) {
      const original = originals.get(node);
      if (original !== undefined) {
        // The translation was taken back: the words stand there again.
        originals.delete(node);
        translations.delete(original.node);
        if (original.node.isConnected && original.node.data === '') write(original.node, original.words);
        continue;
      }
      if (!(node instanceof Text)) continue;
      const gone = translations.get(node);
      if (node.isConnected) {
        // Moved: its translation goes along.
        if (gone !== undefined && gone.nextSibling !== node) node.before(gone);
      } else if (gone !== undefined) {
        // The component took the node away, and its translation goes with it.
        translations.delete(node);
        originals.delete(gone);
        gone.remove();
      } else {
        const translation = translationOf(record, records);
        if (translation?.isConnected !== true) continue;
        translations.set(node, translation);
        originals.set(translation, { node, words: node.data });
        translation.after(node);
        write(node, '');
      }
    }
  }
}

let following = false;

/** From now on, for the whole page. */
export function keepUnderTranslation(): void {
  if (following) return;
  following = true;
  new MutationObserver(follow).observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
  });
}
