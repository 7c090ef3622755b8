/** What the answers mean: named claims, each with the clauses that it rests on. Claims are published as written. */
import { rulesOver } from '../../engine/define.ts';
import { EDITIONS } from '../editions.ts';
import { conditionRules, helperRules, outsideRules } from '../shared-rules.ts';
import { facts } from './facts.ts';

const rule = rulesOver(facts, EDITIONS);

/** Channels that reach nobody by name, or that the code keeps out of direct marketing. */
const OUTSIDE_MARKETING: readonly (string | undefined)[] = [
  'not-at-all',
  'unaddressed-post',
  'page-advert',
  'freepost',
];
const PLATFORM_AUDIENCES: readonly (string | undefined)[] = ['list-audience', 'lookalike-audience'];
/** Channels in which another company handles data about people. */
const ONLINE_ADVERTS: readonly (string | undefined)[] = [
  ...PLATFORM_AUDIENCES,
  'platform-targeting',
  'cookies',
];
/** Polls at which the code gives candidates and parties a freepost election address. No council poll is one. */
const FREEPOST_POLLS: readonly (string | undefined)[] = [
  'uk-parliament',
  'scottish-parliament',
  'senedd',
  'northern-ireland-assembly',
];
/** Whom the code lists neither with a task in law nor with a right to the register, unless they can name a provision. */
const NO_TASK_SEEN: readonly (string | undefined)[] = ['unregistered-group', 'charity-or-other', 'supplier'];

/** Whether the code may see a task in law behind all of the data. Beyond the register it names elected representatives alone. */
const taskMayBeSeen = (known: {
  readonly isRepresentative: boolean | undefined;
  readonly noTaskSeen: boolean;
  readonly beyondRegister: boolean;
}): boolean => !known.noTaskSeen && (!known.beyondRegister || known.isRepresentative === true);

/** Whether a law stands behind all of the data: one that is named, or in the draft the one on the register itself. */
const lawCoversAll = (
  law: {
    readonly lawBehind: string | undefined;
    readonly beyondRegister: boolean;
    readonly noTaskSeen: boolean;
  },
  ownTaskNeeded: boolean,
): boolean =>
  law.lawBehind === 'all' ||
  law.lawBehind === 'named-by-lawyer' ||
  (!law.beyondRegister && !law.noTaskSeen && !ownTaskNeeded);

/** Whether a charity’s own soft opt-in can be asked about: never where nobody gave it the addresses. */
const softOptInOpen = (known: {
  readonly charity: boolean | undefined;
  readonly addressesFound: boolean;
}): boolean => known.charity === true && !known.addressesFound;

/** What makes a consent good, point by point. */
const CONSENT_CLAUSES = [
  'lb-consent-opt-in',
  'lb-consent-prominent',
  'lb-consent-separate',
  'lb-consent-plain',
  'lb-consent-named',
  'lb-consent-purposes',
  'lb-consent-activities',
  'sc-explicit-consent',
  'lb-consent-recorded',
  'lb-consent-withdrawal',
] as const;

/** Rules that read the sources. */
const sourceRules = {
  sourceNotKnown: rule(['sourceNotKnown'], {
    claim:
      'Part of the data comes from a source that you don’t know. Nobody can show that data is fairly held without knowing where it came from.',
    clauses: ['acc-responsible', 'col-due-diligence'],
    holds: ({ sourceNotKnown }) => sourceNotKnown === true,
  }),
  underEighteensUnsettled: rule(['fullRegister'], {
    claim:
      'The full register is not used. With it the answer is known: it lists people who are about to turn 18.',
    clauses: ['col-under-18-need'],
    holds: ({ fullRegister }) => fullRegister !== true,
  }),
  fullRegisterUsed: rule(['fullRegister'], {
    claim: 'The full register is used, and it lists people who are about to turn 18.',
    clauses: ['col-under-18-need'],
    holds: ({ fullRegister }) => fullRegister === true,
  }),
  registerUsed: rule(['register'], {
    claim:
      'The full or the marked register is used, or a list of absent or overseas voters, which only electoral law can allow.',
    clauses: ['er-only-law'],
    holds: ({ register }) => register === true,
  }),
  boughtOrShared: rule(['boughtOrShared'], {
    claim: 'Some of the data was bought, rented or shared, so you must check it yourself.',
    clauses: ['col-due-diligence', 'col-assurances'],
    holds: ({ boughtOrShared }) => boughtOrShared === true,
  }),
  contactsBought: rule(['boughtContacts'], {
    claim:
      'Contact details were bought or rented, which in most cases is likely to be unfair without a consent that names you.',
    clauses: ['col-details-consent'],
    holds: ({ boughtContacts }) => boughtContacts === true,
  }),
  reused: rule(['reused'], {
    claim: 'Some of the data was first got for something else.',
    clauses: ['pur-compatible-or-consent', 'aft-keep-consider'],
    holds: ({ reused }) => reused === true,
  }),
  caseworkUsed: rule(['casework'], {
    claim: 'Some of the data comes from casework.',
    clauses: ['pur-casework'],
    holds: ({ casework }) => casework === true,
  }),
};

