/** What the answers mean: named claims, each with the clauses that it rests on. Claims are published as written. */
import { rulesOver } from '../../engine/define.ts';
import { EDITIONS } from '../editions.ts';
import { conditionRules, helperRules, outsideRules } from '../shared-rules.ts';
import { facts } from './facts.ts';

const rule = rulesOver(facts, EDITIONS);

/** The prompts of the five questions, and the one after them: the fact, what a yes says, the clauses. */
const warning = (
  fact:
    | 'surprised'
    | 'notPlain'
    | 'intrusiveOtherwise'
    | 'frequency'
    | 'timing'
    | 'unaware'
    | 'deliveryOtherwise'
    | 'emotive'
    | 'autonomy'
    | 'vulnerable'
    | 'psychometrics'
    | 'discriminatory'
    | 'threatening'
    | 'disenfranchising'
    | 'detrimentOtherwise'
    | 'otherReason',
  claim: string,
  clauses: readonly [string, ...string[]],
) => rule([fact], { claim, clauses, holds: (known) => known[fact] === true });

const warnings = {
  surprising: warning('surprised', 'People would be surprised to be profiled like this, or may be.', [
    'prof-q-intrusive',
    'prof-q-surprise',
  ]),
  notPlain: warning('notPlain', 'The profiling is not made plain to people, or may not be.', [
    'prof-q-intrusive',
    'prof-q-openness',
  ]),
  intrusiveOtherwise: warning('intrusiveOtherwise', 'The profiling intrudes in some other way, or may.', [
    'prof-q-intrusive',
  ]),
  tooOften: warning('frequency', 'Messages come more often than people would expect, or may.', [
    'prof-q-delivery',
    'prof-q-frequency',
  ]),
  timedForEffect: warning('timing', 'Messages are timed or staged to work strongly on people, or may be.', [
    'prof-q-delivery',
    'prof-q-timing',
  ]),
  worksUnawares: warning('unaware', 'It works on people without their being aware of it, or may.', [
    'prof-q-delivery',
    'prof-q-unaware',
  ]),
  deliveredIntrusively: warning(
    'deliveryOtherwise',
    'The message is delivered intrusively in some other way, or may be.',
    ['prof-q-delivery'],
  ),
  emotive: warning('emotive', 'Profile and message together are highly emotive, or may be.', [
    'prof-q-emotive',
  ]),
  pressesOnChoice: warning(
    'autonomy',
    'Profile and message together press on a person’s own free choice, or may.',
    ['prof-q-emotive', 'prof-q-autonomy'],
  ),
  actsOnWeakness: warning('vulnerable', 'The message could act on a weakness of the people it reaches.', [
    'prof-q-vulnerable',
  ]),
  psychometric: warning(
    'psychometrics',
    'Psychometrics are used to set off a strong reaction, or may be, which is likely to be unfair in itself.',
    ['prof-q-psychometrics', 'prof-psychometrics'],
  ),
  discriminatory: warning('discriminatory', 'Choosing people in this way discriminates, or may.', [
    'prof-q-detriment',
    'prof-q-discriminatory',
  ]),
  threatening: warning('threatening', 'The message could be felt as a threat.', [
    'prof-q-detriment',
    'prof-q-threatening',
  ]),
  disenfranchising: warning('disenfranchising', 'It could keep people from voting.', [
    'prof-q-detriment',
    'prof-q-disenfranchising',
  ]),
  harmsOtherwise: warning('detrimentOtherwise', 'It is likely to harm people in some other way, or may be.', [
    'prof-q-detriment',
  ]),
  otherReason: warning('otherReason', 'There is another reason to think that its effect could be serious.', [
    'prof-consider-significant',
    'prof-yes-think',
  ]),
};

