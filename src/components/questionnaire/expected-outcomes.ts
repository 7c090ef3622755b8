/** What worked examples come to, edition by edition. */
import { editions } from '../../questionnaires/editions.ts';
import type { WorkedExample } from '../../schemas/read-content.ts';

export interface ExpectedOutcome {
  readonly outcome: string;
  /** The editions that come to it; none where all do. */
  readonly editionNames?: readonly string[];
}

/** The outcomes of an example, that of the oldest edition first. */
export function outcomesExpected({ expect }: WorkedExample): readonly ExpectedOutcome[] {
  const expected: Readonly<Record<string, string | undefined>> = expect;
  const byOutcome = new Map<string, string[]>();
  for (const { id, name } of editions) {
    const outcome = expected['outcome'] ?? expected[id];
    if (outcome !== undefined) byOutcome.set(outcome, [...(byOutcome.get(outcome) ?? []), name]);
  }
  return [...byOutcome].map(([outcome, names]) =>
    names.length < editions.length ? { outcome, editionNames: names } : { outcome },
  );
}
