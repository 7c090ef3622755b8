import { describe, expect, it } from 'vitest';

import type { Questionnaire } from '../../../src/engine/define.ts';
import { article22 } from '../../../src/questionnaires/article-22/flow.ts';
import { questionnaires } from '../../../src/questionnaires/index.ts';
import { faultsInDefinitions } from '../../../src/commands/sound-definitions.ts';

/** What is found where one of the questionnaires has a slip. */
const foundWith = (slip: Partial<Questionnaire>): Promise<string[]> =>
  faultsInDefinitions(() =>
    Promise.resolve(questionnaires.map((one) => (one.id === article22.id ? { ...one, ...slip } : one))),
  );

describe('before any test runs, someone who makes a slip in a questionnaire', () => {
  it('and leaves none has nothing to mend', async () => {
    expect(await faultsInDefinitions()).toEqual([]);
  });

  it('reads of a mistyped route, once, with the file', async () => {
    expect(await foundWith({ routes: { ...article22.routes, who: 'aktivity' } })).toEqual([
      'src/questionnaires/article-22/flow.ts: “who” leads to “aktivity”, which is neither a question nor an outcome.',
    ]);
  });

  it('reads of a rule that is not there, once, with the file', async () => {
    expect(await foundWith({ todos: [...article22.todos, { when: 'noSuchRule', add: [] }] })).toEqual([
      'src/questionnaires/article-22/flow.ts: it names the rule “noSuchRule”, which rules.ts does not have.',
    ]);
  });

  it('reads of a question without words, with the file that they belong in', async () => {
    const { who, ...questions } = article22.questions;
    const found = await foundWith({
      questions: { who, another: who, ...questions } as Questionnaire['questions'],
    });
    expect(found.join('\n')).toContain('content/questionnaires/article-22/questions.yaml');
  });

  it('reads what a questionnaire says that cannot be defined at all', async () => {
    const found = await faultsInDefinitions(() =>
      Promise.reject(new Error('Questionnaire article-22, who: the id is not kebab-case.')),
    );
    expect(found).toEqual(['Questionnaire article-22, who: the id is not kebab-case.']);
  });
});
