/** What a new questionnaire starts from: a working one of two questions, to be rewritten piece by piece. */

/** What the templates have to know. */
export interface NewQuestionnaire {
  /** Kebab-case; names its folders, its address and its tests for good. */
  readonly id: string;
  /** The question that the whole questionnaire answers. */
  readonly title: string;
  /** What its definition is called in TypeScript. */
  readonly constant: string;
}

/** Path below the root of the project → text. */
export function filesOf({ id, title, constant }: NewQuestionnaire): Readonly<Record<string, string>> {
  return {
    [`src/questionnaires/${id}/questions.ts`]: `/** The questions in asking order, their options, and what "I don't know yet" is walked as. Ids are for good. */
import { choice, text } from '../../engine/define.ts';

export const questions = {
  purpose: text(),
  'personal-data': choice(['yes', 'no'], { cautious: 'yes' }),
};
`,
    [`src/questionnaires/${id}/facts.ts`]: `/** What the answers say, in the terms that the rules use. */
import { factsOf } from '../../engine/define.ts';
import { questions } from './questions.ts';

const { answer } = factsOf(questions);

export const facts = {
  personalData: answer('personal-data', (said) => said === 'yes'),
};
`,
    [`src/questionnaires/${id}/rules.ts`]: `/** What the answers mean: named claims, each with the clauses that it rests on. Claims are published as written. */
import { rulesOver } from '../../engine/define.ts';
import { EDITIONS } from '../editions.ts';
import { facts } from './facts.ts';

const rule = rulesOver(facts, EDITIONS);

export const rules = {
  personalDataUsed: rule(['personalData'], {
    claim: 'People can be identified, or may be.',
    clauses: ['pd-identifiable'],
    holds: ({ personalData }) => personalData === true,
  }),
};
`,
    [`src/questionnaires/${id}/flow.ts`]: `/**
 * The logic of \`${id}\`. The words are in \`content/questionnaires/${id}\`; every way through is listed in
 * \`tests/flows/journeys/${id}.md\`.
 */
import { defineQuestionnaire } from '../../engine/define.ts';
import { EDITIONS } from '../editions.ts';
import { facts } from './facts.ts';
import { questions } from './questions.ts';
import { rules } from './rules.ts';

export const ${constant} = defineQuestionnaire({
  id: '${id}',
  // Below 1.0.0 its journeys may change freely; from then on each change of a journey needs a new version.
  version: '0.1.0',
  editions: EDITIONS,
  start: 'purpose',
  questions,
  facts,
  rules,
  routes: {
    purpose: 'personal-data',
    'personal-data': { byOption: { yes: 'take-care', no: 'no-personal-data' } },
  },
  outcomes: {
    'take-care': { verdict: 'proceed-if', todos: ['basis-record'] },
    'no-personal-data': { verdict: 'not-needed', todos: [] },
  },
  todos: [{ when: 'personalDataUsed', add: ['least-data'] }],
  // What a campaign can choose to do otherwise: other plans are proposed from this, and nothing else is.
  plans: { 'personal-data': { options: ['no'] } },
});
`,
    [`tests/flows/${id}.test.ts`]: `/** The proof of \`${id}\`, and what it makes exceptions for. */
import { ${constant} } from '../../src/questionnaires/${id}/flow.ts';
import { proveQuestionnaire } from './proof.ts';

proveQuestionnaire(${constant}, { unfolded: 'whole' });
`,
    [`content/questionnaires/${id}/index.mdx`]: `---
title: ${JSON.stringify(title)}
name: ${JSON.stringify(title.replace(/\?$/, ''))}
summary: ${JSON.stringify(`For anyone who campaigns and wants an answer to this: ${title}`)}
when: plan
usually: Two questions
minutes: about 2 minutes
draft: true
---

This is for anyone who campaigns, registered or not.

## What to have to hand

- what you want to do, in one sentence
- a list of the kinds of information you use
`,
    [`content/questionnaires/${id}/questions.yaml`]: `questions:
  - id: purpose
    text: "What do you want to do?"
    why: "One record is about one purpose."
    error: "Enter what you want to do"
    clauses: [pur-clear-purpose]

  - id: personal-data
    text: "Does it use information about people who can be identified?"
    why: "If it does, the rules on personal data apply."
    options:
      yes: { label: "Yes" }
      no: { label: "No" }
    settle: "Look at a few rows with someone who knows your other lists."
    error: "Select yes if it uses information about people who can be identified"
    clauses: [pd-identifiable]
`,
    [`content/questionnaires/${id}/outcomes/take-care.mdx`]: `---
verdict: proceed-if
name: Take care
headline: "Your answers point to a use of personal data, with things to do first."
because:
  - plain: "Go ahead with care, {once}."
why: "You said that people can be identified, or that you do not know yet."
decides: "Whoever decides why and how the data is used answers for it."
keep: ["This record"]
changes: ["Information that points to nobody"]
clauses: [pd-identifiable]
law: []
---
See to each thing on the list before you start.
`,
    [`content/questionnaires/${id}/outcomes/no-personal-data.mdx`]: `---
verdict: not-needed
name: No personal data
headline: "Your answers point to no personal data here."
because:
  - plain: "Go ahead: this points to nobody."
why: "You said that nobody can be identified."
decides: "Whoever decides why and how the information is used answers for it."
keep: ["A list of the kinds of information, with no real people in it"]
changes: ["A name, an address or a number that leads to a person"]
clauses: [pd-identifiable]
law: []
---
Other rules may still apply.
`,
    [`content/questionnaires/${id}/examples.yaml`]: `examples:
  - id: figures-for-a-ward
    title: "Figures for a ward"
    facts: "A group counts how many doors each street of a ward has. It notes nothing about who lives there."
    answers:
      purpose: "Count the doors in each street."
      personal-data: no
    expect: { outcome: no-personal-data }
    clause: pd-identifiable
    because: "A number of doors points to nobody."
`,
  };
}