/** Rules that decide where an answer leads, what is offered, and the marks. */
const routingRules = {
  nothingDecided: rule(['profiling'], {
    claim: 'Nothing is decided or sent from the profile, so there is no decision for Article 22 to restrict.',
    clauses: ['prof-a22-no-consent'],
    holds: ({ profiling }) => profiling === 'nothing-decided',
  }),
  specialCategoryUsed: rule(['specialCategory'], {
    claim: 'Special category data is used, or may be; support scores and voting intention show opinions.',
    clauses: ['sc-what', 'sc-inferred', 'prof-q-sensitive'],
    holds: ({ specialCategory }) => specialCategory === true,
  }),
  noConditionFound: rule(['condition'], {
    claim: 'No Article 9 condition covers the special category data.',
    clauses: ['sc-condition-first', 'sc-what'],
    holds: ({ condition }) => condition === 'none',
  }),
  unfairSoFar: rule(['unfair'], {
    claim:
      'The plan would discriminate, be felt as a threat, keep people from voting or pick them by character to set off a strong reaction, or may.',
    clauses: ['prof-q-detriment', 'prof-psychometrics', 'prof-fairness', 'fair-consider-methods'],
    holds: ({ unfair }) => unfair,
  }),
  noConditionSoFar: rule(['noCondition'], {
    claim: 'Special category data is used, or may be, and no condition covers it.',
    clauses: ['sc-condition-first'],
    holds: ({ noCondition }) => noCondition,
  }),
  noWarning: rule(['warned'], {
    claim:
      'None of the five questions, nor anything else, points to a legal or similarly significant effect.',
    clauses: ['prof-five-questions', 'prof-consider-significant'],
    holds: ({ warned }) => !warned,
  }),
  noWarningAndHuman: rule(['warned', 'humanLook'], {
    claim: 'Nothing points to a serious effect, and a person weighs each decision.',
    clauses: ['prof-five-questions', 'prof-a22-no-consent'],
    holds: ({ warned, humanLook }) => !warned && humanLook === true,
  }),
  humanLook: rule(['humanLook'], {
    claim:
      'Someone with the authority and the information to change it weighs each decision, so it is not solely automated.',
    clauses: ['prof-a22-no-consent'],
    law: ['ADM-3'],
    holds: ({ humanLook }) => humanLook === true,
  }),
  nobodyLooks: rule(['humanLook'], {
    claim: 'Nobody weighs each decision before it takes effect.',
    clauses: ['prof-a22-no-consent'],
    law: ['ADM-3'],
    holds: ({ humanLook }) => humanLook === false,
  }),
  seriousAndAssessed: rule(['legalEffect', 'significantEffect', 'dpiaDone'], {
    claim: 'The effect is legal or similarly significant, or may be, and an assessment of it is done.',
    clauses: ['prof-consider-significant', 'prof-yes-dpia'],
    holds: ({ legalEffect, significantEffect, dpiaDone }) =>
      (legalEffect === true || significantEffect === true) && dpiaDone === true,
  }),
  seriousAndAutomated: rule(['legalEffect', 'significantEffect', 'humanLook'], {
    claim:
      'The effect is legal or similarly significant, or may be, nothing brings it down, and nobody weighs each decision.',
    clauses: ['prof-consider-significant', 'prof-a22-no-consent'],
    law: ['ADM-3'],
    holds: ({ legalEffect, significantEffect, humanLook }) =>
      (legalEffect === true || significantEffect === true) && humanLook === false,
  }),
  measuresSuffice: rule(['mitigated'], {
    claim: 'The measures of the assessment bring the effect down far enough.',
    clauses: ['prof-yes-dpia', 'acc-measures'],
    holds: ({ mitigated }) => mitigated === true,
  }),
  article22Bars: rule(['specialCategory', 'explicitConsent', 'consentToAllData'], {
    claim:
      'The decision needs each person’s explicit consent and does not have it. Under the 2019 draft every such decision needs it. Since 5 February 2026 only one that uses special category data does, and then for all the data that it uses.',
    clauses: ['prof-a22-no-consent', 'prof-a22-consent'],
    law: ['ADM-1', 'ADM-2'],
    holds: ({ specialCategory, explicitConsent, consentToAllData }, edition) =>
      edition.isFrom('law-2026-02')
        ? specialCategory === true && !(explicitConsent === true && consentToAllData === true)
        : explicitConsent === false,
  }),
  safeguardMissing: rule(['told', 'heard'], {
    claim: 'A safeguard that such a decision needs is missing, or not known.',
    clauses: ['prof-a22-inform', 'prof-a22-logic', 'prof-a22-rights'],
    law: ['ADM-1'],
    holds: ({ told, heard }) => told === false || heard === false,
  }),
};

