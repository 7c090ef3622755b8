import { describe, expect, it } from 'vitest';

import { searchKinds } from '../../../src/components/search/search-record.ts';
import { listSearchRecords } from '../../../src/integrations/search-records.ts';
import { readContent } from '../../../src/schemas/read-content.ts';

const content = readContent();
const records = listSearchRecords(content);
const at = (href: string) => records.find((record) => record.href === href);

describe('what can be found', () => {
  it('is of every kind that can be chosen', () => {
    expect(new Set(records.map(({ kind }) => kind))).toEqual(new Set(searchKinds));
  });

  it('has one address each', () => {
    expect(new Set(records.map(({ href }) => href)).size).toBe(records.length);
  });

  it('takes in every statement, with its words, its strength and the page that it stands on', () => {
    expect(content.clauses.length).toBeGreaterThan(300);
    for (const clause of content.clauses) {
      const record = at(clause.href);
      expect(record).toMatchObject({ kind: 'statement', text: clause.text, strength: clause.strength });
      expect(record?.place).toContain(clause.sectionTitle);
      expect(record?.also, 'found by the heading above it').toContain(clause.sectionTitle);
    }
  });

  it('takes in every law change, term, question and outcome', () => {
    for (const { id, title } of content.law) expect(at(`law/${id.toLowerCase()}/`)?.title).toBe(title);
    for (const { id, term } of content.glossary) expect(at(`glossary/#${id}`)?.title).toBe(term);
    const published = content.questionnaires.filter(({ draft }) => !draft);
    expect(published.length).toBeGreaterThan(0);
    for (const { id, questions, outcomes } of published) {
      for (const question of questions)
        expect(at(`questionnaires/${id}/worksheet/#${question.id}`)?.title).toBe(question.text);
      for (const outcome of outcomes)
        expect(at(`questionnaires/${id}/outcomes/#${outcome.id}`)?.text).toContain(outcome.headline);
    }
  });

  it('leaves drafts out', () => {
    const drafts = structuredClone(content);
    for (const questionnaire of drafts.questionnaires) questionnaire.draft = true;
    expect(listSearchRecords(drafts).filter(({ href }) => href.startsWith('questionnaires/'))).toEqual([]);
  });

  it('says a statement once: the text under a heading leaves it to be found by itself', () => {
    const [clause] = content.clauses;
    if (!clause) throw new Error('There is no clause.');
    const headings = records.filter(({ kind, href }) => kind === 'section' && href.includes('#'));
    expect(headings.length).toBeGreaterThan(100);
    expect(headings.filter(({ text }) => text.includes(clause.text))).toEqual([]);
  });
});
