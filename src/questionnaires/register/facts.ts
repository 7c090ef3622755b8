/** What the answers say, in the terms that the rules use. */
import { factsOf, NOT_KNOWN } from '../../engine/define.ts';
import { questions } from './questions.ts';

const { answer, definite, ticked, tickedBut } = factsOf(questions);

export const facts = {
  who: answer('who', (who) => who),
  list: answer('which-list', (list) => list),
  listKnown: definite('which-list'),
  entitled: answer('register-entitled', (said) => said === 'yes'),
  copyFrom: answer('copy-from', (from) => from),
  ground: answer('poll-over', (said) => said),
  groundSettled: definite('poll-over'),

  leavesUs: ticked('goes-to', 'another-controller', 'platform', 'public', NOT_KNOWN),
  toProcessor: ticked('goes-to', 'processor'),
  toPlatform: ticked('goes-to', 'platform'),
  toController: ticked('goes-to', 'another-controller'),
  toPublic: ticked('goes-to', 'public'),
  processorAllowed: answer('processor-allowed', (said) => said === 'yes'),

  joined: tickedBut('combined', 'nothing', NOT_KNOWN),
  joinedOpen: ticked('combined', NOT_KNOWN),
  support: ticked('combined', 'support'),
  joinedBought: ticked('combined', 'bought-or-shared'),
  joinedProfiles: ticked('combined', 'public-profiles'),
  joinedFromElsewhere: ticked('combined', 'bought-or-shared', 'public-profiles', NOT_KNOWN),
  onlyRegister: ticked('combined', 'nothing'),
  fresh: answer('fresh', (fresh) => fresh),
};
