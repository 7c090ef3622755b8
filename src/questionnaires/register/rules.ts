/** What the answers mean: named claims, each with the clauses that it rests on. Claims are published as written. */
import { rulesOver } from '../../engine/define.ts';
import { EDITIONS } from '../editions.ts';
import { facts } from './facts.ts';

const rule = rulesOver(facts, EDITIONS);

/** Whom the code does not list among those who are entitled. What the regulations add for councillors is known in part. */
const UNLISTED: readonly (string | undefined)[] = [
  'elected-representative',
  'unregistered-group',
  'charity-or-other',
];
/** Single people, who are never one legal body with their party or group; and suppliers, who hold for others. */
const NO_BODY_OF_THEIR_OWN: readonly (string | undefined)[] = [
  'party-candidate',
  'independent-candidate',
  'elected-representative',
  'supplier',
];

/** Rules that decide what is offered and where an answer leads. */
const routingRules = {
  mayBeOneBody: rule(['who'], {
    claim:
      'You may be one legal body with whoever holds the copy. A candidate, a representative and a supplier are none with a party or campaign.',
    clauses: ['ctrl-register-separate', 'ctrl-representative-separate', 'er-no-sharing'],
    holds: ({ who }) => who !== undefined && !NO_BODY_OF_THEIR_OWN.includes(who),
  }),
  supplierAsks: rule(['who'], {
    claim: 'You are a supplier. A supplier gets register data only for a campaign that is entitled to it.',
    clauses: ['er-processors', 'ctrl-processor-limits'],
    holds: ({ who }) => who === 'supplier',
  }),
  openRegister: rule(['list'], {
    claim: 'It is the open register, which anybody can buy.',
    clauses: ['er-open-register'],
    law: ['ER-4'],
    holds: ({ list }) => list === 'open',
  }),
  groundNotSettled: rule(['groundSettled'], {
    claim: 'It is not known whether what gave you the copy has ended.',
    clauses: ['er-only-law', 'pur-justify-keeping'],
    holds: ({ groundSettled }) => groundSettled === false,
  }),
  leavesUs: rule(['leavesUs'], {
    claim:
      'It goes to somebody else who decides over it, to a platform that makes audiences, or to the public; or it is not known who gets it.',
    clauses: ['er-no-sharing', 'ctrl-register-separate', 'web-joint'],
    law: ['ER-1'],
    holds: ({ leavesUs }) => leavesUs === true,
  }),
  toProcessor: rule(['toProcessor'], {
    claim: 'A firm or an app that works on your instructions gets it.',
    clauses: ['er-processors', 'acc-contracts'],
    holds: ({ toProcessor }) => toProcessor === true,
  }),
};

/** Rules that add to-dos and decide nothing else. */
const todoRules = {
  restricted: rule(['list'], {
    claim: 'Only electoral law can allow the use of this list.',
    clauses: ['er-only-law', 'er-entitled'],
    law: ['ER-7'],
    holds: ({ list }) => list !== undefined && list !== 'open',
  }),
  listOpen: rule(['listKnown'], {
    claim: 'It is not known which of the lists it is, so it counts as the full register.',
    clauses: ['er-only-law'],
    holds: ({ listKnown }) => listKnown === false,
  }),
  fullRegister: rule(['list', 'listKnown'], {
    claim: 'It is the full register, which lists people who are about to turn 18.',
    clauses: ['col-under-18-need', 'col-under-18-notice'],
    holds: ({ list, listKnown }) => list === 'full' && listKnown === true,
  }),
  markedRegister: rule(['list'], {
    claim: 'It is the marked register, for which the regulations ask more.',
    clauses: ['er-entitled'],
    law: ['ER-7'],
    holds: ({ list }) => list === 'marked',
  }),
  perhapsYoung: rule(['list', 'listKnown'], {
    claim: 'It may list people of 16 and 17, who can vote in Scotland and Wales at their own polls.',
    clauses: ['col-under-18-need', 'col-under-18-notice'],
    law: ['ER-3'],
    holds: ({ list, listKnown }) => list === 'marked' || list === 'absent' || listKnown === false,
  }),
  votersAbroad: rule(['list'], {
    claim: 'The people on it live outside the United Kingdom.',
    clauses: ['er-only-law'],
    law: ['STAT-5'],
    holds: ({ list }) => list === 'overseas',
  }),
  unlistedYetEntitled: rule(['who', 'entitled'], {
    claim: 'The code does not list you among those who are entitled, and you name a provision.',
    clauses: ['er-entitled', 'er-only-law'],
    law: ['ER-8'],
    holds: ({ who, entitled }) => entitled === true && UNLISTED.includes(who),
  }),
  sameBodyClaimed: rule(['copyFrom'], {
    claim: 'Whether you are one legal body with whoever gave you the copy has to be shown.',
    clauses: ['ctrl-be-clear', 'er-no-sharing'],
    holds: ({ copyFrom }) => copyFrom === 'own-body',
  }),
  coveredAfterwards: rule(['ground'], {
    claim: 'What gave you the copy has ended, and a provision covers this use all the same.',
    clauses: ['aft-keep-consider', 'pur-justify-keeping'],
    law: ['ER-6', 'ER-7'],
    holds: ({ ground }) => ground === 'covered',
  }),
  joinedToOthers: rule(['joined'], {
    claim: 'It is put together with data from elsewhere: matching sources is a sign of high risk.',
    clauses: ['acc-dpia-matching'],
    holds: ({ joined }) => joined === true,
  }),
  joinedOpen: rule(['joinedOpen'], {
    claim: 'It is not known what else it is put together with.',
    clauses: ['acc-dpia-matching', 'acc-responsible', 'sc-what'],
    holds: ({ joinedOpen }) => joinedOpen === true,
  }),
  supportAdded: rule(['support'], {
    claim: 'Support or scores stand beside the names, and how people may vote is special category data.',
    clauses: ['sc-what', 'sc-inferred'],
    holds: ({ support }) => support === true,
  }),
  boughtAdded: rule(['joinedBought'], {
    claim: 'Data that was bought or shared is added, so you must check for yourself how it was got.',
    clauses: ['col-due-diligence', 'col-assurances'],
    holds: ({ joinedBought }) => joinedBought === true,
  }),
  profilesAdded: rule(['joinedProfiles'], {
    claim: 'It is matched with what people show in public.',
    clauses: ['col-match-dpia', 'col-blanket', 'col-public-tell'],
    holds: ({ joinedProfiles }) => joinedProfiles === true,
  }),
  olderCopy: rule(['fresh'], {
    claim: 'There is a newer version than yours, or there may be.',
    clauses: ['er-accuracy', 'er-updates'],
    holds: ({ fresh }) => fresh === 'older',
  }),
};

