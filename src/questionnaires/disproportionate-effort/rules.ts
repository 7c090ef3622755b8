/** What the answers mean: named claims, each with the clauses that it rests on. Claims are published as written. */
import { rulesOver } from '../../engine/define.ts';
import { EDITIONS } from '../editions.ts';
import { conditionRules } from '../shared-rules.ts';
import { facts } from './facts.ts';
import { EFFECTS, EFFORTS } from './questions.ts';

const rule = rulesOver(facts, EDITIONS);

export const rules = {
  ...conditionRules,
  effortNotRated: rule(['effortRated'], {
    claim:
      'How hard the easiest way of telling people is, nobody knows yet. It counts as little effort until then.',
    clauses: ['col-effort-document', 'col-effort-case'],
    holds: ({ effortRated }) => effortRated === false,
  }),
  needNotSettled: rule(['needSettled'], {
    claim: 'Whether the data is still needed is not settled, and deleting cannot be undone.',
    clauses: ['pur-justify-need', 'pur-no-just-in-case'],
    holds: ({ needSettled }) => needSettled === false,
  }),
  sourceNotSettled: rule(['sourceSettled'], {
    claim: 'It is not known whether the data came from the people themselves, and the rules differ.',
    clauses: ['col-at-collection', 'col-article-14'],
    holds: ({ sourceSettled }) => sourceSettled === false,
  }),
  sourceUnclear: rule(['sourceSettled', 'collectorKnown', 'toldKnown'], {
    claim: 'It is not known who collected the data, when, or what people were told.',
    clauses: ['col-due-diligence', 'acc-responsible'],
    holds: ({ sourceSettled, collectorKnown, toldKnown }) =>
      sourceSettled === false || collectorKnown === false || toldKnown === false,
  }),
  balanceTips: rule(['effort', 'ageRaises', 'worstEffect'], {
    claim:
      'No effect on people is significant, and the effort of telling them is at least one step above the worst effect. This way of setting the two against each other is this site’s own.',
    clauses: ['col-effort-case', 'col-effort-document'],
    holds: ({ effort, ageRaises, worstEffect }) => {
      if (effort === undefined || worstEffect === undefined || worstEffect === 'significant') return false;
      const weight = EFFORTS.indexOf(effort) + (ageRaises === true ? 1 : 0);
      return weight > EFFECTS.indexOf(worstEffect);
    },
  }),
  assessedAndPublished: rule(['dpiaDone', 'noticePublic'], {
    claim: 'The DPIA is done, and a notice that covers this is public.',
    clauses: ['col-effort-dpia', 'col-effort-publish', 'acc-dpia-invisible'],
    holds: ({ dpiaDone, noticePublic }) => dpiaDone === true && noticePublic === true,
  }),
  specialCategoryUsed: rule(['specialCategory'], {
    claim:
      'Special category data is used, or may be. Using it behind people’s backs has a significant effect on them, and it needs a condition of its own.',
    clauses: ['sc-what', 'sc-inferred', 'col-effort-document'],
    holds: ({ specialCategory }) => specialCategory === true,
  }),
  registerUsed: rule(['registerUsed', 'registerKnown'], {
    claim: 'Register data is used, which calls for regular and active steps to tell voters.',
    clauses: ['er-tell-voters', 'er-no-letter-each'],
    holds: ({ registerUsed, registerKnown }) => registerUsed === true && registerKnown === true,
  }),
  registerOpen: rule(['registerKnown'], {
    claim: 'It is not known whether any of it comes from the full or the marked register.',
    clauses: ['er-tell-voters', 'er-no-letter-each'],
    holds: ({ registerKnown }) => registerKnown === false,
  }),
  registerPassedOn: rule(['registerUsed', 'passingOn'], {
    claim: 'Register data would be passed on, and each controller has to use an entitlement of its own.',
    clauses: ['er-no-sharing', 'er-processors'],
    holds: ({ registerUsed, passingOn }) => registerUsed === true && passingOn === true,
  }),
  registerToAController: rule(['registerUsed', 'toAController'], {
    claim:
      'Register data would go to somebody who decides over it, or may. No controller may pass it to another.',
    clauses: ['er-no-sharing'],
    law: ['ER-1'],
    holds: ({ registerUsed, toAController }) => registerUsed === true && toAController === true,
  }),
  registerAlone: rule(['registerAlone'], {
    claim: 'It is the full or the marked register and nothing else, so telling each voter is not expected.',
    clauses: ['er-no-letter-each', 'er-processors'],
    holds: ({ registerAlone }) => registerAlone === true,
  }),
  membersPassedOn: rule(['condition', 'toAController'], {
    claim:
      'The members’ condition lets nothing be passed outside without explicit consent, and the data would go to somebody who decides over it, or may.',
    clauses: ['sc-members-no-disclosure'],
    holds: ({ condition, toAController }) => condition === 'members' && toAController === true,
  }),
  passingOn: rule(['passingOn', 'registerAlone'], {
    claim: 'Data from beyond the register will be passed on, or may be, and people have to be told by then.',
    clauses: ['col-article-14'],
    holds: ({ passingOn, registerAlone }) => passingOn === true && registerAlone !== true,
  }),
  contactedBeyondRegister: rule(['contacting', 'registerAlone'], {
    claim:
      'All of the people will be contacted, or may be, and the data is not from the full or the marked register alone: the month runs.',
    clauses: ['col-article-14', 'er-no-letter-each'],
    holds: ({ contacting, registerAlone }) => contacting === 'all' && registerAlone !== true,
  }),
  someContacted: rule(['contacting'], {
    claim: 'Some of the people will be contacted, and are told then.',
    clauses: ['col-article-14', 'col-freepost-notice'],
    holds: ({ contacting }) => contacting === 'some',
  }),
  assessed: rule(['dpiaDone'], {
    claim: 'The DPIA is done.',
    clauses: ['col-effort-dpia'],
    holds: ({ dpiaDone }) => dpiaDone === true,
  }),
  noticePublic: rule(['noticePublic'], {
    claim: 'A notice that covers this is public.',
    clauses: ['col-effort-publish'],
    holds: ({ noticePublic }) => noticePublic === true,
  }),
  agreedYetUntold: rule(['condition', 'tellsNothing'], {
    claim: 'The condition is explicit consent, and people have none of the information.',
    clauses: ['sc-explicit-consent', 'col-has-all'],
    holds: ({ condition, tellsNothing }) => condition === 'explicit-consent' && tellsNothing === true,
  }),
};
