/** Names, in words, the parts of a draft that could not be read or kept. */
import type { LeftOut } from '../../records/read-what-fits.ts';
import type { Words } from '../../records/words.ts';
import { detailLabels, detailTexts } from './details.ts';

const labels: Readonly<Record<string, string>> = {
  ...detailLabels,
  ...Object.fromEntries(detailTexts.map(({ id, label }) => [id, label])),
};

function sayPart([part, id = '', inside]: LeftOut, words: Words | undefined): string | undefined {
  const asked = `“${words?.questions[id]?.text ?? id}”`;
  const todo = `“${words?.todos[id]?.text ?? id}”`;
  switch (part) {
    case 'answers':
      return `your answer to ${asked}`;
    case 'reasons':
      return `your reasons at ${asked}`;
    case 'pending':
      return `what stood on the page of ${asked}`;
    case 'details':
      return id === '' ? 'the details of the record' : `“${labels[id] ?? id}”`;
    case 'todos':
      if (id === '') return 'what you ticked and noted of what to do';
      if (inside === 'on') return `the day on which this was done: ${todo}`;
      return inside === 'note' ? `your note on ${todo}` : `your tick at ${todo}`;
    case 'setAside':
      return 'which answers had been set aside';
    case 'carried':
      return `where your answer to ${asked} came from`;
    case 'use':
      return 'which use of your campaign this is about';
    case 'supersedes':
    case 'follows':
      return 'which decision came before this one';
    case 'revision':
    case 'version':
      // The site’s own bookkeeping, which it makes anew.
      return undefined;
    case undefined:
    default:
      return 'a part that this site does not know';
  }
}

/** The parts in words, each once. `words` may not have come yet. */
export function sayLeftOut(leftOut: readonly LeftOut[], words: Words | undefined): readonly string[] {
  return [...new Set(leftOut.flatMap((part) => sayPart(part, words) ?? []))];
}