/** Rules that choose an outcome’s plain sentence, and decide nothing. */
const plainRules = {
  borrowed: rule(['copyFrom'], {
    claim: 'The copy came from somebody else than the registration officer, or may have.',
    clauses: ['er-no-sharing', 'er-only-law'],
    holds: ({ copyFrom }) => copyFrom === 'someone-else',
  }),
  toPlatform: rule(['toPlatform'], {
    claim: 'It goes to a platform that makes audiences, which is likely to decide together with you.',
    clauses: ['er-no-sharing', 'web-joint'],
    holds: ({ toPlatform }) => toPlatform === true,
  }),
  toPublic: rule(['toPublic'], {
    claim: 'It goes to the public.',
    clauses: ['er-only-law', 'er-no-sharing'],
    holds: ({ toPublic }) => toPublic === true,
  }),
  toController: rule(['toController'], {
    claim: 'It goes to another party, candidate, office, group or ally, or to a list that they can open.',
    clauses: ['er-no-sharing', 'ctrl-register-separate'],
    holds: ({ toController }) => toController === true,
  }),
  processorRefused: rule(['processorAllowed'], {
    claim: 'It is not shown that electoral law lets this firm have it.',
    clauses: ['er-processors'],
    holds: ({ processorAllowed }) => processorAllowed === false,
  }),
  putTogether: rule(['joined', 'joinedOpen'], {
    claim: 'It is put together with other data, or may be.',
    clauses: ['acc-dpia-matching'],
    holds: ({ joined, joinedOpen }) => joined === true || joinedOpen === true,
  }),
};

/** Rules that find two answers which cannot both be true. */
const clashRules = {
  entitledYetBorrowed: rule(['entitled', 'copyFrom'], {
    claim: 'You are said to be entitled to this copy, and it came from somebody else.',
    clauses: ['er-only-law', 'er-no-sharing'],
    holds: ({ entitled, copyFrom }) => entitled === true && copyFrom === 'someone-else',
  }),
  entitledYetOver: rule(['entitled', 'ground', 'groundSettled'], {
    claim: 'You are said to be entitled to this copy for this use, and what entitled you has ended.',
    clauses: ['er-only-law', 'pur-keep-no-longer'],
    holds: ({ entitled, ground, groundSettled }) =>
      entitled === true && ground === 'yes' && groundSettled === true,
  }),
};

/** Rules that call for another questionnaire, and decide nothing here. */
const followOnRules = {
  basisStillDue: rule(['list', 'fresh', 'onlyRegister', 'joined', 'joinedOpen'], {
    claim: 'What you do with it needs a lawful basis as well.',
    clauses: ['lb-have-basis', 'er-still-tell'],
    holds: ({ list, fresh, onlyRegister, joined, joinedOpen }) =>
      fresh !== undefined ||
      (list === 'open' && (onlyRegister === true || joined === true || joinedOpen === true)),
  }),
  processorToCheck: rule(['processorAllowed'], {
    claim: 'The firm or app that gets it has to be checked.',
    clauses: ['er-processors', 'acc-contracts'],
    holds: ({ processorAllowed }) => processorAllowed === true,
  }),
  // It reads nothing that can be unknown, so that it is never taken for open elsewhere.
  votersIdentifiable: rule(['who'], {
    claim: 'Every list of voters is about people who can be told apart, whichever list it is.',
    clauses: ['pd-identifiable'],
    holds: ({ who }) => who !== undefined,
  }),
  somePeopleUntold: rule(['list', 'fresh', 'onlyRegister', 'joinedFromElsewhere'], {
    claim: 'Some of it came from others, so people have to be told, but for an exception.',
    clauses: ['col-article-14', 'col-public-tell'],
    holds: ({ list, fresh, onlyRegister, joinedFromElsewhere }) =>
      (list === 'open' && (onlyRegister === true || joinedFromElsewhere === true)) ||
      (fresh !== undefined && joinedFromElsewhere === true),
  }),
};

export const rules = {
  ...routingRules,
  ...todoRules,
  ...plainRules,
  ...clashRules,
  ...followOnRules,
};