/** Rules that decide where an answer leads, and the marks. */
const routingRules = {
  noPersonalData: rule(['personalData'], {
    claim:
      'No person can be identified from the data, so only the rules on calls, messages and cookies are asked about.',
    clauses: ['pd-identifiable', 'pd-area-level'],
    holds: ({ personalData }) => personalData === false,
  }),
  peopleIdentifiable: rule(['personalData'], {
    claim:
      'People can be identified, which a named letter, a list of people for a platform, and adverts that a platform aims at people always mean.',
    clauses: ['pd-identifiable', 'pd-online-identifier', 'web-comply'],
    holds: ({ personalData }) => personalData === true,
  }),
  notCompatible: rule(['compatible'], {
    claim: 'The new use is not compatible with the old one, so people would have to agree to it.',
    clauses: ['pur-compatible-or-consent', 'pur-five-factors'],
    holds: ({ compatible }) => compatible === false,
  }),
  agreedToFirstUseOnly: rule(['firstAgreed', 'compatible'], {
    claim:
      'People agreed to a first use of their details. Since 5 February 2026 a compatible new use is then not enough: but for two narrow exceptions, they would have to agree again.',
    clauses: ['pur-compatible-or-consent'],
    law: ['PUR-2'],
    holds: ({ firstAgreed, compatible }, edition) =>
      compatible === true && firstAgreed === true && edition.isFrom('law-2026-02'),
  }),
  caseworkNotExpected: rule(['caseworkExpected'], {
    claim: 'You are not sure that these constituents expect political contact and would not mind it.',
    clauses: ['pur-casework', 'pur-casework-doubt', 'pur-compatible-or-consent'],
    holds: ({ caseworkExpected }) => caseworkExpected === false,
  }),
  agreedToYouByName: rule(['namedConsent'], {
    claim:
      'Bought or rented contact details rest on each person’s consent, so that consent has to be a good one.',
    clauses: ['col-details-consent', 'lb-consent-named'],
    holds: ({ namedConsent }) => namedConsent === true,
  }),
  channelNeedsConsent: rule(['channel'], {
    claim: 'Automated calls, and advertising cookies, pixels or plugins, always need consent.',
    clauses: ['dm-auto-consent', 'web-cookie-consent', 'web-cookie-basis'],
    law: ['COOK-1', 'COOK-2'],
    holds: ({ channel }) => channel === 'automated-call' || channel === 'cookies',
  }),
  electronicMarketing: rule(['channel', 'promotes'], {
    claim: 'It is marketing by electronic mail, for which the law asks whose address it goes to.',
    clauses: ['dm-mail-consent', 'dm-mail-what'],
    law: ['DM-9'],
    holds: ({ channel, promotes }) => channel === 'electronic-mail' && promotes === true,
  }),
  charityFoundAddresses: rule(['charity', 'fromPeople'], {
    claim: 'A charity got the data from elsewhere than the people themselves, who offered it no support.',
    clauses: ['dm-mail-consent', 'dm-no-soft-opt-in'],
    law: ['DM-2'],
    holds: ({ charity, fromPeople }) => charity === true && fromPeople === false,
  }),
  charityAsked: rule(['charity', 'addressOf', 'addressesFound'], {
    claim:
      'A charity writes to addresses that people may have given it. Since 5 February 2026 charities have a soft opt-in of their own, for their charitable purposes alone.',
    clauses: ['dm-mail-consent', 'dm-no-soft-opt-in'],
    law: ['DM-2'],
    holds: (known, edition) =>
      known.addressOf === 'people' && softOptInOpen(known) && edition.isFrom('law-2026-02'),
  }),
  peopleHaveToAgree: rule(['charity', 'addressOf', 'addressesFound'], {
    claim:
      'Marketing by electronic mail to people’s addresses needs their consent. The soft opt-in is not open to campaigners, and a charity’s own covers only what people gave it.',
    clauses: ['dm-mail-consent', 'dm-no-soft-opt-in'],
    law: ['DM-2', 'DM-9'],
    holds: (known, edition) =>
      known.addressOf === 'people' && !(softOptInOpen(known) && edition.isFrom('law-2026-02')),
  }),
  softOptInShort: rule(['softOptInShort'], {
    claim: 'A point of the charity’s own soft opt-in is missing, or not known, so people have to agree.',
    clauses: ['dm-mail-consent', 'dm-no-soft-opt-in'],
    law: ['DM-2'],
    holds: ({ softOptInShort }) => softOptInShort === true,
  }),
  freepostAtPoll: rule(['mayHaveFreepost', 'poll'], {
    claim: 'The code lists you among those who may have a freepost election address at this kind of poll.',
    clauses: ['dm-freepost'],
    law: ['DM-7'],
    holds: ({ mayHaveFreepost, poll }) =>
      poll === 'referendum'
        ? mayHaveFreepost === 'referendums' || mayHaveFreepost === 'either'
        : FREEPOST_POLLS.includes(poll) && (mayHaveFreepost === 'elections' || mayHaveFreepost === 'either'),
  }),
  freepostOpen: rule(['freepostOpen'], {
    claim:
      'A freepost election address may be yours: the law gives it to candidates, parties and referendum campaigners at some polls, and to nobody at a council’s.',
    clauses: ['dm-freepost'],
    law: ['DM-7'],
    holds: ({ freepostOpen }) => freepostOpen,
  }),
  noTaskForThem: rule(['who', 'openRegister'], {
    claim:
      'The code shows no task in law for a group that is not registered, for a charity, for a supplier or for the open register.',
    clauses: ['lb-task-in-law', 'lb-no-law', 'lb-register-law'],
    holds: ({ who, openRegister }) => NO_TASK_SEEN.includes(who) || openRegister === true,
  }),
  taskMayBeSeen: rule(['isRepresentative', 'noTaskSeen', 'beyondRegister'], {
    claim:
      'The code may see a task in law for campaigners and data such as yours: for data from the register, or for an elected representative.',
    clauses: ['lb-task-in-law', 'lb-no-law', 'lb-register-law', 'lb-other-law'],
    holds: (known) => taskMayBeSeen(known),
  }),
  noTaskSeen: rule(['isRepresentative', 'noTaskSeen', 'beyondRegister'], {
    claim:
      'The code shows no task in law for these campaigners and all of this data: for a group that is not registered, a charity, a supplier or the open register, or beyond the register for anyone but an elected representative. Only a law that a lawyer names can be one.',
    clauses: ['lb-task-in-law', 'lb-no-law', 'lb-get-advice'],
    holds: (known) => !taskMayBeSeen(known),
  }),
  explicitConsentChosen: rule(['condition'], {
    claim: 'The condition is explicit consent.',
    clauses: ['sc-explicit-consent'],
    holds: ({ condition }) => condition === 'explicit-consent',
  }),
  explicitConsentClaimed: rule(['explicitConsentClaimed'], {
    claim: 'The condition is explicit consent, and nothing so far has asked whether it is there.',
    clauses: ['sc-explicit-consent', 'sc-explicit-records'],
    holds: ({ explicitConsentClaimed }) => explicitConsentClaimed,
  }),
  baseFoundByExplicitConsent: rule(
    ['explicitConsentClaimed', 'everyday', 'democratic', 'lawBehind', 'beyondRegister', 'noTaskSeen'],
    {
      claim: 'A basis is found, and the condition is explicit consent, which nothing so far has asked about.',
      clauses: ['sc-explicit-consent', 'sc-explicit-records'],
      holds: ({ explicitConsentClaimed, everyday, democratic, ...law }, edition) =>
        explicitConsentClaimed &&
        ((everyday !== undefined && everyday !== 'none') ||
          (democratic === true && lawCoversAll(law, edition.isFrom('law-2026-02')))),
    },
  ),
  specialCategoryUsed: rule(['specialCategory'], {
    claim: 'Special category data is used, worked out, or may be.',
    clauses: ['sc-what', 'sc-inferred'],
    holds: ({ specialCategory }) => specialCategory === true,
  }),
  forwarding: rule(['channel'], {
    claim:
      'You would ask people to forward your message, and nobody can collect consent from those who then get it.',
    clauses: ['dm-viral'],
    holds: ({ channel }) => channel === 'forwarding',
  }),
  electronicMail: rule(['channel'], {
    claim: 'The message goes by e-mail, text, direct message or voicemail.',
    clauses: ['dm-mail-what'],
    holds: ({ channel }) => channel === 'electronic-mail',
  }),
  membersToPlatform: rule(['channel', 'condition'], {
    claim:
      'The members’ condition lets nothing be passed outside without explicit consent, and online adverts bring in a platform or another company.',
    clauses: ['sc-members-no-disclosure', 'web-satisfy'],
    holds: ({ channel, condition }) => condition === 'members' && ONLINE_ADVERTS.includes(channel),
  }),
  otherSources: rule(['notRegister'], {
    claim: 'Some of the data comes from elsewhere than the full or the marked register.',
    clauses: ['lb-other-law'],
    holds: ({ notRegister }) => notRegister === true,
  }),
  platformPicks: rule(['channel'], {
    claim:
      'A platform uses data about its users to pick who sees the advert. That data does not come from the register.',
    clauses: ['web-comply', 'lb-other-law'],
    holds: ({ channel }) => channel === 'platform-targeting',
  }),
  registerToPlatform: rule(['channel', 'register'], {
    claim:
      'Register data would go to a platform to make an audience. The platform is likely to be a joint controller, and register data must not be shared with another controller.',
    clauses: ['er-no-sharing', 'web-joint'],
    holds: ({ channel, register }) => register === true && PLATFORM_AUDIENCES.includes(channel),
  }),
  reachesPeople: rule(['channel'], {
    claim:
      'The channel reaches particular people, other than by unaddressed post, an advert picked by its page, or freepost.',
    clauses: ['dm-what', 'dm-unaddressed', 'dm-freepost'],
    holds: ({ channel }) => !OUTSIDE_MARKETING.includes(channel),
  }),
  noPersonalDataAndConsentNeeded: rule(['personalData', 'consentNeeded'], {
    claim: 'No person can be identified, but the channel needs consent all the same.',
    clauses: ['lb-consent-pecr', 'web-cookie-consent'],
    holds: ({ personalData, consentNeeded }) => personalData === false && consentNeeded,
  }),
  consentNeeded: rule(['consentNeeded'], {
    claim: 'An earlier answer means that people have to agree.',
    clauses: ['lb-consent-pecr', 'pur-compatible-or-consent'],
    holds: ({ consentNeeded }) => consentNeeded,
  }),
  promotesByOtherMeans: rule(['promotes'], {
    claim: 'Part of it promotes you, so a contract, a legal duty and a danger to life are not asked about.',
    clauses: ['dm-what', 'lb-have-basis'],
    holds: ({ promotes }) => promotes === true,
  }),
  taskInLawAsked: rule(['beyondRegister', 'noTaskSeen'], {
    claim:
      'The law behind the task is asked about: for data from beyond the register, and since 5 February 2026 for register data too, as it seems that the task must be your own.',
    clauses: ['lb-task-in-law', 'lb-register-law'],
    law: ['LB-1', 'LB-2'],
    holds: ({ beyondRegister, noTaskSeen }, edition) =>
      beyondRegister || noTaskSeen || edition.isFrom('law-2026-02'),
  }),
  registerMixed: rule(['register', 'beyondRegister', 'noTaskSeen'], {
    claim:
      'Register data is mixed with other data, and the code may see a task in law for the register part.',
    clauses: ['lb-register-law', 'lb-other-law'],
    holds: ({ register, beyondRegister, noTaskSeen }) => register === true && beyondRegister && !noTaskSeen,
  }),
  contractClaimed: rule(['everyday'], {
    claim: 'It is needed for a contract with that person.',
    clauses: ['lb-have-basis', 'lb-think-why'],
    holds: ({ everyday }) => everyday === 'contract',
  }),
  legalDutyClaimed: rule(['everyday'], {
    claim: 'The law puts a duty on you to do it.',
    clauses: ['lb-have-basis', 'lb-think-why'],
    holds: ({ everyday }) => everyday === 'legal-duty',
  }),
  dangerClaimed: rule(['everyday'], {
    claim: 'It is needed to protect somebody’s life.',
    clauses: ['lb-have-basis', 'lb-think-why'],
    holds: ({ everyday }) => everyday === 'protect-life',
  }),
  lawBehindAll: rule(['democratic', 'lawBehind', 'beyondRegister', 'noTaskSeen'], {
    claim:
      'It supports democratic engagement and a law stands behind all of the data. In the 2019 draft, electoral law is that law for most campaigners who use register data on its own.',
    clauses: ['lb-task-in-law', 'lb-register-law', 'lb-democratic-engagement'],
    law: ['LB-1', 'LB-2'],
    holds: ({ democratic, ...law }, edition) =>
      democratic === true && lawCoversAll(law, edition.isFrom('law-2026-02')),
  }),
  lawBehindRegisterPart: rule(['democratic', 'lawBehind', 'register', 'beyondRegister', 'noTaskSeen'], {
    claim:
      'It supports democratic engagement, and a law stands behind the register data but not behind the rest. In the 2019 draft, your entitlement to the register is that law for most campaigners.',
    clauses: ['lb-task-in-law', 'lb-register-law', 'lb-no-law'],
    law: ['LB-1', 'LB-2'],
    holds: ({ democratic, lawBehind, register, beyondRegister, noTaskSeen }, edition) =>
      democratic === true &&
      register === true &&
      beyondRegister &&
      !noTaskSeen &&
      (lawBehind === 'register-part' || (lawBehind === 'no' && !edition.isFrom('law-2026-02'))),
  }),
  democraticEngagement: rule(['democratic'], {
    claim: 'It supports or promotes democratic engagement.',
    clauses: ['lb-democratic-engagement', 'lb-li-democratic'],
    holds: ({ democratic }) => democratic === true,
  }),
  consentShort: rule(['consentShort', 'haveConsent'], {
    claim: 'A point of good consent is missing, or not known, in the consent that you rely on.',
    clauses: [...CONSENT_CLAUSES],
    holds: ({ consentShort, haveConsent }) => consentShort === true && haveConsent === true,
  }),
  consentDesignShort: rule(['consentShort', 'haveConsent'], {
    claim: 'A point of good consent is missing, or not known, in how people will opt in.',
    clauses: [...CONSENT_CLAUSES],
    holds: ({ consentShort, haveConsent }) => consentShort === true && haveConsent === false,
  }),
};

