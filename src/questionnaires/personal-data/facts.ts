/** What the answers say, in the terms that the rules use. */
import { factsOf } from '../../engine/define.ts';
import { questions } from './questions.ts';

const { answer, definite, ticked, tickedBut } = factsOf(questions);

export const facts = {
  /** Anything that leads to one person, or may. */
  pointsToPeople: tickedBut('points-to', 'area-figures', 'none'),
  /** What says something of one person, lists people or picks them concerns them by itself. */
  concerns: ticked('points-to', 'birth-date', 'coded', 'note', 'platform-picks'),
  note: ticked('points-to', 'note'),
  coded: ticked('points-to', 'coded'),
  platformPicks: ticked('points-to', 'platform-picks'),
  areaFigures: ticked('points-to', 'area-figures'),

  relates: answer('relates', (said) => said === 'yes'),
  relatesKnown: definite('relates'),
  madeFromPeople: answer('made-from', (said) => said === 'yes'),
  attached: answer('attached', (said) => said === 'yes'),
  singledOut: answer('single-out', (said) => said === 'yes'),

  specialCategory: tickedBut('special-category', 'none'),
  specialKnown: definite('special-category'),
  actsOnGuess: answer('acts-on-guess', (said) => said === 'yes'),
  guessKnown: definite('acts-on-guess'),
};
