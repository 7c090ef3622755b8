import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

import { questionnaires } from '../../../src/questionnaires/index.ts';
import { packWords, unpackWords } from '../../../src/records/pack-words.ts';
import { wordsOf } from '../../../src/records/words.ts';
import { readContent } from '../../../src/schemas/read-content.ts';

const content = readContent(fileURLToPath(new URL('../../..', import.meta.url)));

it.each(questionnaires.map((one) => [one.id, one] as const))(
  'someone gets the words of %s as they are written, though each section is named once on the way',
  (_id, questionnaire) => {
    const words = wordsOf(content, questionnaire);
    const travelling = JSON.stringify(packWords(words));
    expect(unpackWords(JSON.parse(travelling) as ReturnType<typeof packWords>)).toEqual(
      JSON.parse(JSON.stringify(words)),
    );
    expect(travelling.length).toBeLessThan(JSON.stringify(words).length);
    for (const page of new Set(Object.values(words.clauses).map(({ href }) => href.replace(/#.*$/, ''))))
      expect(travelling.split(`"page":${JSON.stringify(page)}`), page).toHaveLength(2);
  },
);