/** Rules that add to-dos and decide nothing else. */
const todoRules = {
  supplierIsFree: rule(['freeSupplier'], {
    claim: 'You are a supplier that decides whom, what or how.',
    clauses: ['ctrl-processor-limits'],
    holds: ({ freeSupplier }) => freeSupplier === true,
  }),
  // A letter to people who are about to turn 18 is no site that children use.
  youngLikely: rule(['youngLikely', 'youngKnown', 'fullRegister', 'ownSite'], {
    claim: 'People under 18 are likely to be among them, and not on the full register alone.',
    clauses: ['col-under-18-need', 'col-under-18-notice'],
    law: ['ACC-3'],
    holds: ({ youngLikely, youngKnown, fullRegister, ownSite }) =>
      (youngLikely === true && youngKnown === true) || (fullRegister === true && ownSite === true),
  }),
  markedListsYoung: rule(['markedRegister', 'nation', 'poll'], {
    claim:
      'The marked register is used, and it lists people of 16 and 17 where they can vote: in Scotland and Wales, at their own polls.',
    clauses: ['col-under-18-need', 'col-under-18-notice'],
    law: ['ER-3'],
    holds: ({ markedRegister, nation, poll }) =>
      markedRegister === true &&
      ((nation === 'scotland' && (poll === 'scottish-parliament' || poll === 'local')) ||
        (nation === 'wales' && (poll === 'senedd' || poll === 'local')) ||
        (nation === 'several' && poll !== 'uk-parliament')),
  }),
  youngOpen: rule(['youngKnown'], {
    claim: 'It is not known whether people under 18 are among them.',
    clauses: ['col-under-18-need', 'col-under-18-notice'],
    holds: ({ youngKnown }) => youngKnown === false,
  }),
  registerUnlisted: rule(['register', 'who'], {
    claim: 'The code does not list you among those who are entitled to the register.',
    clauses: ['er-entitled', 'er-only-law'],
    holds: ({ register, who }) => register === true && NO_TASK_SEEN.includes(who),
  }),
  collectedByUs: rule(['collectedByUs'], {
    claim: 'You collect the data from people yourselves.',
    clauses: ['col-at-collection'],
    holds: ({ collectedByUs }) => collectedByUs === true,
  }),
  registrationForms: rule(['registrationForms'], {
    claim: 'Some of it comes from voter registration or absent-vote forms.',
    clauses: ['col-forms-care'],
    holds: ({ registrationForms }) => registrationForms === true,
  }),
  givenForOtherOrCasework: rule(['givenForOther', 'casework'], {
    claim: 'Some of it was given for something else.',
    clauses: ['pur-notice-given', 'pur-five-factors'],
    holds: ({ givenForOther, casework }) => givenForOther === true || casework === true,
  }),
  factsBought: rule(['boughtFacts'], {
    claim: 'Facts or guesses about people were bought or rented.',
    clauses: ['col-facts-notice'],
    holds: ({ boughtFacts }) => boughtFacts === true,
  }),
  publicOrOpen: rule(['publicOrOpen'], {
    claim: 'Some of it comes from public sources, other people’s social media or the open register.',
    clauses: ['col-public-tell'],
    holds: ({ publicOrOpen }) => publicOrOpen === true,
  }),
  ownPage: rule(['ownPage'], {
    claim: 'Some of it comes from your own social-media page.',
    clauses: ['col-own-page'],
    holds: ({ ownPage }) => ownPage === true,
  }),
  keptFromBefore: rule(['kept'], {
    claim: 'Some of it was kept from an earlier campaign.',
    clauses: ['aft-keep-consider'],
    holds: ({ kept }) => kept === true,
  }),
  workedOut: rule(['workedOut'], {
    claim: 'Some of it you worked out or guessed.',
    clauses: ['pd-opinions-inferred', 'sc-guess-care'],
    holds: ({ workedOut }) => workedOut === true,
  }),
  factorsWritten: rule(['compatibleSettled'], {
    claim: 'Each of the five factors has a reason in the record.',
    clauses: ['pur-five-factors'],
    holds: ({ compatibleSettled }) => compatibleSettled === true,
  }),
  caseworkReasonWritten: rule(['caseworkExpected'], {
    claim: 'The record holds why you are sure, and the evidence.',
    clauses: ['pur-casework-document'],
    holds: ({ caseworkExpected }) => caseworkExpected === true,
  }),
  lawNamed: rule(['lawBehind'], {
    claim: 'The record names the law.',
    clauses: ['lb-task-in-law'],
    holds: ({ lawBehind }) =>
      lawBehind === 'all' || lawBehind === 'register-part' || lawBehind === 'named-by-lawyer',
  }),
  lawyerNamedTheLaw: rule(['lawBehind'], {
    claim: 'It rests on a law that a lawyer is said to have named.',
    clauses: ['lb-get-advice', 'lb-task-in-law'],
    holds: ({ lawBehind }) => lawBehind === 'named-by-lawyer',
  }),
  canObject: rule(['personalData', 'channel', 'promotes'], {
    claim: 'People whose data is used can object to being reached in this way.',
    clauses: ['dm-object-stop'],
    holds: ({ personalData, channel, promotes }) =>
      personalData === true &&
      channel !== undefined &&
      !OUTSIDE_MARKETING.includes(channel) &&
      !(channel === 'electronic-mail' && promotes === false),
  }),
  dpiaRequired: rule(['dpiaSign'], {
    claim: 'One of the signs of high risk is there.',
    clauses: ['acc-dpia-when'],
    holds: ({ dpiaSign }) => dpiaSign === true,
  }),
  dpiaOpen: rule(['riskOpen'], {
    claim: 'It is not known whether one of the signs of high risk is there.',
    clauses: ['acc-dpia-when', 'acc-dpia-screen'],
    holds: ({ riskOpen }) => riskOpen === true,
  }),
  factsMatchedToRegister: rule(['register', 'boughtFacts'], {
    claim: 'Facts that were bought or rented are matched with register data.',
    clauses: ['acc-dpia-matching'],
    holds: ({ register, boughtFacts }) => register === true && boughtFacts === true,
  }),
  sensitiveYetNone: rule(['specialCategory', 'sensitiveAtScale'], {
    claim:
      'You said that no special category data is used, and that sensitive data is used on a large scale.',
    clauses: ['sc-what', 'sc-condition-first'],
    holds: ({ specialCategory, sensitiveAtScale }) => specialCategory === false && sensitiveAtScale === true,
  }),
  platformDataElsewhere: rule(['platformData', 'channel'], {
    claim: 'Data that a platform has about its users is used in another way than to aim its adverts.',
    clauses: ['col-due-diligence', 'col-article-14'],
    holds: ({ platformData, channel }) =>
      platformData === true && channel !== undefined && !ONLINE_ADVERTS.includes(channel),
  }),
  byPageAdvert: rule(['channel'], {
    claim: 'It is an online advert picked by the page that it stands on.',
    clauses: ['web-pecr-first'],
    holds: ({ channel }) => channel === 'page-advert',
  }),
  byOwnSite: rule(['ownSite'], {
    claim: 'Your own website or app collects some of it.',
    clauses: ['web-pecr-first'],
    holds: ({ ownSite }) => ownSite === true,
  }),
  unaddressedWithData: rule(['channel', 'personalData'], {
    claim: 'The post carries no name, and data about people is used for it.',
    clauses: ['dm-occupier'],
    holds: ({ channel, personalData }) => channel === 'unaddressed-post' && personalData === true,
  }),
  dpiaWorthwhile: rule(['dpiaSign', 'riskOpen'], {
    claim: 'No sign of high risk is there, or new technology alone.',
    clauses: ['acc-dpia-consider'],
    holds: ({ dpiaSign, riskOpen }) => dpiaSign === false && riskOpen === false,
  }),
  byPost: rule(['channel'], {
    claim: 'They are reached by post with their name.',
    clauses: ['dm-post-named'],
    holds: ({ channel }) => channel === 'post-by-name',
  }),
  mailNeedsConsent: rule(['channel', 'addressOf', 'softOptInShort'], {
    claim: 'The message goes to people, and no soft opt-in covers it.',
    clauses: ['dm-mail-consent'],
    holds: ({ channel, addressOf, softOptInShort }) =>
      channel === 'electronic-mail' &&
      (addressOf === undefined || addressOf === 'people') &&
      softOptInShort !== false,
  }),
  toABody: rule(['addressOf'], {
    claim: 'The messages go to the addresses of companies or public bodies.',
    clauses: ['dm-mail-consent'],
    law: ['DM-9'],
    holds: ({ addressOf }) => addressOf === 'company' || addressOf === 'person-at-body',
  }),
  bySoftOptIn: rule(['softOptInShort'], {
    claim: 'The charity’s own soft opt-in stands in the place of consent.',
    clauses: ['dm-no-soft-opt-in'],
    law: ['DM-2'],
    holds: ({ softOptInShort }) => softOptInShort === false,
  }),
  byFreepost: rule(['channel'], {
    claim: 'They are reached by the freepost election address.',
    clauses: ['dm-freepost'],
    holds: ({ channel }) => channel === 'freepost',
  }),
  freepostInDoubt: rule(['channel', 'mayHaveFreepost'], {
    claim:
      'Whether you have a freepost election address at this poll is not certain: it is a candidate’s where people vote for candidates, and at a referendum it depends on which one it is.',
    clauses: ['dm-freepost', 'dm-post-named'],
    holds: ({ channel, mayHaveFreepost }) => channel === 'freepost' && mayHaveFreepost !== 'elections',
  }),
  onDoorstep: rule(['channel'], {
    claim: 'They are met on the doorstep.',
    clauses: ['f2f-object'],
    holds: ({ channel }) => channel === 'doorstep',
  }),
  byLiveCall: rule(['channel'], {
    claim: 'They are rung by a person.',
    clauses: ['dm-call-not-listed', 'dm-call-tps'],
    holds: ({ channel }) => channel === 'live-call',
  }),
  byAutomatedCall: rule(['channel'], {
    claim: 'They are rung by a recorded message.',
    clauses: ['dm-auto-consent'],
    holds: ({ channel }) => channel === 'automated-call',
  }),
  byCookies: rule(['channel'], {
    claim: 'Advertising cookies, pixels or plugins are used.',
    clauses: ['web-cookie-consent'],
    holds: ({ channel }) => channel === 'cookies',
  }),
  byAudience: rule(['channel'], {
    claim: 'They are reached through an audience made from your list.',
    clauses: ['web-list-inform', 'web-joint'],
    holds: ({ channel }) => PLATFORM_AUDIENCES.includes(channel),
  }),
  byLookalike: rule(['channel'], {
    claim: 'They are reached because they look like people on your list.',
    clauses: ['web-lookalike-platform'],
    holds: ({ channel }) => channel === 'lookalike-audience',
  }),
  byPlatformTargeting: rule(['channel'], {
    claim: 'They are reached by the platform’s own targeting.',
    clauses: ['web-satisfy', 'web-joint'],
    holds: ({ channel }) => channel === 'platform-targeting',
  }),
  onAPlatform: rule(['channel'], {
    claim: 'A platform handles the data.',
    clauses: ['web-joint', 'web-platform-evidence'],
    holds: ({ channel }) => channel === 'platform-targeting' || PLATFORM_AUDIENCES.includes(channel),
  }),
};

