/** Fetches what a questionnaire's page needs after its first question: the same two files whatever is answered. */
import { unpackWords, type PackedWords } from '../../records/pack-words.ts';
import type { Words } from '../../records/words.ts';

/** Guidance by outcome id, as nodes of a page that was rendered when the site was built. */
export type Guidance = ReadonlyMap<string, readonly Node[]>;

export interface Loaded {
  readonly words: Words;
  readonly guidance: Guidance;
}

/** @param page the address of the questionnaire's page. @throws Error when a file does not come. */
export async function loadQuestionnaire(page: string): Promise<Loaded> {
  const [words, guidance] = await Promise.all([
    fetched(new URL('words.json', page)),
    fetched(new URL('guidance.html', page)),
  ]);
  return {
    words: unpackWords((await words.json()) as PackedWords),
    guidance: guidanceIn(await guidance.text()),
  };
}

async function fetched(address: URL): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address.pathname} answered ${response.status}.`);
  return response;
}

/** Reads guidance that comes from the page of outcomes, which stands one folder further down: its links lose one step up. */
function guidanceIn(html: string): Guidance {
  const found = new Map<string, readonly Node[]>();
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const part of parsed.querySelectorAll<HTMLElement>('[data-guidance]')) {
    for (const link of part.querySelectorAll('a')) {
      link.setAttribute('href', (link.getAttribute('href') ?? '').replace(/^\.\.\//, ''));
    }
    found.set(part.dataset['guidance'] ?? '', [...part.childNodes]);
  }
  return found;
}
