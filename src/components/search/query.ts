/** From what somebody types to what is looked for: little words go, volunteers’ words bring the law’s along. */
import { distance } from 'fastest-levenshtein';
import { stemmer } from 'stemmer';

import type { SearchWords } from '../../schemas/search-words.ts';

/** A word or phrase to look for. All words of a phrase must stand in a result. */
export interface Alternative {
  term: string;
  /** How much a result counts that was found by it: 1 for what was typed, less for what it may mean. */
  weight: number;
}

/** One thing that was asked about, and the ways in which the texts may say it. */
export type Concept = readonly Alternative[];

/** How well one result answers to one term. */
export interface Hit {
  id: string;
  score: number;
  /** Which words of the record, from 0, were met. */
  words: readonly number[];
}

/** A result with its place in the order settled. */
export interface Ranked extends Hit {
  /** Which of the concepts it answers to, of all that were asked. */
  met: number;
}

const littleWords = new Set(
  (
    'a about after all also am an and any anyone are as at be because been being but by can cannot cant could ' +
    'did do does doesnt doing dont else even ever for from get getting give go going got had has have having he her hers him his ' +
    'how i if im in into is isnt it its just know let like lot make may me might much must my need not of off on or our ' +
    'ought out over own please put really require required s shall she should so some somebody someone something still such tell than ' +
    'that the their them themselves then there these they thing things this those through to too up us use used using very want ' +
    'wants was we were what when where whether which while who whom whose why will with would yes yet you your yours'
  ).split(' '),
);

/** What a phrase that stands for what was typed counts at most, and how much less each further one does. */
const firstMeaning = 0.9;
const furtherMeaning = 0.1;

/** Results that score less than this share of the best have little to do with what was asked. */
const worthShowing = 0.25;

/** The words of a text in small letters, without marks. Words with a hyphen are taken apart. */
export function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/[’']/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Reads a query: phrases that `words` lists first, the longest foremost, then whatever else carries meaning. */
export function readQuery(text: string, words: readonly SearchWords[]): Concept[] {
  const typed = wordsOf(text);
  const stems = typed.map(stemmer);
  const entries = words.flatMap(({ said, means }) =>
    said.map((phrase) => ({ stems: phrase.split(' ').map(stemmer), means })),
  );
  const concepts: Concept[] = [];
  let place = 0;
  while (place < typed.length) {
    const fitting = entries.filter((entry) => entry.stems.every((one, at) => one === stems[place + at]));
    const longest = Math.max(0, ...fitting.map((entry) => entry.stems.length));
    const own = typed.slice(place, place + Math.max(1, longest)).join(' ');
    if (longest > 0) {
      const means = fitting.filter((entry) => entry.stems.length === longest).flatMap((entry) => entry.means);
      concepts.push([
        { term: own, weight: 1 },
        ...[...new Set(means)].map((term, at) => ({ term, weight: firstMeaning - furtherMeaning * at })),
      ]);
    } else if (!littleWords.has(own)) {
      concepts.push([{ term: own, weight: 1 }]);
    }
    place += Math.max(1, longest);
  }
  return concepts.length > 0 ? concepts : typed.map((word) => [{ term: word, weight: 1 }]);
}

/**
 * The results that have what was looked for. Where Pagefind has no word, it answers with the longest beginning of it
 * that is a word, such as “or” for “orchid”; those results go.
 *
 * @param metIn the words of a result that Pagefind met, none where it was found by words that are not shown
 */
export function withoutGuesses(
  term: string,
  hits: readonly Hit[],
  metIn: (hit: Hit) => readonly string[],
): readonly Hit[] {
  const typed = wordsOf(term);
  const met = new Map(hits.map((hit) => [hit, metIn(hit)]));
  const words = new Set([...met.values()].flat());
  /** For each word that was typed, those that are it: alike but for the ending, or begun by it. */
  const meant = typed.map((one) => {
    const bare = stemmer(one);
    return [...words].filter((word) => word.startsWith(one) || stemmer(word).startsWith(bare));
  });
  const isUnseen = typed.length === 1 && words.size === 0;
  if (!isUnseen && meant.some((those) => those.length === 0)) return [];
  const all = new Set(meant.flat());
  return hits.filter((hit) => {
    const here = met.get(hit) ?? [];
    return here.length === 0 || here.some((word) => all.has(word));
  });
}

/** Words of fewer letters are too like each other for one to be taken for a slip in the other. */
const shortest = 4;
/** From how many letters on two slips are forgiven, and not one alone. */
const long = 7;
/** How many words near to one that was not found are looked for. */
const mostNear = 3;

/** The words that are most like one that was not found, all with its first letter; none where nothing is like it. */
export function nearWords(word: string, vocabulary: Iterable<string>): string[] {
  if (word.length < shortest) return [];
  const forgiven = word.length < long ? 1 : 2;
  const near = [...vocabulary]
    .filter((one) => one[0] === word[0] && Math.abs(one.length - word.length) <= 1)
    .map((one) => ({ one, slips: distance(word, one) }));
  const least = Math.min(forgiven, ...near.map(({ slips }) => slips));
  const byStem = new Map(near.filter(({ slips }) => slips === least).map(({ one }) => [stemmer(one), one]));
  return [...byStem.values()].sort().slice(0, mostNear);
}

/** What a result is for its place in the order. */
export interface Placing {
  /** How much its score counts. */
  weight: number;
  /** How many like it may stand among the first. */
  amongFirst: number;
}

/** How many results most people look at. */
const looked = 3;

/**
 * Puts results in order: each counts, for every concept, its best score over the concept’s terms; those that answer
 * to more of the concepts come before those that answer to few. Where a kind may have few or none among the first
 * three, others come before it, if there are any.
 *
 * @param found the results of each term of the concepts
 */
export function rank(
  concepts: readonly Concept[],
  found: ReadonlyMap<string, readonly Hit[]>,
  placingOf: (id: string) => Placing,
): Ranked[] {
  const results = new Map<string, Ranked>();
  for (const concept of concepts) {
    const best = new Map<string, Hit>();
    for (const { term, weight } of concept) {
      for (const hit of found.get(term) ?? []) {
        const known = best.get(hit.id);
        const score = hit.score * weight;
        best.set(hit.id, {
          id: hit.id,
          score: Math.max(score, known?.score ?? 0),
          words: [...(known?.words ?? []), ...hit.words],
        });
      }
    }
    for (const { id, score, words } of best.values()) {
      const known = results.get(id);
      results.set(id, {
        id,
        score: (known?.score ?? 0) + score,
        words: [...(known?.words ?? []), ...words],
        met: (known?.met ?? 0) + 1,
      });
    }
  }
  const ranked = [...results.values()]
    .map(({ id, score, words, met }) => ({
      id,
      score: score * placingOf(id).weight * Math.sqrt(met / concepts.length),
      words,
      met,
    }))
    .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
  const least = worthShowing * (ranked[0]?.score ?? 0);
  const shown = ranked.filter(({ score }) => score >= least);
  const first: Ranked[] = [];
  for (const one of shown) {
    const { amongFirst } = placingOf(one.id);
    const alike = first.filter(({ id }) => placingOf(id).amongFirst === amongFirst);
    if (first.length < looked && alike.length < amongFirst) first.push(one);
  }
  return [...first, ...shown.filter((one) => !first.includes(one))];
}
