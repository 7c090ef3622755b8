/** What the answers say, in the terms that the rules use. */
import { factsOf, NOT_KNOWN } from '../../engine/define.ts';
import { questions } from './questions.ts';

const { answer, definite, ticked, tickedBut } = factsOf(questions);

export const facts = {
  hoursOver: answer('aware-on', (moment) => moment === 'over-three-days-ago'),
  hands: answer('whose-hands', (whose) => whose),
  contentKnown: definite('what-happened'),
  nothingInIt: ticked('what-happened', 'none'),
  // By its nature, others have it or may: who can read a device shows when that is asked.
  othersHadIt: ticked('what-happened', 'device', 'exposed', 'account', 'leaver'),
  gone: ticked('what-happened', 'altered-or-gone'),
  specialCategory: tickedBut('special-category', 'none'),
  risksRaised: tickedBut('raises-risk', 'none'),
  strangersSaw: ticked('raises-risk', 'strangers-saw', NOT_KNOWN),
  seen: ticked('raises-risk', 'strangers-saw'),
  grave: ticked('raises-risk', 'danger-if-found', 'bank-identity-logins', NOT_KNOWN),
  unreadable: answer('unreadable', (said) => said === 'yes'),
  contained: answer('contained', (said) => said === 'yes'),
  harm: answer('likely-harm', (harm) => harm),
  harmKnown: definite('likely-harm'),
};
