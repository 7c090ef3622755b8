/** What the answers mean: named claims, each with the clauses that it rests on. Claims are published as written. */
import { rulesOver } from '../../engine/define.ts';
import { EDITIONS } from '../editions.ts';
import { facts } from './facts.ts';

const rule = rulesOver(facts, EDITIONS);

/** The code names the duty and leaves it to statute, so each rule cites where it does so, and the law list. */
const LAW = ['BRE-1', 'BRE-2'] as const;

interface Loose {
  readonly unreadable: boolean | undefined;
  readonly contained: boolean | undefined;
  readonly gone: boolean | undefined;
  readonly strangersSaw: boolean | undefined;
}

/** Whether nobody can do anything with it: unreadable with a copy held, or back from hands that are known. */
const safe = ({ unreadable, contained, gone, strangersSaw }: Loose): boolean =>
  (unreadable === true && gone !== true) || (contained === true && strangersSaw !== true);

export const rules = {
  nothingInIt: rule(['nothingInIt'], {
    claim: 'Nothing about any person was in it.',
    clauses: ['acc-evidence', 'pd-identifiable'],
    holds: ({ nothingInIt }) => nothingInIt === true,
  }),
  somethingInIt: rule(['nothingInIt'], {
    claim: 'Something about people was in it, or may have been.',
    clauses: ['acc-security', 'about-other-duties'],
    law: LAW,
    holds: ({ nothingInIt }) => nothingInIt !== true,
  }),
  contentNotKnown: rule(['contentKnown'], {
    claim: 'Nobody knows yet what happened to whose data, so nobody can weigh it.',
    clauses: ['acc-responsible', 'about-other-duties'],
    law: LAW,
    holds: ({ contentKnown }) => contentKnown === false,
  }),
  hoursOver: rule(['hoursOver'], {
    claim: 'The 72 hours are over, or nobody knows when they began.',
    clauses: ['about-other-duties'],
    law: LAW,
    holds: ({ hoursOver }) => hoursOver === true,
  }),
  supplierHadIt: rule(['hands'], {
    claim: 'It happened at a supplier or a platform that handles the data for you. You answer for it.',
    clauses: ['acc-contracts', 'acc-responsible'],
    law: LAW,
    holds: ({ hands }) => hands === 'supplier',
  }),
  sharedControl: rule(['hands'], {
    claim: 'Another controller answers for the data too.',
    clauses: ['ctrl-be-clear', 'ctrl-relationship-needs'],
    law: LAW,
    holds: ({ hands }) => hands === 'shared',
  }),
  controller: rule(['hands'], {
    claim: 'You decide over the data, alone or with others, or may.',
    clauses: ['acc-responsible', 'ctrl-be-clear'],
    law: LAW,
    holds: ({ hands }) => hands !== undefined && hands !== 'theirs',
  }),
  graveAndLoose: rule(['grave', 'unreadable', 'contained', 'gone', 'strangersSaw'], {
    claim:
      'Somebody may be in danger if found, or bank, identity or log-in details are in it, or that is not known; and nothing shows that nobody can use them. This site counts that as a high risk.',
    clauses: ['about-other-duties', 'acc-responsible'],
    law: LAW,
    holds: ({ grave, ...rest }) => grave === true && !safe(rest),
  }),
  sensitiveAndLoose: rule(
    ['specialCategory', 'risksRaised', 'othersHadIt', 'unreadable', 'contained', 'gone', 'strangersSaw'],
    {
      claim:
        'It is sensitive, or something raises the risk, or others had it in their hands; and nothing shows that nobody can use it. This site never counts that as no risk.',
      clauses: ['about-other-duties', 'acc-responsible', 'sc-what'],
      law: LAW,
      holds: ({ specialCategory, risksRaised, othersHadIt, ...rest }) =>
        (specialCategory === true || risksRaised === true || othersHadIt === true) && !safe(rest),
    },
  ),
  sensitiveWithStrangers: rule(['specialCategory', 'seen', 'harm', 'unreadable'], {
    claim:
      'Sensitive data may be with strangers, and you do not see a high risk. That is worth a second look.',
    clauses: ['sc-what', 'acc-responsible'],
    law: LAW,
    holds: ({ specialCategory, seen, harm, unreadable }) =>
      specialCategory === true &&
      seen === true &&
      unreadable !== true &&
      (harm === 'risk' || harm === 'unlikely'),
  }),
  ratedLower: rule(['harm'], {
    claim: 'You see no high risk yourselves.',
    clauses: ['about-other-duties'],
    law: LAW,
    holds: ({ harm }) => harm === 'unlikely' || harm === 'risk',
  }),
  ratedUnlikely: rule(['harm'], {
    claim: 'You see no likely harm yourselves.',
    clauses: ['about-other-duties'],
    law: LAW,
    holds: ({ harm }) => harm === 'unlikely',
  }),
  harmNotKnown: rule(['harmKnown'], {
    claim: 'How bad it could be for people, nobody knows yet. It counts as a high risk until then.',
    clauses: ['about-other-duties', 'acc-responsible'],
    law: LAW,
    holds: ({ harmKnown }) => harmKnown === false,
  }),
  nobodyCanRead: rule(['unreadable'], {
    claim: 'Nobody can read it: all of it is well encrypted, the key is safe, and a copy is held.',
    clauses: ['acc-security'],
    law: LAW,
    holds: ({ unreadable }) => unreadable === true,
  }),
  allBack: rule(['contained'], {
    claim: 'All of it is back, or gone for certain, and that is shown in writing.',
    clauses: ['acc-evidence'],
    law: LAW,
    holds: ({ contained }) => contained === true,
  }),
  goneYetCopied: rule(['gone', 'unreadable'], {
    claim: 'Data is gone with no copy, and a copy is held.',
    clauses: ['acc-security'],
    holds: ({ gone, unreadable }) => gone === true && unreadable === true,
  }),
};
