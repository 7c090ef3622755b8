/** What the answers say, in the terms that the rules use. */
import { factsOf, NOT_KNOWN } from '../../engine/define.ts';
import { questions } from './questions.ts';

const { answer, definite, missing, ticked, tickedBut, tickedWithout } = factsOf(questions);

export const facts = {
  who: answer('who', (who) => who),
  isParty: answer('who', (who) => who === 'registered-party'),
  isRepresentative: answer('who', (who) => who === 'elected-representative'),
  isService: answer('takes', (takes) => takes === 'service'),

  dataUnknown: ticked('what-data', NOT_KNOWN),
  registerEntries: ticked('what-data', 'register-entries'),
  contacts: ticked('what-data', 'addresses', 'phone-numbers', 'message-addresses'),
  numbers: ticked('what-data', 'phone-numbers'),
  messageAddresses: ticked('what-data', 'message-addresses'),
  aboutPeople: ticked('what-data', 'facts', 'scores', 'area-figures'),
  scores: ticked('what-data', 'scores'),
  figuresAlone: tickedWithout('what-data', ['area-figures']),
  personalData: answer('personal-data', (said) => said === 'yes'),
  named: answer('named-consent', (said) => said === 'yes'),
  covered: answer('consent-covers', (said) => said === 'yes'),
  proof: answer('provenance', (said) => said === 'yes'),
  expected: answer('expected-fact', (said) => said === 'yes'),
  specialCategory: tickedBut('special-category', 'none'),
  specialKnown: definite('special-category'),
  opinions: ticked('special-category', 'political-opinions'),
  opinionsAlone: tickedWithout('special-category', ['political-opinions']),
  condition: answer('condition', (condition) => condition),

  role: answer('role', (role) => role),
  roleKnown: definite('role'),
  pools: ticked('uses-ours', 'pools'),
  ownEnds: ticked('uses-ours', 'own-ends'),
  matches: ticked('uses-ours', 'matches-profiles'),
  usesKnown: definite('uses-ours'),
  usesOurs: tickedBut('uses-ours', 'none'),
  registerData: answer('register-data', (said) => said === 'yes'),
  contractShort: missing('contract', ...questions.contract.options),
  checksShort: missing('checks', 'profiling', 'rights', 'security', 'apart'),
  dutiesShort: missing('checks', 'duties'),
  where: answer('where', (where) => where),
};
