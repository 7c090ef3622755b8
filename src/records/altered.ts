/** Tells where a file that can be edited by hand shows other words than the record that it carries. */
import { firstDifference, squeeze, textOf, withoutScreen } from './document.ts';
import { toMarkdown } from './exporters/markdown.ts';
import type { FileContent } from './file-content.ts';
import { splitMarkdown } from './record-part.ts';
import type { Shown } from './restore.ts';

/** The first few words that part from what the record says, which makes that content; undefined where none does. */
export function alteredIn(shown: Shown, content: FileContent): string | undefined {
  const [is, should] =
    'words' in shown
      ? [asOffices(shown.words), asOffices(textOf(withoutScreen(content.blocks)))]
      : [squeeze(shown.markdown), squeeze(around(toMarkdown(content)))];
  return is === should ? undefined : firstDifference(is, should);
}

function around(markdown: string): string {
  const split = splitMarkdown(markdown);
  return typeof split === 'object' ? split.around : markdown;
}

/** Words as any word processor leaves them: some drop the marks of direction, or write them in a way of their own. */
const asOffices = (text: string): string => squeeze(squeeze(text).replace(/\p{Cf}/gu, ''));
