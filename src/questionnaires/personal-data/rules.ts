/** What the answers mean: named claims, each with the clauses that it rests on. Claims are published as written. */
import { rulesOver } from '../../engine/define.ts';
import { EDITIONS } from '../editions.ts';
import { facts } from './facts.ts';

const rule = rulesOver(facts, EDITIONS);

/** Rules that decide where an answer leads. */
const routingRules = {
  concernsThem: rule(['concerns', 'pointsToPeople', 'areaFigures'], {
    claim:
      'It says something of one person, lists people in code, or picks them, whether or not you get their names; or a figure stands beside what leads to somebody. That concerns them.',
    clauses: ['pd-opinions-inferred', 'pd-relates', 'pd-relates-tests', 'web-joint'],
    holds: ({ concerns, pointsToPeople, areaFigures }) =>
      concerns === true || (pointsToPeople === true && areaFigures === true),
  }),
  pointsToPeople: rule(['pointsToPeople'], {
    claim: 'Something in it leads to one person, alone or with other things, or may.',
    clauses: ['pd-identifiable', 'pd-online-identifier'],
    holds: ({ pointsToPeople }) => pointsToPeople === true,
  }),
  kindsNamed: rule(['specialCategory'], {
    claim: 'It uses special category data, or sets out to work some out, or may.',
    clauses: ['sc-what', 'sc-inferred'],
    holds: ({ specialCategory }) => specialCategory === true,
  }),
};

/** Rules that add to-dos and decide nothing else. */
const todoRules = {
  noteOnOne: rule(['note'], {
    claim: 'It holds notes, opinions or scores on single people.',
    clauses: ['pd-opinions-inferred', 'prof-tell', 'prof-object-separate'],
    holds: ({ note }) => note === true,
  }),
  codedList: rule(['coded'], {
    claim: 'It is a coded list. A code keeps names out of sight, and can still be matched to people.',
    clauses: ['pd-identifiable', 'web-list-infer'],
    holds: ({ coded }) => coded === true,
  }),
  platformPicks: rule(['platformPicks'], {
    claim: 'A platform picks people by data about them.',
    clauses: ['web-joint', 'web-satisfy'],
    holds: ({ platformPicks }) => platformPicks === true,
  }),
  fromAreas: rule(['areaFigures'], {
    claim: 'Figures by area or group are part of it.',
    clauses: ['pd-areas-first', 'pd-area-sensitive'],
    holds: ({ areaFigures }) => areaFigures === true,
  }),
  hardToTell: rule(['relatesKnown'], {
    claim: 'It is hard to tell whether it is about a person.',
    clauses: ['pd-doubtful-care'],
    holds: ({ relatesKnown }) => relatesKnown === false,
  }),
  kindsKnown: rule(['specialCategory', 'specialKnown', 'actsOnGuess', 'guessKnown'], {
    claim: 'Special category data is used, worked out or acted on.',
    clauses: ['sc-condition-first', 'sc-what', 'sc-inferred'],
    holds: ({ specialCategory, specialKnown, actsOnGuess, guessKnown }) =>
      (specialCategory === true && specialKnown === true) || (actsOnGuess === true && guessKnown === true),
  }),
  kindsOpen: rule(['specialKnown', 'guessKnown'], {
    claim: 'It is not known whether special category data is used or acted on, so it counts as if it were.',
    clauses: ['sc-condition-first', 'sc-what', 'sc-inferred'],
    holds: ({ specialKnown, guessKnown }) => specialKnown === false || guessKnown === false,
  }),
};

/** Rules that choose an outcome’s plain sentence, and decide nothing. */
const plainRules = {
  madeFromPeople: rule(['madeFromPeople'], {
    claim: 'The figures are worked out from records on people, or may be.',
    clauses: ['pd-inference-software', 'pd-software-comply'],
    holds: ({ madeFromPeople }) => madeFromPeople === true,
  }),
  willBeAttached: rule(['attached'], {
    claim: 'The figures will stand beside people or homes, or may.',
    clauses: ['pd-area-level', 'pd-opinions-inferred'],
    holds: ({ attached }) => attached === true,
  }),
  someoneSinglesOut: rule(['singledOut'], {
    claim: 'Somebody could be picked out from the figures, or may be.',
    clauses: ['pd-identifiable', 'pd-areas-first'],
    holds: ({ singledOut }) => singledOut === true,
  }),
};

/** Rules that find two answers which cannot both be true. */
const clashRules = {
  noneYetActedOn: rule(['specialCategory', 'actsOnGuess', 'guessKnown'], {
    claim:
      'No special category data is said to be used or worked out, and people are picked on a guess at it.',
    clauses: ['sc-inferred', 'sc-what'],
    holds: ({ specialCategory, actsOnGuess, guessKnown }) =>
      specialCategory === false && actsOnGuess === true && guessKnown === true,
  }),
};

/** Rules that call for another questionnaire, and decide nothing here. */
const followOnRules = {
  basisWithKinds: rule(['specialCategory'], {
    claim: 'Data about people needs a lawful basis for each use, and sensitive data a condition besides.',
    clauses: ['lb-have-basis', 'sc-what'],
    holds: ({ specialCategory }) => specialCategory === true,
  }),
  basisOrOtherRules: rule(['specialCategory'], {
    claim:
      'Data about people needs a lawful basis for each use. Calls, messages and cookies have rules of their own, whoever can be told from it.',
    clauses: ['lb-have-basis', 'lb-consent-pecr'],
    holds: ({ specialCategory }) => specialCategory !== true,
  }),
  tellsOnPeople: rule(
    ['concerns', 'pointsToPeople', 'areaFigures', 'relates', 'madeFromPeople', 'attached', 'singledOut'],
    {
      claim: 'Somebody can be told from it and it concerns them, or it is made from records on people.',
      clauses: ['pd-identifiable', 'pd-relates', 'pd-software-comply'],
      holds: ({ concerns, pointsToPeople, areaFigures, relates, madeFromPeople, attached, singledOut }) =>
        concerns === true ||
        (pointsToPeople === true && areaFigures === true) ||
        relates === true ||
        madeFromPeople === true ||
        attached === true ||
        singledOut === true,
    },
  ),
  aboutPeople: rule(['specialCategory'], {
    claim: 'If it came from somebody else, the people it is about have to be told, but for an exception.',
    clauses: ['col-article-14', 'pd-identifiable'],
    holds: ({ specialCategory }) => specialCategory !== undefined,
  }),
};

export const rules = {
  ...routingRules,
  ...todoRules,
  ...plainRules,
  ...clashRules,
  ...followOnRules,
};
