/** What people look for stands among the first results: tried with the index, the worker and the ranking that are shipped. */
import { beforeAll, describe, expect, it } from 'vitest';

import type { Findings, SearchIndex } from '../../src/components/search/search-index.ts';
import { listSearchRecords } from '../../src/integrations/search-records.ts';
import { readContent, type Content } from '../../src/schemas/read-content.ts';
import { searchInNode } from './search-in-node.ts';
import { answers, searches, type Search } from './searches.ts';

const content = readContent();
const indexOf = (of: Content): Promise<SearchIndex> => searchInNode(listSearchRecords(of), of.searchWords);

const addresses = ({ found }: Findings): string[] => found.map(({ record }) => record.href);

interface Tried {
  search: Search;
  first: string[];
  /** Where its answer stands among the first three, from 0; -1 where it does not. */
  place: number;
}

async function tryAll(index: SearchIndex): Promise<Tried[]> {
  const tried: Tried[] = [];
  for (const search of searches) {
    const first = addresses(await index.find(search.query)).slice(0, 3);
    tried.push({ search, first, place: first.findIndex((href) => answers(search, href)) });
  }
  return tried;
}

/** Searches whose answer is no longer found, and those that are answered though they are marked as missed. */
const surprises = (tried: readonly Tried[]) => ({
  newMisses: tried
    .filter(({ search, place }) => place < 0 && search.missed === undefined)
    .map(({ search, first }) => `“${search.query}” finds ${first.join(', ')}, and not ${search.finds.join(' or ')}`),
  nowFound: tried
    .filter(({ search, place }) => place >= 0 && search.missed !== undefined)
    .map(({ search }) => search.query),
});

let index: SearchIndex;
beforeAll(async () => {
  index = await indexOf(content);
});

describe('someone who asks as volunteers do', () => {
  it('has the answer among the first three results', async () => {
    const tried = await tryAll(index);
    const unseen = tried.filter(({ search }) => search.author === 'unseen');
    const count = (list: readonly Tried[]): string =>
      `${list.filter(({ place }) => place >= 0).length} of ${list.length}`;
    console.log(
      `Answered among the first three: ${count(tried)}; of those written unseen ${count(unseen)}; as the very first ${tried.filter(({ place }) => place === 0).length}.`,
    );
    expect(surprises(tried)).toEqual({ newMisses: [], nowFound: [] });
  });

  it('has it still when there is one more questionnaire, that asks twenty questions in just her words', async () => {
    const [like] = content.questionnaires;
    const [question] = like?.questions ?? [];
    if (!like || !question) throw new Error('There is no questionnaire to make another like.');
    const questions = searches.slice(0, 20).map(({ query }, at) => ({
      ...question,
      id: `question-${at}`,
      text: `${query}?`,
      why: `We ask this: ${query}.`,
    }));
    const more = { ...like, id: 'in-her-words', title: 'Can we do this?', questions };
    const crowded = await indexOf({ ...content, questionnaires: [...content.questionnaires, more] });
    expect(surprises(await tryAll(crowded))).toEqual({ newMisses: [], nowFound: [] });
    const found = addresses(await crowded.find('I left my clipboard on the bus'));
    expect(found.findIndex((href) => href.includes('/in-her-words/')), 'the question comes after').toBeGreaterThan(2);
  });
});

describe('someone who types a word that stands nowhere', () => {
  it('is told so, and has no results', async () => {
    expect(await index.find('orchid')).toEqual({
      found: [],
      missing: [{ word: 'orchid', near: [] }],
      isTrue: false,
    });
  });

  it('has the results for the rest of what she typed', async () => {
    const alone = await index.find('consent');
    const both = await index.find('orchid consent');
    expect(both.missing).toEqual([{ word: 'orchid', near: [] }]);
    expect(both.isTrue).toBe(true);
    expect(addresses(both)).toEqual(addresses(alone));
  });

  it('has the results for what is near to it, where something is', async () => {
    const near = await index.find('registar');
    expect(near.missing).toEqual([{ word: 'registar', near: ['register'] }]);
    expect(near.isTrue).toBe(false);
    expect(addresses(near)).toEqual(addresses(await index.find('register')));
  });

  it('is understood by what volunteers’ words stand for, though no text has them', async () => {
    const { found, missing } = await index.find('whatsapp');
    expect(found.length).toBeGreaterThan(0);
    expect(missing).toEqual([]);
  });
});

it('someone who is still typing has results at each letter', async () => {
  for (let end = 2; end <= 'registration'.length; end += 1) {
    const typed = 'registration'.slice(0, end);
    const { found, missing } = await index.find(typed);
    expect(missing, typed).toEqual([]);
    expect(found.length, typed).toBeGreaterThan(0);
  }
});
