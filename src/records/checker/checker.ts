/** What runs in an opened HTML record, from disk and without a network: it checks the file and says what it found. */
import { checkFile } from './check.ts';

const line = document.getElementById('check');
const data = document.getElementById('record');

/** Everything a reader sees but the line that this script writes. */
function shownText(): string {
  const body = document.body.cloneNode(true) as HTMLElement;
  for (const other of body.querySelectorAll('script, style, #check')) other.remove();
  return body.textContent;
}

if (line !== null) {
  checkFile(data?.textContent ?? '', shownText()).then(
    (sentence) => (line.textContent = sentence),
    () => (line.textContent = 'Could not be checked here: this browser stopped the check.'),
  );
}
