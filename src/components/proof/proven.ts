/** The published questionnaires with what is proven of them. Used when pages are built. */
import { editions } from '../../questionnaires/editions.ts';
import { readContent, type Proof } from '../../schemas/read-content.ts';
import { publishedQuestionnaires, type Published } from '../questionnaire/published.ts';

export interface Proven extends Published {
  readonly proof: Proof;
}

/** In the order in which they are offered. The fixture of the browser tests has no proof to show. */
export function provenQuestionnaires(): readonly Proven[] {
  const { proofs } = readContent();
  return publishedQuestionnaires().flatMap((published) => {
    const proof = proofs.find(({ questionnaire }) => questionnaire === published.questionnaire.id);
    return proof === undefined ? [] : [{ ...published, proof }];
  });
}

/** One table of a proof. */
export type Table = Proof['tables'][number];
export type ProvenOutcome = Table['outcomes'][number];

/** Editions as people know them, in one phrase that begins a line. */
export function editionsInWords({ tables }: Proof, ids: readonly string[]): string {
  const all = tables.flatMap((table) => table.editions);
  if (all.every((id) => ids.includes(id))) return 'All editions';
  return ids.map((id) => editions.find((edition) => edition.id === id)?.name ?? id).join('; ');
}

/** One of the shortest ways to an outcome, with the tables in which it is the one that was found. */
export interface Way {
  readonly tables: readonly Table[];
  readonly steps: ProvenOutcome['steps'];
}

/** The shortest ways to an outcome: one where all editions agree, more where they part. */
export function shortestWays({ tables }: Proof, outcome: string): readonly Way[] {
  const found = tables.flatMap((table) =>
    table.outcomes.filter((one) => one.outcome === outcome).map(({ steps }) => ({ table, steps })),
  );
  return [...Map.groupBy(found, ({ steps }) => JSON.stringify(steps)).values()].flatMap((same) => {
    const [first] = same;
    return first === undefined ? [] : [{ tables: same.map(({ table }) => table), steps: first.steps }];
  });
}
