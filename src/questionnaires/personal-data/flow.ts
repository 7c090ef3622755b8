/**
 * Is it personal data, and is it sensitive? It settles that point and no lawful basis. The words are in
 * `content/questionnaires/personal-data`; every way through is listed in `tests/flows/journeys/personal-data.md`.
 */
import { defineQuestionnaire } from '../../engine/define.ts';
import { EDITIONS } from '../editions.ts';
import { facts } from './facts.ts';
import { questions } from './questions.ts';
import { rules } from './rules.ts';

/** What goes with all data about people. */
const people = ['basis-record', 'least-data', 'guess-care', 'dpia-if-scale'] as const;

export const personalData = defineQuestionnaire({
  id: 'personal-data',
  version: '1.0.0',
  editions: EDITIONS,
  start: 'data',
  questions,
  facts,
  rules,
  routes: {
    data: 'points-to',
    'points-to': [
      { when: 'concernsThem', to: 'special-category' },
      { when: 'pointsToPeople', to: 'relates' },
      { otherwise: 'made-from' },
    ],
    relates: { byOption: { yes: 'special-category', no: 'handle-with-care' } },
    'made-from': { byOption: { yes: 'special-category', no: 'attached', bought: 'attached' } },
    attached: { byOption: { yes: 'special-category', no: 'single-out' } },
    'single-out': { byOption: { yes: 'special-category', no: 'not-personal' } },
    'special-category': [{ when: 'kindsNamed', to: 'sensitive' }, { otherwise: 'acts-on-guess' }],
    'acts-on-guess': { byOption: { yes: 'sensitive', no: 'personal' } },
  },
  outcomes: {
    personal: { verdict: 'proceed-if', todos: people },
    sensitive: { verdict: 'proceed-if', todos: people },
    'handle-with-care': {
      verdict: 'proceed-if',
      todos: ['basis-record', 'doubt-care', 'recheck-link'],
    },
    'not-personal': { verdict: 'not-needed', todos: ['area-first', 'tool-look', 'recheck-link'] },
  },
  todos: [
    { when: 'kindsKnown', add: ['a9-condition', 'a9-note'] },
    { when: 'kindsOpen', add: ['a9-find-out'] },
    { when: 'noteOnOne', add: ['prof-tell', 'object-tell'] },
    { when: 'codedList', add: ['aud-infer', 'aud-tell', 'aud-objectors'] },
    { when: 'platformPicks', add: ['ads-check', 'platform-joint'] },
    { when: 'fromAreas', add: ['area-first'] },
    { when: 'hardToTell', add: ['doubt-care'] },
  ],
  plans: {
    'points-to': { options: ['area-figures'] },
    attached: { options: ['no'] },
    'special-category': { options: ['none'] },
    'acts-on-guess': { options: ['no'] },
  },
  clashes: {
    'none-yet-acted-on': { when: 'noneYetActedOn', between: ['special-category', 'acts-on-guess'] },
  },
  followOns: [
    {
      questionnaire: 'lawful-basis',
      when: 'basisWithKinds',
      carries: {
        'personal-data': [{ when: 'tellsOnPeople', answer: 'yes' }],
        'special-category': 'special-category',
      },
    },
    {
      questionnaire: 'lawful-basis',
      when: 'basisOrOtherRules',
      carries: {
        'personal-data': [
          { at: ['not-personal'], answer: 'no' },
          { when: 'tellsOnPeople', answer: 'yes' },
          // It leads to people, and is treated as about them in doubt.
          { at: ['handle-with-care'], answer: 'yes' },
        ],
        // Whoever acts on a guess at such data uses some after all, and is asked which.
        'special-category': [{ at: ['personal'], answer: ['none'] }],
      },
    },
    {
      questionnaire: 'disproportionate-effort',
      when: 'aboutPeople',
      carries: { data: 'data', 'personal-data': [{ when: 'tellsOnPeople', answer: 'yes' }] },
    },
  ],
});
