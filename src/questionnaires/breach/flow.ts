/**
 * Something went wrong: whom do we tell, and by when? UK GDPR, Articles 33 and 34, which the code names and leaves out.
 * The words are in `content/questionnaires/breach`; every way through is listed in `tests/flows/journeys/breach.md`.
 */
import { defineQuestionnaire } from '../../engine/define.ts';
import { EDITIONS } from '../editions.ts';
import { facts } from './facts.ts';
import { questions } from './questions.ts';
import { rules } from './rules.ts';

/** The last hour for the report. It runs by night and at weekends. UK GDPR, Article 33(1). */
const hours = { question: 'aware-on', hours: 72, clause: 'about-other-duties' } as const;

/** What a report to the regulator takes. */
const REPORT = ['breach-tell-regulator', 'breach-others'] as const;

export const breach = defineQuestionnaire({
  id: 'breach',
  version: '1.0.0',
  editions: EDITIONS,
  start: 'aware-on',
  questions,
  facts,
  rules,
  routes: {
    'aware-on': 'whose-hands',
    'whose-hands': {
      byOption: {
        ours: 'what-happened',
        supplier: 'what-happened',
        shared: 'what-happened',
        theirs: 'tell-your-controller',
      },
    },
    'what-happened': [
      { when: 'contentNotKnown', to: 'find-out-first' },
      { when: 'nothingInIt', to: 'log-only' },
      { otherwise: 'special-category' },
    ],
    'special-category': 'raises-risk',
    'raises-risk': 'unreadable',
    unreadable: {
      byOption: {
        // A copy cannot be both held and lost, so what it was that came back is asked all the same.
        yes: [{ when: 'goneYetCopied', to: 'contained' }, { otherwise: 'likely-harm' }],
        no: 'contained',
      },
    },
    contained: 'likely-harm',
    'likely-harm': {
      byOption: {
        unlikely: [
          { when: 'graveAndLoose', to: 'tell-both' },
          { when: 'sensitiveAndLoose', to: 'tell-regulator' },
          { otherwise: 'log-only' },
        ],
        risk: [{ when: 'graveAndLoose', to: 'tell-both' }, { otherwise: 'tell-regulator' }],
        'high-risk': 'tell-both',
      },
    },
  },
  outcomes: {
    'tell-both': {
      verdict: 'stop',
      todos: ['breach-contain', ...REPORT, 'breach-tell-people'],
      deadlines: { hours },
    },
    'tell-regulator': {
      verdict: 'proceed-if',
      todos: [...REPORT, 'breach-why-not'],
      deadlines: { hours },
    },
    'log-only': { verdict: 'proceed-if', todos: [] },
    'tell-your-controller': { verdict: 'proceed-if', todos: ['breach-controller'] },
    'find-out-first': { verdict: 'stop', todos: ['breach-contain', 'breach-look'], deadlines: { hours } },
  },
  todos: [
    { when: 'somethingInIt', add: ['breach-contain', 'breach-mend', 'complaints'] },
    { when: 'controller', add: ['breach-log'] },
    { when: 'supplierHadIt', add: ['breach-supplier'] },
    { when: 'sharedControl', add: ['breach-agree'] },
    { when: 'ratedUnlikely', add: ['breach-why-not'] },
    { when: 'harmNotKnown', add: ['breach-weigh'] },
    { when: 'sensitiveWithStrangers', add: ['breach-weigh'] },
  ],
  // What happened is as it is; but those who got it can still be asked to write that they kept nothing.
  plans: { contained: { options: ['yes'] } },
  clashes: {
    'gone-yet-copied': { when: 'goneYetCopied', between: ['what-happened', 'unreadable'] },
  },
});
