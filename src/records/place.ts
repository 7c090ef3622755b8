/** Where and for which poll a plan is, as answered on the way. */
import type { Answers } from '../engine/define.ts';
import { NATIONS, POLLS } from '../questionnaires/places.ts';
import type { Draft } from './draft.ts';

/** Nation and poll where the answers know them; they stand before what is said of the record alone. */
export function placeIn(answers: Answers): Pick<Draft['details'], 'nation' | 'poll'> {
  const nation = NATIONS.find((one) => one === answers['nation']);
  const poll = POLLS.find((one) => one === answers['poll']);
  return { ...(nation === undefined ? {} : { nation }), ...(poll === undefined ? {} : { poll }) };
}
