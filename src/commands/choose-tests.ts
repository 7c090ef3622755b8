/** What `npm test` is asked to run, read from the words behind it. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { root } from './ready.mjs';

/** The layers whose tests can be told apart by their titles. */
const layersOfTests = ['unit', 'browser', 'engines', 'speed'];

/** Part of the tests of a layer. */
export interface Part {
  /** The questionnaire whose tests are to run, by its id. */
  readonly questionnaire?: string | undefined;
  /** What a test has to have in its title, as a pattern. */
  readonly title?: string | undefined;
}

/** Layers to run, and which of their tests; or one sentence that says how to ask. */
export type Chosen =
  { readonly layers: readonly string[]; readonly part?: Part } | { readonly refused: string };

/** The questionnaires that have words, whether or not their logic can be loaded: those of the tests come last. */
export function knownQuestionnaires(folder: string = root): string[] {
  return ['content/questionnaires', 'tests/fixtures/site/content/questionnaires'].flatMap((place) =>
    existsSync(join(folder, place))
      ? readdirSync(join(folder, place), { withFileTypes: true })
          .filter((entry) => entry.isDirectory())
          .map((entry) => entry.name)
          .sort()
      : [],
  );
}

/**
 * Reads `[layer…] [questionnaire] [-t words]`.
 *
 * @param words what stands behind `npm test --`
 * @param layers all layers, in the order in which they run
 * @param questionnaires the ids that can be named
 */
export function chooseTests(
  words: readonly string[],
  layers: readonly string[],
  questionnaires: readonly string[],
): Chosen {
  const asked: string[] = [];
  let questionnaire: string | undefined;
  let title: string | undefined;
  for (let place = 0; place < words.length; place += 1) {
    const word = words[place] ?? '';
    if (word === '-t' || word === '-g') {
      place += 1;
      title = words[place];
      if (title === undefined || title === '')
        return {
          refused: `After ${word} say what the title of a test has: npm test -- browser -t 'reloads'.`,
        };
    } else if (layers.includes(word)) {
      asked.push(word);
    } else if (questionnaires.includes(word)) {
      if (questionnaire !== undefined && questionnaire !== word)
        return { refused: `Name one questionnaire at a time, not both ${questionnaire} and ${word}.` };
      questionnaire = word;
    } else {
      return { refused: `“${word}” ${whatCanBeSaid(word, layers, questionnaires)}` };
    }
  }
  if (questionnaire === undefined && title === undefined)
    return { layers: asked.length === 0 ? layers : layers.filter((layer) => asked.includes(layer)) };
  const whole = asked.find((layer) => !layersOfTests.includes(layer));
  if (whole !== undefined) {
    return {
      refused: `The layer ${whole} looks at everything at once: name a questionnaire or -t with ${layersOfTests.join(' or ')} alone.`,
    };
  }
  return {
    layers: layersOfTests.filter((layer) => asked.length === 0 || asked.includes(layer)),
    part: { questionnaire, title },
  };
}

function whatCanBeSaid(word: string, layers: readonly string[], questionnaires: readonly string[]): string {
  const ways = `layers (${layers.join(', ')}), one questionnaire (${questionnaires.join(', ')}), and -t with words of a test’s title`;
  return word.startsWith('-')
    ? `is no option of npm test. It takes ${ways}. For the rest ask the tools themselves: “vitest --help”, “playwright test --help”.`
    : `is neither a layer nor a questionnaire. npm test takes ${ways}: npm test -- browser ${questionnaires[0] ?? ''} -t 'reloads'.`;
}

/** A pattern for the titles of the tests that are asked for, tags included. */
export function patternOf({ questionnaire, title }: Part): string {
  const parts = [
    // As a word of its own: `door` is not `at-the-door`.
    ...(questionnaire === undefined ? [] : [`(?<![\\w-])${RegExp.escape(questionnaire)}(?![\\w-])`]),
    ...(title === undefined ? [] : [title]),
  ];
  return parts.length === 1 ? (parts[0] ?? '') : `^${parts.map((part) => `(?=[^]*${part})`).join('')}`;
}
