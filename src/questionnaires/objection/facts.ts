/** What the answers say, in the terms that the rules use. */
import { factsOf, NOT_KNOWN } from '../../engine/define.ts';
import { questions } from './questions.ts';

const { answer, definite, mark, met, missing, ticked, tickedBut, tickedWithout } = factsOf(questions);

export const facts = {
  receivedOn: answer('received-on', (day) => day),
  whose: answer('whose', (whose) => whose),
  asksKnown: definite('asks'),
  // A notice, a wish to be deleted and a complaint about being contacted say “stop” as well; so may what nobody understands.
  asksToStop: ticked('asks', 'stop-contact', 'party-notice', 'delete', 'complain-contact', NOT_KNOWN),
  // Whether one way or all of them is meant can be asked only where nothing else says that it is all.
  stopMayBePart: tickedWithout('asks', ['stop-contact', 'complain-contact'], ['party-notice', 'delete']),
  asksOfUse: ticked('asks', 'stop-profiling', 'stop-other-use', 'take-back-consent'),
  objectsToUse: ticked('asks', 'stop-profiling', 'stop-other-use'),
  takesBack: ticked('asks', 'take-back-consent'),
  asksOfFreepost: ticked('asks', 'leave-out-freepost'),
  freepostAlone: tickedWithout('asks', ['leave-out-freepost']),
  notice: ticked('asks', 'party-notice'),
  asksToDelete: ticked('asks', 'delete'),
  asksToCorrect: ticked('asks', 'correct'),
  asksToSee: ticked('asks', 'see'),
  rightUsed: tickedBut('asks', 'complain-other'),
  complains: ticked('asks', 'complain-contact', 'complain-other', NOT_KNOWN),
  freepost: answer('freepost-right', (said) => said === 'yes'),
  onlyTheWay: answer('how-far', (far) => far === 'only-the-way'),
  noticeUntil: answer('notice-until', (day) => day),
  marketing: answer('marketing-use', (said) => said === 'yes'),
  restsOn: answer('rests-on', (basis) => basis),
  basisKnown: definite('rests-on'),
  grounds: answer('compelling', (said) => said === 'yes'),
  held: answer('must-keep', (said) => said === 'held'),
  keepKnown: definite('must-keep'),
  notEverywhere: missing('done-so-far', 'lists', 'platforms', 'helpers'),
  offPlatforms: met('done-so-far', 'platforms'),
  suppressed: met('done-so-far', 'suppressed'),
  answered: met('done-so-far', 'answered'),
  stops: mark(),
  useStops: mark(),
  goesOn: mark(),
};
