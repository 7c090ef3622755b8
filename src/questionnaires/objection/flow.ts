/**
 * Someone says stop, asks or complains: what stops, what is answered, and by when. The words are in
 * `content/questionnaires/objection`; every way through is listed in `tests/flows/journeys/objection.md`.
 */
import { defineQuestionnaire } from '../../engine/define.ts';
import { EDITIONS } from '../editions.ts';
import { facts } from './facts.ts';
import { questions } from './questions.ts';
import { rules } from './rules.ts';

// What is asked next, as far as what was ticked calls for it.
const toKeeping = [{ when: 'asksToDelete', to: 'must-keep' }, { otherwise: 'done-so-far' }] as const;
const toUse = [{ when: 'asksOfUse', to: 'marketing-use' }, ...toKeeping] as const;
const toNotice = [{ when: 'noticeGiven', to: 'notice-until' }, ...toUse] as const;
const toHowFar = [{ when: 'stopMayBePart', to: 'how-far' }, ...toNotice] as const;

/** The last days, two clocks that are never mixed: a calendar month for rights, and thirty days for a complaint. */
const lastDays = {
  answer: { question: 'received-on', months: 1, when: 'rightUsed', clause: 'prof-object-reply' },
  // The day of receipt is the first of the thirty: the Act says so, and the regulator is said to count a day later.
  acknowledge: { question: 'received-on', days: 29, when: 'complaintCounts', clause: 'ctrl-rights-process' },
} as const;

/** What a stop takes, for this person, today; the answer follows. */
const STOPPING = ['stop-everywhere', 'suppress-them', 'answer-them'] as const;

export const objection = defineQuestionnaire({
  id: 'objection',
  version: '1.0.0',
  editions: EDITIONS,
  start: 'received-on',
  questions,
  facts,
  rules,
  routes: {
    'received-on': 'whose',
    whose: 'asks',
    asks: [{ when: 'asksOfFreepost', to: 'freepost-right' }, ...toHowFar],
    'freepost-right': {
      byOption: { yes: [{ when: 'freepostAlone', to: 'freepost-stands' }, ...toHowFar], no: toHowFar },
    },
    // Where one way alone may be meant, there is neither a notice nor a wish to be deleted.
    'how-far': [{ when: 'asksOfUse', to: 'marketing-use' }, { otherwise: 'done-so-far' }],
    'notice-until': toUse,
    'marketing-use': {
      byOption: { yes: toKeeping, no: [{ when: 'objectsToUse', to: 'rests-on' }, ...toKeeping] },
    },
    'rests-on': {
      byOption: { consent: toKeeping, 'task-or-interests': 'compelling', 'contract-duty-life': toKeeping },
    },
    compelling: toKeeping,
    'must-keep': 'done-so-far',
    'done-so-far': [
      { when: 'noticeGiven', to: 'stop-by-notice' },
      { when: 'stops', to: 'stop-marketing' },
      { when: 'useStops', to: 'stop-use' },
      { when: 'goesOn', to: 'may-continue' },
      { otherwise: 'answer-in-time' },
    ],
  },
  offered: {
    'done-so-far': {
      lists: 'somethingStops',
      platforms: 'somethingStops',
      helpers: 'somethingStops',
      suppressed: 'somethingStops',
    },
  },
  marks: {
    stops: { asks: ['asksToStop'], 'freepost-right': ['noFreepost'], 'marketing-use': ['isMarketing'] },
    useStops: {
      'marketing-use': ['consentEnds'],
      'rests-on': ['restsOnConsent'],
      compelling: ['noGrounds'],
    },
    goesOn: { 'rests-on': ['noSuchRight'], compelling: ['groundsShown'] },
  },
  outcomes: {
    'stop-marketing': { verdict: 'stop', todos: STOPPING, deadlines: lastDays },
    'stop-by-notice': { verdict: 'stop', todos: [...STOPPING, 'p22-notices'], deadlines: lastDays },
    'stop-use': { verdict: 'stop', todos: ['stop-everywhere', 'answer-them'], deadlines: lastDays },
    'may-continue': { verdict: 'proceed-if', todos: ['refusal'], deadlines: lastDays },
    'answer-in-time': { verdict: 'proceed-if', todos: [], deadlines: lastDays },
    'freepost-stands': { verdict: 'not-needed', todos: ['ask-what', 'freepost-object'] },
  },
  todos: [
    { when: 'somethingStops', add: ['object-system'] },
    { when: 'platformsOpen', add: ['aud-objectors'] },
    { when: 'oneOfSeveral', add: ['door-doubt'] },
    { when: 'inRealDoubt', add: ['identity'] },
    { when: 'notUnderstood', add: ['ask-what'] },
    { when: 'rightUsed', add: ['answer-them'] },
    { when: 'consentEnds', add: ['no-other-basis', 'c-withdraw'] },
    { when: 'basisNotKnown', add: ['settle-its-basis'] },
    { when: 'goesOn', add: ['refusal'] },
    { when: 'weighed', add: ['restrict-it'] },
    { when: 'keepNotKnown', add: ['restrict-it', 'settle-keeping'] },
    { when: 'somethingKept', add: ['refusal'] },
    { when: 'asksToSee', add: ['see-data'] },
    { when: 'asksToCorrect', add: ['correct-it'] },
    { when: 'asksToDelete', add: ['erase-it'] },
    { when: 'changesData', add: ['tell-recipients'] },
    { when: 'complains', add: ['complaints'] },
  ],
  done: {
    'stop-everywhere': 'offEverywhere',
    'suppress-them': 'onTheList',
    'answer-them': 'answered',
  },
  // A use can be planned so that nothing of it promotes anybody. What people want is as it is.
  plans: { 'marketing-use': { options: ['no'] } },
  followOns: [{ questionnaire: 'lawful-basis', when: 'basisNotKnown', carries: {} }],
  clashes: {
    'ends-before-it-came': { when: 'endsBeforeItCame', between: ['received-on', 'notice-until'] },
  },
});