/** Rules that add to-dos, or show them to be done, and decide nothing else. */
const todoRules = {
  warned: rule(['warned'], {
    claim: 'An answer warns of a serious effect on people.',
    clauses: ['prof-yes-think', 'prof-yes-dpia'],
    holds: ({ warned }) => warned,
  }),
  specialDataIntrudes: rule(['specialCategory', 'notPlain'], {
    claim: 'Special category data is used, or may be, and profiling with it is intrusive in itself.',
    clauses: ['prof-q-intrusive', 'prof-q-sensitive'],
    holds: ({ specialCategory, notPlain }) => specialCategory === true && notPlain !== undefined,
  }),
  assessed: rule(['dpiaDone'], {
    claim: 'An assessment that covers this has been done.',
    clauses: ['prof-yes-dpia'],
    holds: ({ dpiaDone }) => dpiaDone === true,
  }),
  assessmentRequired: rule(
    [
      'notPlain',
      'notPlainKnown',
      'vulnerable',
      'vulnerableKnown',
      'legalEffect',
      'legalKnown',
      'significantEffect',
      'significantKnown',
    ],
    {
      claim:
        'People are not told, or are vulnerable to the message, or the effect on them is legal or similarly significant: an assessment comes first.',
      clauses: ['acc-dpia-invisible', 'acc-dpia-profiling-significant', 'web-dpia'],
      holds: (known) =>
        (known.notPlain === true && known.notPlainKnown === true) ||
        (known.vulnerable === true && known.vulnerableKnown === true) ||
        (known.legalEffect === true && known.legalKnown === true) ||
        (known.significantEffect === true && known.significantKnown === true),
    },
  ),
  assessmentOpen: rule(['notPlainKnown', 'vulnerableKnown', 'legalKnown', 'significantKnown'], {
    claim:
      'It is not known whether people are told, are vulnerable to the message, or would feel an effect that is legal or similarly significant.',
    clauses: ['acc-dpia-when', 'acc-dpia-screen'],
    holds: ({ notPlainKnown, vulnerableKnown, legalKnown, significantKnown }) =>
      [notPlainKnown, vulnerableKnown, legalKnown, significantKnown].includes(false),
  }),
  highRiskLeft: rule(['mitigated', 'mitigatedKnown'], {
    claim: 'The assessment is done, and its measures do not bring the effect down far enough.',
    clauses: ['aud-dpia-procedure'],
    holds: ({ mitigated, mitigatedKnown }) => mitigated === false && mitigatedKnown === true,
  }),
  riskLeftOpen: rule(['mitigatedKnown'], {
    claim:
      'The assessment is done, and it is not known whether its measures bring the effect down far enough.',
    clauses: ['aud-dpia-procedure'],
    holds: ({ mitigatedKnown }) => mitigatedKnown === false,
  }),
  psychometricsUsed: rule(['psychometrics', 'psychometricsKnown'], {
    claim: 'People are picked by their character to set off a strong reaction.',
    clauses: ['prof-q-psychometrics', 'prof-psychometrics'],
    holds: ({ psychometrics, psychometricsKnown }) => psychometrics === true && psychometricsKnown === true,
  }),
  psychometricsOpen: rule(['psychometricsKnown'], {
    claim: 'It is not known whether people are picked by their character to set off a strong reaction.',
    clauses: ['prof-q-psychometrics', 'prof-psychometrics'],
    holds: ({ psychometricsKnown }) => psychometricsKnown === false,
  }),
  peoplePicked: rule(['profiling'], {
    claim: 'People are contacted, or see something, because of the profile, and can object to that.',
    clauses: ['prof-object-marketing', 'dm-object-stop'],
    holds: ({ profiling }) => profiling === 'decides',
  }),
  consentReliedOn: rule(['explicitConsent', 'consentToAllData', 'specialCategory'], {
    claim:
      'The decision rests on each person’s explicit consent, which you have; since 5 February 2026 to all the data that it uses.',
    clauses: ['prof-a22-consent', 'sc-explicit-consent'],
    law: ['ADM-1', 'ADM-2'],
    holds: ({ explicitConsent, consentToAllData, specialCategory }, edition) =>
      explicitConsent === true &&
      (!edition.isFrom('law-2026-02') || (specialCategory === true && consentToAllData === true)),
  }),
  toldAndExplained: rule(['told'], {
    claim: 'People are told of the automated decision, its logic and its likely consequences.',
    clauses: ['prof-a22-inform', 'prof-a22-logic'],
    holds: ({ told }) => told === true,
  }),
  heardAndAnswered: rule(['heard'], {
    claim: 'People can get a human, be heard, have it explained and challenge it.',
    clauses: ['prof-a22-rights'],
    holds: ({ heard }) => heard === true,
  }),
};

/** Rules that find two answers which cannot both be true. */
const clashRules = {
  agreedYetHidden: rule(['condition', 'notPlain'], {
    claim: 'The condition is explicit consent, and people are not told of the profiling.',
    clauses: ['sc-explicit-consent', 'prof-tell'],
    holds: ({ condition, notPlain }) => condition === 'explicit-consent' && notPlain === true,
  }),
  votesLostYetNoEffect: rule(['disenfranchising', 'legalEffect'], {
    claim: 'It could keep people from voting, and nobody’s rights are affected.',
    clauses: ['prof-q-disenfranchising', 'prof-consider-significant'],
    holds: ({ disenfranchising, legalEffect }) => disenfranchising === true && legalEffect === false,
  }),
};

/** Rules that call for another questionnaire, and decide nothing here. */
const followOnRules = {
  usesData: rule(['profiling'], {
    claim: 'Whatever Article 22 says, using people’s data needs a lawful basis, by hand too.',
    clauses: ['lb-have-basis'],
    holds: ({ profiling }) => profiling !== undefined,
  }),
};

export const rules = {
  ...conditionRules,
  ...helperRules,
  ...outsideRules,
  ...warnings,
  ...routingRules,
  ...todoRules,
  ...followOnRules,
  ...clashRules,
};
