/** Builds what is known of a campaign, a use at a time, for tests of what fills a text. */
import type { Known, KnownAnswer, KnownUse } from '../../../src/documents/known.ts';

type Said = Readonly<Record<string, string | readonly string[]>>;

export const NOT_KNOWN = 'not-known';

function answerTo(
  question: string,
  said: string | readonly string[],
  reasons: KnownAnswer['reasons'] = {},
): KnownAnswer {
  const all = [said].flat();
  const options = all.filter((option) => option !== NOT_KNOWN);
  return {
    question,
    text: `${question}?`,
    answer: all,
    options,
    said: all,
    reasons,
    notKnown: all.includes(NOT_KNOWN),
  };
}

/** A use of lawful basis with these answers, which came to this outcome, if to any. */
export function useWith(
  said: Said,
  outcome?: string,
  reasons: Readonly<Record<string, KnownAnswer['reasons']>> = {},
): KnownUse {
  return {
    id: JSON.stringify(said),
    title: 'A round of letters',
    questionnaire: 'lawful-basis',
    answers: Object.fromEntries(
      Object.entries(said).map(([question, given]) => [
        question,
        answerTo(question, given, reasons[question]),
      ]),
    ),
    ...(outcome === undefined
      ? {}
      : { outcome: { id: outcome, name: outcome, verdict: 'proceed' as const } }),
    campaign: '',
    keep: '',
    others: '',
    lists: [],
    suppliers: [],
  };
}

export function knownOf(uses: readonly KnownUse[], more: Partial<Known> = {}): Known {
  return {
    who: { name: '', decidedBy: '', role: '', evidence: '' },
    lists: [],
    suppliers: [],
    standing: [],
    uses,
    unanswered: [],
    phrases: {
      sources: { 'full-register': 'the full register', kept: 'an earlier campaign' },
      'special-category': { 'political-opinions': 'political opinions', health: 'health' },
      condition: { 'explicit-consent': 'you agreed to it in express words' },
    },
    ...more,
  };
}

export const list = (source: string): Known['lists'][number] => ({
  id: 'l',
  name: 'The list',
  source,
  poll: '',
});
