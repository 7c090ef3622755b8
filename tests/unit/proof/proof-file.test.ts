import { describe, expect, it } from 'vitest';

import type { Answers } from '../../../src/engine/define.ts';
import { under } from '../../../src/engine/reading.ts';
import { hashOfTable, journeysTable } from '../../../src/proof/journeys-table.ts';
import { NO_LIMITS, proofFile } from '../../../src/proof/proof-file.ts';
import { proof as proofSchema } from '../../../src/schemas/proof.ts';
import { everyKind } from '../../fixtures/site/every-kind/flow.ts';

const table = journeysTable(everyKind, []);
const written = proofFile(everyKind, hashOfTable(table), { '1.0.0': hashOfTable(table) }, NO_LIMITS);
const proof = proofSchema.parse(JSON.parse(written));
const tableOf = (edition: string) => proof.tables.find(({ editions }) => editions.includes(edition));

describe('the proof that people read on the site', () => {
  it('counts what the table counts, under the same editions', () => {
    expect(proof.tables.map(({ editions }) => editions.join(', '))).toEqual(
      [...table.matchAll(/^## (.+)$/gm)].map(([, editions]) => editions),
    );
    expect(
      proof.tables.map(
        ({ journeys, lines }) =>
          `${journeys.toLocaleString('en-GB')} journeys over ${lines.toLocaleString('en-GB')} lines.`,
      ),
    ).toEqual([...table.matchAll(/^.+ journeys over .+ lines\.$/gm)].map(([line]) => line));
  });

  it('has a way to every outcome that walks to it, through each question named and no other', () => {
    for (const { editions, outcomes, unreached } of proof.tables) {
      expect([...outcomes.map(({ outcome }) => outcome), ...unreached].sort()).toEqual(
        Object.keys(everyKind.outcomes).sort(),
      );
      for (const edition of editions) {
        for (const { outcome, steps } of outcomes) {
          const answers: Answers = Object.fromEntries(
            steps.map(({ question, answer }) => [question, answer]),
          );
          const walked = under(everyKind, edition).replay(answers);
          expect(walked.outcome).toBe(outcome);
          expect(walked.path).toEqual(steps.map(({ question }) => question));
        }
      }
    }
  });

  it('names the rules that were tried, up to the first that held', () => {
    const noDay = tableOf('law-2026-06')?.outcomes.find(({ outcome }) => outcome === 'no-day');
    expect(noDay?.steps.map(({ question, rules }) => [question, rules])).toEqual([
      ['stall', []],
      ['who', []],
      ['taking', [{ rule: 'nothingTaken', held: false }]],
      ['held-on', [{ rule: 'noGoodDay', held: true }]],
    ]);
    const ready = tableOf('law-2026-06')?.outcomes.find(({ outcome }) => outcome === 'ready');
    expect(ready?.steps.find(({ question }) => question === 'looking-after')?.rules).toEqual([
      { rule: 'complaintsAsked', held: true },
    ]);
  });

  it('names a rule whose effect is only felt later, where it held', () => {
    const careful = { ...everyKind, marks: { care: { taking: ['somethingTaken'] } } };
    const made = proofSchema.parse(JSON.parse(proofFile(careful, proof.hash, {}, NO_LIMITS)));
    const steps = made.tables[0]?.outcomes.find(({ outcome }) => outcome === 'no-day')?.steps;
    expect(steps?.find(({ question }) => question === 'taking')?.rules).toEqual([
      { rule: 'nothingTaken', held: false },
      { rule: 'somethingTaken', held: true },
    ]);
  });

  it('takes “none of these” for an answer where that leads on like the rest, and only there', () => {
    const steps = tableOf('law-2026-06')?.outcomes.find(({ outcome }) => outcome === 'no-day')?.steps;
    expect(steps?.find(({ question }) => question === 'taking')?.answer).toEqual(['names']);
    const indifferent = {
      ...everyKind,
      rules: {
        ...everyKind.rules,
        nothingTaken: {
          ...(everyKind.rules['alone'] ?? { claim: '', clauses: [], law: [] }),
          reads: [],
          holds: () => false,
        },
      },
    };
    const made = proofSchema.parse(JSON.parse(proofFile(indifferent, proof.hash, {}, NO_LIMITS)));
    const noDay = made.tables[0]?.outcomes.find(({ outcome }) => outcome === 'no-day');
    expect(noDay?.steps.find(({ question }) => question === 'taking')?.answer).toEqual(['nothing']);
  });

  it('keeps what the proof makes exceptions for, and the version that it is about', () => {
    const limits = {
      ...NO_LIMITS,
      betterWhenUnknown: [{ afterUnknown: 'ready', afterDefinite: 'too-risky', because: 'For a test.' }],
    };
    const made = proofSchema.parse(
      JSON.parse(proofFile({ ...everyKind, version: '2.1.0' }, proof.hash, {}, limits)),
    );
    expect(made.limits).toEqual(limits);
    expect(made.version).toBe('2.1.0');
  });
});
