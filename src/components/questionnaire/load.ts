/** Fetches what a questionnaire's page needs after its first question: the same two files whatever is answered. */
import type { Words } from '../../records/words.ts';

/** Guidance by outcome id, as nodes of a page that was rendered when the site was built. */
export type Guidance = ReadonlyMap<string, readonly Node[]>;

export interface Loaded {
  readonly words: Words;
  readonly guidance: Guidance;
}

/** @param page the address of the questionnaire's page. @throws Error when a file does not come. */
export async function loadQuestionnaire(page: string): Promise<Loaded> {
  const outcomes = new URL('outcomes/', page);
  const [words, guidance] = await Promise.all([fetched(new URL('words.json', page)), fetched(outcomes)]);
  return { words: (await words.json()) as Words, guidance: guidanceIn(await guidance.text(), outcomes) };
}

async function fetched(address: URL): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address.pathname} answered ${response.status}.`);
  return response;
}

/** Takes the guidance out of the outcomes page; its links are made to lead from here. */
function guidanceIn(html: string, page: URL): Guidance {
  const found = new Map<string, readonly Node[]>();
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const part of parsed.querySelectorAll<HTMLElement>('[data-guidance]')) {
    for (const link of part.querySelectorAll('a')) link.href = new URL(link.getAttribute('href') ?? '', page).href;
    found.set(part.dataset['guidance'] ?? '', [...part.childNodes]);
  }
  return found;
}
