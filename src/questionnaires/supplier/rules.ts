/** What the answers mean: named claims, each with the clauses that it rests on. Claims are published as written. */
import { rulesOver } from '../../engine/define.ts';
import { EDITIONS } from '../editions.ts';
import { conditionRules } from '../shared-rules.ts';
import { facts } from './facts.ts';

const rule = rulesOver(facts, EDITIONS);

const {
  partyOpinionsAlone,
  bodyWithMembers,
  specialKindsKnown,
  specialKindsOpen,
  byExplicitConsent,
  byPartyCondition,
  opinionsByAnother,
} = conditionRules;

export const rules = {
  partyOpinionsAlone,
  bodyWithMembers,
  specialKindsKnown,
  specialKindsOpen,
  byExplicitConsent,
  byPartyCondition,
  opinionsByAnother,

  dataUnknown: rule(['dataUnknown'], {
    claim: 'Nobody knows what the data holds, so nobody can check it.',
    clauses: ['col-due-diligence', 'col-demonstrate'],
    holds: ({ dataUnknown }) => dataUnknown === true,
  }),
  registerEntries: rule(['registerEntries'], {
    claim:
      'It holds entries of the full or marked register, or of a voter list. Each may use only the copy that the law gives.',
    clauses: ['er-no-sharing', 'er-only-law'],
    law: ['ER-1'],
    holds: ({ registerEntries }) => registerEntries === true,
  }),
  figuresAlone: rule(['figuresAlone'], {
    claim: 'It is figures about areas or groups, and nothing else.',
    clauses: ['pd-area-level'],
    law: ['PD-1'],
    holds: ({ figuresAlone }) => figuresAlone === true,
  }),
  contactDetails: rule(['contacts'], {
    claim: 'It holds contact details.',
    clauses: ['col-details-consent', 'col-not-general'],
    holds: ({ contacts }) => contacts === true,
  }),
  numbersTaken: rule(['numbers'], {
    claim: 'It holds phone numbers.',
    clauses: ['dm-call-tps', 'dm-call-own-list'],
    law: ['DM-5'],
    holds: ({ numbers }) => numbers === true,
  }),
  messageAddressesTaken: rule(['messageAddresses'], {
    claim: 'It holds addresses for email, texts or messages.',
    clauses: ['dm-mail-consent'],
    holds: ({ messageAddresses }) => messageAddresses === true,
  }),
  aboutPeople: rule(['aboutPeople'], {
    claim: 'It holds facts, guesses or figures about people.',
    clauses: ['col-facts-notice', 'col-inferred-as-facts'],
    holds: ({ aboutPeople }) => aboutPeople === true,
  }),
  expectationAsked: rule(['aboutPeople', 'registerEntries', 'personalData'], {
    claim:
      'Facts, guesses or figures about people are among what you may take, and people have to expect them.',
    clauses: ['col-facts-notice', 'col-inferred-as-facts'],
    holds: ({ aboutPeople, registerEntries, personalData }) =>
      aboutPeople === true && registerEntries === false && personalData !== false,
  }),
  dataTaken: rule(['isService', 'personalData'], {
    claim: 'You would take data about people from somebody else.',
    clauses: ['col-due-diligence', 'col-demonstrate', 'col-own-notice'],
    law: ['INF-4'],
    holds: ({ isService, personalData }) => isService === false && personalData !== false,
  }),
  notNamed: rule(['named'], {
    claim: 'It is not shown that each person agreed that you, by name, may have these details.',
    clauses: ['col-details-consent', 'col-not-general'],
    law: ['INF-5'],
    holds: ({ named }) => named === false,
  }),
  notCovered: rule(['covered'], {
    claim: 'It is not shown that people agreed to be reached in the way that you mean.',
    clauses: ['col-due-diligence', 'aud-supplier-consent-words'],
    holds: ({ covered }) => covered === false,
  }),
  noProof: rule(['proof'], {
    claim: 'You have seen no proof of how the data was got, or that people knew where it would go.',
    clauses: ['col-due-diligence', 'col-assurances', 'col-not-satisfied'],
    law: ['INF-4'],
    holds: ({ proof }) => proof === false,
  }),
  proofSeen: rule(['proof'], {
    claim: 'You have seen proof of how the data was got. People are still owed a notice of your own.',
    clauses: ['col-due-diligence', 'col-own-notice'],
    holds: ({ proof }) => proof === true,
  }),
  expected: rule(['expected'], {
    claim: 'People would expect you to hold this about them.',
    clauses: ['col-facts-notice'],
    holds: ({ expected }) => expected === true,
  }),
  specialData: rule(['specialCategory'], {
    claim: 'It holds or guesses special category data, or may.',
    clauses: ['sc-condition-first', 'sc-inferred', 'aud-condition'],
    law: ['SC-3'],
    holds: ({ specialCategory }) => specialCategory === true,
  }),
  membersClaimed: rule(['condition'], {
    claim: 'The condition is the one for members, and people on a list from elsewhere are none of yours.',
    clauses: ['sc-members', 'sc-members-no-disclosure'],
    holds: ({ condition }) => condition === 'members',
  }),
  anotherCondition: rule(['condition'], {
    claim: 'The condition is another one that you named yourself.',
    clauses: ['sc-condition-first', 'sc-document-condition'],
    holds: ({ condition }) => condition === 'another',
  }),
  opinionsGuessed: rule(['scores', 'condition'], {
    claim:
      'Guesses or scores rest on the condition for registered parties. Whether it covers guesses is not settled.',
    clauses: ['sc-party-necessary', 'sc-inferred'],
    holds: ({ scores, condition }) => scores === true && condition === 'party-condition',
  }),

  serviceUsed: rule(['isService'], {
    claim: 'Somebody else would handle your data.',
    clauses: ['prof-due-diligence', 'aud-supply-chain', 'web-platform-steps'],
    law: ['AUD-3'],
    holds: ({ isService }) => isService === true,
  }),
  roleOpen: rule(['roleKnown'], {
    claim: 'Whether it acts on your instructions alone is not settled.',
    clauses: ['ctrl-be-clear', 'ctrl-both-understand'],
    holds: ({ roleKnown }) => roleKnown === false,
  }),
  anotherController: rule(['role', 'roleKnown'], {
    claim:
      'It decides for itself what it does with the data, so it is no supplier of yours but another controller.',
    clauses: ['ctrl-processor-limits', 'lb-have-basis'],
    holds: ({ role, roleKnown }) => role === 'another-controller' && roleKnown === true,
  }),
  processor: rule(['role'], {
    claim: 'It is your processor.',
    clauses: ['acc-contracts', 'ctrl-relationship-needs', 'ctrl-processor-limits'],
    law: ['CTRL-3'],
    holds: ({ role }) => role === 'processor',
  }),
  jointWithIt: rule(['role'], {
    claim: 'It is a joint controller with you.',
    clauses: ['web-joint-arrangement', 'ctrl-relationship-needs'],
    law: ['CTRL-2'],
    holds: ({ role }) => role === 'joint',
  }),
  usesOurs: rule(['usesOurs'], {
    claim: 'It pools your data, uses it for ends of its own or matches it with profiles, or may.',
    clauses: ['prof-no-pool', 'web-platform-processor', 'col-match-consider', 'col-blanket'],
    holds: ({ usesOurs }) => usesOurs === true,
  }),
  usesOpen: rule(['usesKnown'], {
    claim: 'What it does with your data for itself is not known.',
    clauses: ['web-platform-evidence', 'web-platform-steps'],
    holds: ({ usesKnown }) => usesKnown === false,
  }),
  ownEnds: rule(['ownEnds'], {
    claim: 'It uses your data for ends of its own.',
    clauses: ['web-platform-processor', 'ctrl-processor-limits'],
    holds: ({ ownEnds }) => ownEnds === true,
  }),
  pools: rule(['pools'], {
    claim: 'It mixes your data with that of others.',
    clauses: ['prof-no-pool', 'web-platform-pool'],
    holds: ({ pools }) => pools === true,
  }),
  processorYetOwnEnds: rule(['role', 'ownEnds'], {
    claim: 'It is said to act on your instructions alone, and to use the data for ends of its own.',
    clauses: ['web-platform-processor', 'ctrl-processor-limits'],
    holds: ({ role, ownEnds }) => role === 'processor' && ownEnds === true,
  }),
  registerAtService: rule(['registerData'], {
    claim: 'Data from the full or marked register, or a voter list, would go there, or may.',
    clauses: ['er-processors', 'er-no-sharing'],
    law: ['ER-1'],
    holds: ({ registerData }) => registerData === true,
  }),
  registerToJoint: rule(['registerData', 'role'], {
    claim: 'Register data would go to a joint controller, or may, and it must go to no other controller.',
    clauses: ['er-no-sharing'],
    law: ['ER-1'],
    holds: ({ registerData, role }) => registerData === true && role === 'joint',
  }),
  contractShort: rule(['contractShort'], {
    claim: 'The contract lacks a term that it has to hold, or nobody has looked.',
    clauses: ['acc-contracts', 'ctrl-relationship-needs'],
    law: ['CTRL-3'],
    holds: ({ contractShort }) => contractShort === true,
  }),
  contractWhole: rule(['contractShort'], {
    claim: 'The contract holds each term.',
    clauses: ['acc-contracts', 'ctrl-relationship-needs'],
    law: ['CTRL-3'],
    holds: ({ contractShort }) => contractShort === false,
  }),
  pointMissing: rule(['contractShort', 'checksShort', 'dutiesShort'], {
    claim: 'A term or a check is missing.',
    clauses: ['acc-contracts', 'prof-due-diligence', 'web-joint-arrangement'],
    holds: ({ contractShort, checksShort, dutiesShort }) =>
      contractShort === true || checksShort === true || dutiesShort === true,
  }),
  checked: rule(['checksShort', 'role'], {
    claim:
      'You have seen for yourself that it keeps the law, honours rights, is secure and keeps data apart.',
    clauses: ['prof-due-diligence', 'prof-rights-mechanism', 'aud-analytics-checks'],
    holds: ({ checksShort }) => checksShort === false,
  }),
  dutiesSettled: rule(['dutiesShort', 'role'], {
    claim: 'Each duty is settled between the two of you.',
    clauses: ['web-joint-arrangement', 'web-standard-terms'],
    law: ['CTRL-2'],
    holds: ({ dutiesShort, role }) => role === 'joint' && dutiesShort === false,
  }),
  placeOpen: rule(['where'], {
    claim: 'Nothing shows that the data may go where it is kept or opened.',
    clauses: ['prof-transfers', 'web-platform-evidence'],
    law: ['XFER-1', 'XFER-2'],
    holds: ({ where }) => where === 'otherwise',
  }),
  staysHere: rule(['where'], {
    claim: 'The data stays where no transfer rule is met: under the draft the EEA, under the law now the UK.',
    clauses: ['prof-transfers', 'web-platform-evidence'],
    law: ['XFER-1', 'XFER-3'],
    holds: ({ where }, edition) => where === 'uk' || (where === 'eea' && !edition.isFrom('law-2026-02')),
  }),
  bySafeguards: rule(['where'], {
    claim: 'The data goes abroad on safeguards in writing.',
    clauses: ['prof-transfers'],
    law: ['XFER-1'],
    holds: ({ where }) => where === 'safeguards',
  }),
  basisDue: rule(['proof', 'where'], {
    claim: 'Your own use of the data needs a lawful basis.',
    clauses: ['lb-have-basis', 'col-demonstrate'],
    holds: ({ proof, where }) => proof === true || (where !== undefined && where !== 'otherwise'),
  }),
};