/** Rules that call for another questionnaire, and decide nothing here. */
const followOnRules = {
  registerRightClaimed: rule(['register', 'registerEntitled'], {
    claim:
      'You said that electoral law entitles you to the register for this. Whose copy it is, and who sees it, is asked apart.',
    clauses: ['er-only-law', 'er-no-sharing', 'er-processors'],
    law: ['ER-6'],
    holds: ({ register, registerEntitled }) => register === true && registerEntitled === true,
  }),
  profilesPeople: rule(['mayProfile', 'workedOut'], {
    claim:
      'People are profiled, or may be, and the law has a test of its own for what is decided from profiles.',
    clauses: ['prof-consider-significant'],
    law: ['ADM-1'],
    holds: ({ mayProfile, workedOut }) => mayProfile === true || workedOut === true,
  }),
  leavesUntold: rule(['mayLeaveUntold'], {
    claim: 'Some people would not be told, or may not be, and that is allowed only under an exception.',
    clauses: ['col-effort-case', 'acc-dpia-invisible'],
    holds: ({ mayLeaveUntold }) => mayLeaveUntold === true,
  }),
};

/** Rules that choose an outcome’s plain sentence, and decide nothing: by the way people are reached, and by cause. */
const plainRules = {
  byUnaddressedPost: rule(['channel'], {
    claim: 'The post carries no name.',
    clauses: ['dm-unaddressed'],
    holds: ({ channel }) => channel === 'unaddressed-post',
  }),
  provenanceUnseen: rule(['provenanceSeen'], {
    claim: 'You have not seen how the data that was bought or shared was got.',
    clauses: ['col-due-diligence', 'col-assurances'],
    holds: ({ provenanceSeen }) => provenanceSeen === false,
  }),
  nobodyAgreedByName: rule(['namedConsent'], {
    claim: 'Nobody agreed that you, by name, may have the details that were bought or rented.',
    clauses: ['col-details-consent'],
    holds: ({ namedConsent }) => namedConsent === false,
  }),
  cannotRefuse: rule(['mayRefuse'], {
    claim: 'People would have to agree, and cannot say no freely.',
    clauses: ['lb-consent-choice', 'lb-consent-not-genuine'],
    holds: ({ mayRefuse }) => mayRefuse === false,
  }),
  wouldGoOn: rule(['stopsIfRefused'], {
    claim: 'People would have to agree, and you would go on if they said no.',
    clauses: ['lb-consent-misleading'],
    holds: ({ stopsIfRefused }) => stopsIfRefused === false,
  }),
  messagesUnagreed: rule(['heldWithout', 'channel', 'promotes'], {
    claim: 'It is marketing by electronic mail to people who have not agreed to it.',
    clauses: ['dm-mail-consent'],
    holds: ({ heldWithout, channel, promotes }) =>
      heldWithout === true && channel === 'electronic-mail' && promotes === true,
  }),
  recordingUnagreed: rule(['heldWithout', 'channel'], {
    claim: 'It is an automated call to people who have not agreed to one.',
    clauses: ['dm-auto-consent'],
    holds: ({ heldWithout, channel }) => heldWithout === true && channel === 'automated-call',
  }),
  tagsUnagreed: rule(['heldWithout', 'channel'], {
    claim: 'Advertising tags would run on visitors who have not agreed to them.',
    clauses: ['web-cookie-consent'],
    holds: ({ heldWithout, channel }) => heldWithout === true && channel === 'cookies',
  }),
  newUseUnagreed: rule(['heldWithout', 'compatible', 'firstAgreed', 'caseworkExpected'], {
    claim: 'The data was given for something else, and people have not agreed to this.',
    clauses: ['pur-compatible-or-consent'],
    holds: ({ heldWithout, compatible, firstAgreed, caseworkExpected }) =>
      heldWithout === true && (compatible === false || firstAgreed === true || caseworkExpected === false),
  }),
  unexpected: rule(['heldWithout', 'expected'], {
    claim: 'People would not expect it, and have not agreed to it.',
    clauses: ['lb-li-expected'],
    holds: ({ heldWithout, expected }) => heldWithout === true && expected === false,
  }),
  gentlerWay: rule(['anotherWay'], {
    claim: 'A reasonable way intrudes less, or needs less data or none.',
    clauses: ['lb-less-intrusive'],
    holds: ({ anotherWay }) => anotherWay === true,
  }),
};

