/** What the answers mean: named claims, each with the clauses that it rests on. Claims are published as written. */
import { rulesOver } from '../../engine/define.ts';
import { EDITIONS } from '../editions.ts';
import { facts } from './facts.ts';

const rule = rulesOver(facts, EDITIONS);

/** Who works for a campaign, or sells to it, and is no campaigner itself. */
const HIRED: readonly (string | undefined)[] = ['supplier', 'campaign-platform', 'seller'];
const SOCIAL: readonly (string | undefined)[] = ['social-page', 'social-targeting'];

/** Whether one stands for office or holds it, and the other is a campaign as well, which neither can be a processor for. */
const twoCampaigners = (pair: {
  readonly other?: string | undefined;
  readonly isPerson?: boolean | undefined;
  readonly isSupplier?: boolean | undefined;
}): boolean =>
  ((pair.other === 'candidate' || pair.other === 'representative') && pair.isSupplier === false) ||
  (pair.isPerson === true && !HIRED.includes(pair.other) && !SOCIAL.includes(pair.other));

export const rules = {
  socialMedia: rule(['other'], {
    claim: 'You run a page with a social media company, or choose with it whom a message reaches.',
    clauses: ['web-joint', 'col-page-joint', 'web-joint-arrangement'],
    law: ['ADS-1', 'INF-7'],
    holds: ({ other }) => SOCIAL.includes(other),
  }),
  ownPage: rule(['other'], {
    claim: 'It is about a page of yours on social media, or its figures.',
    clauses: ['col-page-joint', 'col-own-page'],
    law: ['INF-7'],
    holds: ({ other }) => other === 'social-page',
  }),
  socialTargeting: rule(['other'], {
    claim: 'You choose with a social media company whom a message reaches.',
    clauses: ['web-joint', 'web-standard-terms'],
    law: ['ADS-1'],
    holds: ({ other }) => other === 'social-targeting',
  }),
  partOfOneBody: rule(['other', 'standsAlone'], {
    claim:
      'The other is a party, a group or a charity, and so are you, so that the two could be one legal body. A candidate, a representative and a supplier never are.',
    clauses: ['ctrl-be-clear', 'ctrl-register-separate'],
    holds: ({ other, standsAlone }) =>
      standsAlone === false && (other === 'party' || other === 'organisation'),
  }),
  officeConcerned: rule(['other', 'isRepresentative', 'isSupplier'], {
    claim: 'One of you is an elected representative, and the other is no supplier or platform.',
    clauses: ['ctrl-representative-separate'],
    holds: ({ other, isRepresentative, isSupplier }) =>
      (other === 'representative' && isSupplier === false) ||
      (isRepresentative === true && !HIRED.includes(other) && !SOCIAL.includes(other)),
  }),
  officeOpen: rule(['officeKnown'], {
    claim: 'It is not known whether this is work of the representative’s office.',
    clauses: ['ctrl-be-clear', 'ctrl-representative-separate'],
    holds: ({ officeKnown }) => officeKnown === false,
  }),
  officeApart: rule(['officeWork', 'officeKnown'], {
    claim: 'It is work of a representative’s office, or data from it. The office is a controller of its own.',
    clauses: ['ctrl-representative-separate'],
    law: ['CTRL-1'],
    holds: ({ officeWork, officeKnown }) => officeWork === true && officeKnown === true,
  }),
  theirPartOpen: rule(['theirPartKnown'], {
    claim: 'What the other one decides is not known.',
    clauses: ['ctrl-be-clear', 'aud-joint-case'],
    holds: ({ theirPartKnown }) => theirPartKnown === false,
  }),
  ourPartOpen: rule(['ourPartKnown'], {
    claim: 'What you decide is not known.',
    clauses: ['ctrl-be-clear'],
    holds: ({ ourPartKnown }) => ourPartKnown === false,
  }),
  bothDecide: rule(['theyDecide', 'weDecide'], {
    claim: 'Both of you decide more than technical means.',
    clauses: ['ctrl-processor-limits', 'ctrl-same-purpose'],
    holds: ({ theyDecide, weDecide }) => theyDecide === true && weDecide === true,
  }),
  onlyWeDecide: rule(['theyDecide', 'weDecide'], {
    claim: 'You decide, and the other one settles technical means at most.',
    clauses: ['ctrl-processor-limits', 'ctrl-processor-technical'],
    holds: ({ theyDecide, weDecide }) => theyDecide === false && weDecide === true,
  }),
  onlyTheyDecide: rule(['theyDecide', 'weDecide', 'ourPartKnown'], {
    claim: 'The other one decides, and you settle technical means at most.',
    clauses: ['ctrl-processor-limits', 'ctrl-processor-technical'],
    holds: ({ theyDecide, weDecide, ourPartKnown }) =>
      theyDecide === true && weDecide === false && ourPartKnown === true,
  }),
  nobodyDecides: rule(['theyDecide', 'weDecide', 'theirPartKnown', 'ourPartKnown'], {
    claim: 'On your answers nobody decides what the data is for, and somebody must.',
    clauses: ['ctrl-be-clear'],
    holds: ({ theyDecide, weDecide, theirPartKnown, ourPartKnown }) =>
      theyDecide === false && weDecide === false && theirPartKnown === true && ourPartKnown === true,
  }),
  purposeOpen: rule(['purposeKnown'], {
    claim: 'Whether you both use the data for one purpose is not known.',
    clauses: ['ctrl-same-purpose', 'ctrl-be-clear'],
    holds: ({ purposeKnown }) => purposeKnown === false,
  }),
  onePurpose: rule(['samePurpose', 'purposeKnown'], {
    claim: 'Both of you decide, and you use the same data for one purpose.',
    clauses: ['ctrl-same-purpose'],
    law: ['CTRL-1'],
    holds: ({ samePurpose, purposeKnown }) => samePurpose === true && purposeKnown === true,
  }),
  twoPurposes: rule(['samePurpose', 'purposeKnown'], {
    claim: 'Both of you decide, each for a purpose of its own.',
    clauses: ['ctrl-same-purpose'],
    law: ['CTRL-1'],
    holds: ({ samePurpose, purposeKnown }) => samePurpose === false && purposeKnown === true,
  }),

  joint: rule(['joint'], {
    claim: 'You are joint controllers.',
    clauses: ['ctrl-both-understand', 'ctrl-relationship-needs', 'ctrl-same-purpose'],
    law: ['CTRL-2'],
    holds: ({ joint }) => joint,
  }),
  processor: rule(['processor'], {
    claim: 'The other one is your processor.',
    clauses: ['ctrl-both-understand', 'ctrl-processor-limits', 'acc-contracts'],
    law: ['CTRL-3'],
    holds: ({ processor }) => processor,
  }),
  serving: rule(['serving'], {
    claim: 'You are the other one’s processor.',
    clauses: ['ctrl-processor-limits', 'ctrl-both-understand'],
    law: ['CTRL-3'],
    holds: ({ serving }) => serving,
  }),
  weControl: rule(['joint', 'apart', 'processor', 'oneBody'], {
    claim: 'You decide over this data, so your use of it needs a lawful basis.',
    clauses: ['ctrl-duties', 'lb-have-basis'],
    holds: ({ joint, apart, processor, oneBody }) => joint || apart || processor || oneBody === true,
  }),
  feeDue: rule(['joint', 'apart', 'processor', 'isPerson'], {
    claim: 'You are a controller, and neither standing for office nor holding it.',
    clauses: ['ctrl-fee'],
    law: ['FEE-1', 'FEE-3'],
    holds: ({ joint, apart, processor, isPerson }) => (joint || apart || processor) && isPerson === false,
  }),
  feeForRole: rule(['joint', 'apart', 'processor', 'isPerson'], {
    claim: 'You are a controller, and stand for office or hold it.',
    clauses: ['ctrl-elected-exempt-fee', 'ctrl-fee'],
    law: ['FEE-2'],
    holds: ({ joint, apart, processor, isPerson }) => (joint || apart || processor) && isPerson === true,
  }),

  registerToController: rule(['registerGoes', 'joint', 'apart', 'other', 'isPerson', 'isSupplier'], {
    claim:
      'Register data would go to another controller, or may. For it, a candidate, a representative and a party are controllers apart, whatever is set up between them.',
    clauses: ['er-no-sharing', 'ctrl-register-separate'],
    law: ['ER-1'],
    holds: ({ registerGoes, joint, apart, ...pair }) =>
      registerGoes === true && (joint || apart || twoCampaigners(pair)),
  }),
  registerToProcessor: rule(['registerGoes', 'processor', 'serving'], {
    claim: 'Register data would go to a processor, or may.',
    clauses: ['er-processors'],
    holds: ({ registerGoes, processor, serving }) => registerGoes === true && (processor || serving),
  }),
  registerGoes: rule(['registerGoes'], {
    claim: 'Register data goes from one of you to the other, or may.',
    clauses: ['er-no-sharing', 'er-processors'],
    holds: ({ registerGoes }) => registerGoes === true,
  }),
  candidateAndParty: rule(['other', 'isPerson', 'isSupplier'], {
    claim: 'One of you stands for office or holds it, and the other campaigns too.',
    clauses: ['ctrl-register-separate', 'ctrl-representative-separate'],
    holds: (pair) => twoCampaigners(pair),
  }),
  fromASeller: rule(['other'], {
    claim: 'The other one sells or rents data.',
    clauses: ['col-due-diligence', 'col-assurances'],
    law: ['INF-4'],
    holds: ({ other }) => other === 'seller',
  }),
  basisAsked: rule(['otherGoes', 'processor', 'serving'], {
    claim: 'Data goes from one controller to the other, beyond what the two gathered together.',
    clauses: ['lb-have-basis', 'pur-compatible-or-consent'],
    holds: ({ otherGoes, processor, serving }) => otherGoes === true && !processor && !serving,
  }),
  passedOnABasis: rule(['basis'], {
    claim: 'You can name a clear basis for passing the data on.',
    clauses: ['lb-have-basis', 'lb-record-basis'],
    holds: ({ basis }) => basis === true,
  }),
  nothingToPass: rule(['basis'], {
    claim: 'No clear basis for passing the data on is shown.',
    clauses: ['lb-have-basis', 'pur-compatible-or-consent'],
    holds: ({ basis }) => basis === false,
  }),

  offeredToUs: rule(['other'], {
    claim: 'The other one offers you data or a service, which you have to check yourself before you take it.',
    clauses: ['col-due-diligence', 'prof-due-diligence', 'aud-supply-chain'],
    holds: ({ other }) => HIRED.includes(other),
  }),
  serviceUsed: rule(['other'], {
    claim: 'The other one is a firm that works for you, or software that you use.',
    clauses: ['prof-due-diligence', 'web-platform-evidence', 'aud-supply-chain'],
    law: ['XFER-1'],
    holds: ({ other }) => other === 'supplier' || other === 'campaign-platform',
  }),
  platformUsed: rule(['other'], {
    claim: 'A platform is used.',
    clauses: ['web-platform-dpia', 'col-match-dpia'],
    holds: ({ other }) => other === 'campaign-platform' || SOCIAL.includes(other),
  }),
  ownEnds: rule(['ownEnds', 'other'], {
    claim: 'A firm or platform also uses the data for ends of its own.',
    clauses: ['web-platform-processor', 'prof-no-pool', 'ctrl-processor-limits'],
    holds: ({ ownEnds, other }) =>
      ownEnds === true && (other === 'supplier' || other === 'campaign-platform'),
  }),
  jointBeyondSocial: rule(['joint', 'other'], {
    claim: 'You are joint controllers, and the other one is no social media company.',
    clauses: ['ctrl-relationship-needs', 'web-joint'],
    holds: ({ joint, other }) => joint && !SOCIAL.includes(other),
  }),
  jointSupplier: rule(['joint', 'other'], {
    claim: 'A firm or software that works for you decides together with you.',
    clauses: ['ctrl-processor-limits', 'dm-research-follow-up'],
    holds: ({ joint, other }) => joint && (other === 'supplier' || other === 'campaign-platform'),
  }),
  ownEndsYetSame: rule(['ownEnds', 'theyShareDeciding', 'samePurpose', 'purposeKnown'], {
    claim: 'All that they decide is uses of their own, and yet both use the data for one purpose.',
    clauses: ['ctrl-same-purpose'],
    holds: ({ ownEnds, theyShareDeciding, samePurpose, purposeKnown }) =>
      ownEnds === true && theyShareDeciding === false && samePurpose === true && purposeKnown === true,
  }),
};
