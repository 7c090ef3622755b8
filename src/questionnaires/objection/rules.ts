/** What the answers mean: named claims, each with the clauses that it rests on. Claims are published as written. */
import { rulesOver } from '../../engine/define.ts';
import { EDITIONS } from '../editions.ts';
import { facts } from './facts.ts';

const rule = rulesOver(facts, EDITIONS);

/** From this day on, a complaint that comes in has to be acknowledged in thirty days. */
const COMPLAINTS_FROM = '2026-06-19';
const isDay = (said: string): boolean => /^\d/.test(said);

export const rules = {
  asksToStop: rule(['asksToStop'], {
    claim:
      'This person wants no more contact. A notice to a party, a wish to be deleted and a complaint about being contacted count as that too, and so does what nobody understands.',
    clauses: ['dm-object-stop', 'f2f-object', 'f2f-doubt'],
    law: ['ADM-6'],
    holds: ({ asksToStop }) => asksToStop === true,
  }),
  notUnderstood: rule(['asksKnown'], {
    claim: 'Nobody knows yet what this person wants.',
    clauses: ['f2f-doubt', 'ctrl-rights-process'],
    holds: ({ asksKnown }) => asksKnown === false,
  }),
  oneOfSeveral: rule(['whose'], {
    claim: 'It came from one of several people, and nobody knows from which.',
    clauses: ['f2f-doubt'],
    holds: ({ whose }) => whose === 'one-of-several',
  }),
  inRealDoubt: rule(['whose'], {
    claim: 'There is real doubt about who is asking.',
    clauses: ['ctrl-rights-process'],
    law: ['REG-2'],
    holds: ({ whose }) => whose === 'real-doubt',
  }),
  stopMayBePart: rule(['stopMayBePart'], {
    claim: 'One way of reaching them may be meant, or all.',
    clauses: ['dm-object-stop'],
    holds: ({ stopMayBePart }) => stopMayBePart === true,
  }),
  onlyTheWay: rule(['onlyTheWay', 'marketing', 'freepost'], {
    claim:
      'They named one way of reaching them, in plain words, and nothing else that they say goes further.',
    clauses: ['dm-object-stop'],
    holds: ({ onlyTheWay, marketing, freepost }) =>
      onlyTheWay === true && marketing !== true && freepost !== false,
  }),
  asksOfFreepost: rule(['asksOfFreepost'], {
    claim: 'They want to be left out of a free election address.',
    clauses: ['dm-freepost'],
    holds: ({ asksOfFreepost }) => asksOfFreepost === true,
  }),
  freepostAlone: rule(['freepostAlone'], {
    claim: 'They ask for nothing but to be left out of a free election address.',
    clauses: ['dm-freepost'],
    law: ['DM-7'],
    holds: ({ freepostAlone }) => freepostAlone === true,
  }),
  noFreepost: rule(['freepost'], {
    claim: 'You have no free mailing at this poll, or do not know of one, so your letters are marketing.',
    clauses: ['dm-freepost', 'dm-object-stop'],
    law: ['DM-7'],
    holds: ({ freepost }) => freepost === false,
  }),
  noticeGiven: rule(['notice'], {
    claim: 'A registered party got a written notice to stop using political opinions.',
    clauses: ['sc-party-notice'],
    law: ['SC-2'],
    holds: ({ notice }) => notice === true,
  }),
  asksOfUse: rule(['asksOfUse'], {
    claim: 'They object to profiling or another use, or take back consent.',
    clauses: ['prof-object-other', 'lb-consent-withdrawal'],
    holds: ({ asksOfUse }) => asksOfUse === true,
  }),
  isMarketing: rule(['marketing'], {
    claim:
      'It leads to what promotes you, or picks people for that, or may. Then there is no ground to refuse.',
    clauses: ['prof-object-marketing', 'dm-object-stop', 'web-lookalike-objectors'],
    law: ['ADM-6'],
    holds: ({ marketing }) => marketing === true,
  }),
  objectsToUse: rule(['objectsToUse'], {
    claim: 'They object to profiling or to another use, whatever it rests on.',
    clauses: ['prof-object-other'],
    holds: ({ objectsToUse }) => objectsToUse === true,
  }),
  consentEnds: rule(['takesBack'], {
    claim: 'Consent is taken back, so what rested on it ends.',
    clauses: ['lb-consent-withdrawal', 'lb-consent-misleading'],
    holds: ({ takesBack }) => takesBack === true,
  }),
  restsOnConsent: rule(['restsOn'], {
    claim: 'It rests on consent, or nobody knows on what. A no ends that.',
    clauses: ['lb-consent-withdrawal', 'prof-object-other'],
    holds: ({ restsOn }) => restsOn === 'consent',
  }),
  basisNotKnown: rule(['basisKnown'], {
    claim: 'Nobody knows on which basis it rests.',
    clauses: ['lb-record-basis', 'acc-responsible'],
    holds: ({ basisKnown }) => basisKnown === false,
  }),
  noSuchRight: rule(['restsOn'], {
    claim:
      'It rests on a contract, a duty in law or a danger to life. The right to object does not reach those.',
    clauses: ['prof-object-other'],
    holds: ({ restsOn }) => restsOn === 'contract-duty-life',
  }),
  noGrounds: rule(['grounds'], {
    claim: 'You cannot show compelling grounds that override what this person says.',
    clauses: ['prof-object-other'],
    law: ['ADM-6'],
    holds: ({ grounds }) => grounds === false,
  }),
  groundsShown: rule(['grounds'], {
    claim: 'You can show compelling grounds that override what this person says.',
    clauses: ['prof-object-other'],
    law: ['ADM-6'],
    holds: ({ grounds }) => grounds === true,
  }),
  weighed: rule(['grounds'], {
    claim: 'Grounds to go on are weighed against what this person says.',
    clauses: ['prof-object-other'],
    holds: ({ grounds }) => grounds !== undefined,
  }),
  asksToDelete: rule(['asksToDelete'], {
    claim: 'They want to be deleted.',
    clauses: ['dm-suppress', 'pur-individual-factors'],
    holds: ({ asksToDelete }) => asksToDelete === true,
  }),
  asksToCorrect: rule(['asksToCorrect'], {
    claim: 'They want something put right.',
    clauses: ['pur-individual-factors', 'about-other-duties'],
    holds: ({ asksToCorrect }) => asksToCorrect === true,
  }),
  asksToSee: rule(['asksToSee'], {
    claim: 'They want to see what you hold.',
    clauses: ['about-other-duties', 'ctrl-rights-process'],
    law: ['REG-2'],
    holds: ({ asksToSee }) => asksToSee === true,
  }),
  changesData: rule(['asksToDelete', 'asksToCorrect'], {
    claim: 'Data is deleted or put right, and whoever got it from you has it still.',
    clauses: ['pur-individual-factors'],
    holds: ({ asksToDelete, asksToCorrect }) => asksToDelete === true || asksToCorrect === true,
  }),
  somethingKept: rule(['held', 'keepKnown'], {
    claim: 'The law, a claim or an open request has you keep some of it.',
    clauses: ['pur-individual-factors', 'dm-suppress'],
    holds: ({ held, keepKnown }) => held === true && keepKnown === true,
  }),
  keepNotKnown: rule(['keepKnown'], {
    claim: 'Whether you have to keep some of it is not known, and deleting cannot be undone.',
    clauses: ['pur-individual-factors'],
    holds: ({ keepKnown }) => keepKnown === false,
  }),
  complaintCounts: rule(['complains', 'receivedOn'], {
    claim: 'A complaint came in on or after 19 June 2026, or may have.',
    clauses: ['ctrl-rights-process'],
    law: ['REG-1'],
    holds: ({ complains, receivedOn = '' }, edition) =>
      edition.isFrom('law-2026-06') &&
      complains === true &&
      (!isDay(receivedOn) || receivedOn >= COMPLAINTS_FROM),
  }),
  complains: rule(['complains'], {
    claim: 'They complain, or may.',
    clauses: ['ctrl-rights-process'],
    law: ['REG-1'],
    holds: ({ complains }) => complains === true,
  }),
  stops: rule(['stops'], {
    claim: 'Contact, or marketing of any kind, stops.',
    clauses: ['dm-object-stop', 'prof-object-marketing'],
    law: ['ADM-6'],
    holds: ({ stops }) => stops,
  }),
  useStops: rule(['useStops'], {
    claim: 'This use of this person’s data stops.',
    clauses: ['prof-object-other', 'lb-consent-withdrawal'],
    holds: ({ useStops }) => useStops,
  }),
  goesOn: rule(['goesOn'], {
    claim: 'This use may go on, and this person is told why.',
    clauses: ['prof-object-other', 'prof-object-reply'],
    holds: ({ goesOn }) => goesOn,
  }),
  platformsOpen: rule(['stops', 'offPlatforms'], {
    claim: 'This person is not known to be off every platform and seed list.',
    clauses: ['web-list-objectors', 'web-lookalike-objectors'],
    law: ['ADM-6', 'ADS-1'],
    holds: ({ stops, offPlatforms }) => stops && offPlatforms !== true,
  }),
  offEverywhere: rule(['notEverywhere'], {
    claim: 'This person is off every list and platform, and everyone who acts for you knows.',
    clauses: ['dm-object-stop', 'dm-object-procedure'],
    holds: ({ notEverywhere }) => notEverywhere === false,
  }),
  onTheList: rule(['suppressed'], {
    claim: 'This person is on your list of people to leave alone.',
    clauses: ['dm-suppress'],
    holds: ({ suppressed }) => suppressed === true,
  }),
  somethingStops: rule(['stops', 'useStops'], {
    claim: 'Contact, marketing or another use stops.',
    clauses: ['dm-object-stop', 'prof-object-other', 'lb-consent-withdrawal'],
    holds: ({ stops, useStops }) => stops || useStops,
  }),
  rightUsed: rule(['rightUsed'], {
    claim: 'They use a right, beside or instead of complaining. It is answered within a month.',
    clauses: ['prof-object-reply', 'about-other-duties'],
    law: ['REG-2'],
    holds: ({ rightUsed }) => rightUsed === true,
  }),
  answered: rule(['answered'], {
    claim: 'This person has been answered.',
    clauses: ['prof-object-reply'],
    holds: ({ answered }) => answered === true,
  }),
  endsBeforeItCame: rule(['receivedOn', 'noticeUntil'], {
    claim: 'The notice gives time until a day that was over when it came.',
    clauses: ['sc-party-notice'],
    holds: ({ receivedOn = '', noticeUntil = '' }) =>
      isDay(receivedOn) && isDay(noticeUntil) && noticeUntil < receivedOn,
  }),
};