/** Rules that find two answers which cannot both be true. */
const clashRules = {
  agreedYetUnasked: rule(['condition', 'heldWithout'], {
    claim: 'The condition is explicit consent, and people have not agreed.',
    clauses: ['sc-explicit-consent', 'lb-consent-recorded'],
    holds: ({ condition, heldWithout }) => condition === 'explicit-consent' && heldWithout === true,
  }),
  agreedYetUntold: rule(['condition', 'untold'], {
    claim: 'The condition is explicit consent, and people have not been told.',
    clauses: ['sc-explicit-consent', 'acc-dpia-invisible'],
    holds: ({ condition, untold }) => condition === 'explicit-consent' && untold === true,
  }),
  pollElsewhere: rule(['nation', 'poll'], {
    claim: 'The poll is not held where these people live.',
    clauses: ['dm-freepost'],
    law: ['ER-2'],
    holds: ({ nation, poll }) =>
      nation !== undefined &&
      nation !== 'several' &&
      ((poll === 'scottish-parliament' && nation !== 'scotland') ||
        (poll === 'senedd' && nation !== 'wales') ||
        (poll === 'northern-ireland-assembly' && nation !== 'northern-ireland')),
  }),
  addressesOfNobody: rule(['personalData', 'addressOf'], {
    claim: 'Nobody can be identified, and messages go to people’s own addresses.',
    clauses: ['pd-identifiable', 'pd-online-identifier'],
    holds: ({ personalData, addressOf }) =>
      personalData === false && (addressOf === 'people' || addressOf === 'person-at-body'),
  }),
  platformIsNobody: rule(['channel', 'nobodyHandles'], {
    claim: 'A platform shows the adverts, and nobody else handles the data.',
    clauses: ['web-joint', 'web-comply'],
    holds: ({ channel, nobodyHandles }) => nobodyHandles === true && ONLINE_ADVERTS.includes(channel),
  }),
  givenYetUnexpected: rule(['givenForThisAlone', 'expected'], {
    claim: 'People gave their data for this use, and would not expect it.',
    clauses: ['lb-li-expected', 'fair-expectations'],
    holds: ({ givenForThisAlone, expected }) => givenForThisAlone === true && expected === false,
  }),
  sureYetUnexpected: rule(['caseworkExpected', 'expected'], {
    claim: 'You are sure that constituents expect it, and people would not expect it.',
    clauses: ['pur-casework', 'lb-li-expected'],
    holds: ({ caseworkExpected, expected }) => caseworkExpected === true && expected === false,
  }),
};

const missingPoint = (
  fact: `${'optIn' | 'prominent' | 'separate' | 'plain' | 'named' | 'purposes' | 'channels' | 'specialWords' | 'recorded' | 'withdrawal'}Missing`,
  what: string,
  clause: string,
) =>
  rule([fact, 'haveConsent'], {
    claim: `As far as you know, ${what}.`,
    clauses: [clause],
    holds: (known) => known[fact] === true && known.haveConsent === false,
  });

/** One rule a point of good consent that the plan lacks. */
const designRules = {
  optInMissing: missingPoint('optInMissing', 'people do not opt in by doing something', 'lb-consent-opt-in'),
  prominentMissing: missingPoint('prominentMissing', 'the request is not prominent', 'lb-consent-prominent'),
  separateMissing: missingPoint(
    'separateMissing',
    'the request is mixed with other terms',
    'lb-consent-separate',
  ),
  plainMissing: missingPoint('plainMissing', 'the request is not short and plain', 'lb-consent-plain'),
  namedMissing: missingPoint('namedMissing', 'the request does not name you', 'lb-consent-named'),
  purposesMissing: missingPoint(
    'purposesMissing',
    'the request does not cover each purpose',
    'lb-consent-purposes',
  ),
  channelsMissing: missingPoint(
    'channelsMissing',
    'the request does not cover each kind of use or channel',
    'lb-consent-activities',
  ),
  specialWordsMissing: missingPoint(
    'specialWordsMissing',
    'no express words name the sensitive data',
    'sc-explicit-consent',
  ),
  recordedMissing: missingPoint('recordedMissing', 'consents are not recorded', 'lb-consent-recorded'),
  withdrawalMissing: missingPoint(
    'withdrawalMissing',
    'people are not told how to withdraw as easily as they agreed',
    'lb-consent-withdrawal',
  ),
};

export const rules = {
  ...conditionRules,
  ...helperRules,
  ...outsideRules,
  ...sourceRules,
  ...routingRules,
  ...todoRules,
  ...followOnRules,
  ...designRules,
  ...plainRules,
  ...clashRules,
};
