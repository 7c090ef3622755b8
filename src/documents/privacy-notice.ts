/** Privacy notice: what it says of sources, bases, profiling and recipients beside what all texts share. */
import { SPECIAL_CATEGORIES } from '../questionnaires/shared-questions.ts';
import { anyOf, chose, endedAt, fromList, fromSuppliers, inWords, someUse } from './facts.ts';
import { sensitive } from './asked.ts';
import type { Known, KnownUse } from './known.ts';
import { found, settled, type DocumentRules, type Settled } from './rules.ts';
import { abroad, asParty, comesFrom, reaches, reasonsFor } from './telling.ts';

const onTask = (use: KnownUse): Settled | undefined => endedAt(use, ['public-task', 'by-source']);
const onInterests = (use: KnownUse): Settled | undefined =>
  endedAt(use, ['legitimate-interests', 'by-source']);

const has = (answer: Settled | undefined): boolean => answer?.is === true;

/**
 * Whoever has a page on a platform, uploads a list to it, or targets adverts with its tools, decides together with it. With others it depends on what
 * was agreed, so that only “nobody else” says that no one does.
 */
function decidesWithOthers(use: KnownUse): Settled | undefined {
  const withPlatform = [
    chose(use, 'sources', ['own-page']),
    chose(use, 'channel', ['list-audience', 'lookalike-audience', 'platform-targeting']),
  ];
  const alone = chose(use, 'others-handle', ['nobody']);
  if (withPlatform.some(has)) return anyOf(withPlatform);
  return has(alone) && withPlatform.every((one) => one?.is === false)
    ? settled(false, alone?.sources ?? [])
    : undefined;
}

/** Whether a source is open to anyone, where that is known of every source of its kind. */
const OPEN: Readonly<Record<string, string>> = {
  // People may look at it, and take no copy.
  'full-register': 'only under supervision, with no copy',
  'marked-register': 'no: electoral law says who may',
  'absent-or-overseas-lists': 'no: electoral law says who may',
  'open-register': 'yes, anybody can buy it',
};

/** Questionnaires ask for sensitive kinds in one of two places. */
const SENSITIVE = ['special-category', 'data-used'];

/** All kinds of special category data that some use has; nothing while a use leaves it open, or a kind has no words here. */
function sensitiveKinds(known: Known): ReturnType<typeof found> {
  if (known.uses.some(({ answers }) => SENSITIVE.some((question) => answers[question]?.notKnown)))
    return undefined;
  const saying = known.uses.flatMap((use) =>
    SENSITIVE.map((question) => (kinds: readonly string[]) => chose(use, question, kinds)),
  );
  const kinds = SPECIAL_CATEGORIES.filter((kind) => saying.some((says) => has(says([kind]))));
  const names = kinds.flatMap((kind) => known.phrases['special-category']?.[kind] ?? []);
  return names.length < kinds.length
    ? undefined
    : found(
        inWords(names),
        saying.flatMap((says) => (has(says(kinds)) ? (says(kinds)?.sources ?? []) : [])),
      );
}

/** Kinds of firms and services that handle data for a campaign, and do not decide over it as a party does. */
const FOR_US = ['printer', 'call-centre', 'canvassing-tool', 'advertising-platform'];

/** All kinds that some use names, so that nobody is left out whom no list of suppliers has; nothing while one is open. */
function recipientKinds({ uses, phrases }: Known): ReturnType<typeof found> {
  if (uses.some(({ answers }) => answers['others-handle']?.notKnown)) return undefined;
  const named = uses.filter((use) => has(chose(use, 'others-handle', FOR_US)));
  const kinds = FOR_US.filter((kind) => named.some((use) => has(chose(use, 'others-handle', [kind]))));
  const names = kinds.flatMap((kind) => phrases['others-handle']?.[kind] ?? []);
  return found(
    inWords(names),
    named.flatMap((use) => chose(use, 'others-handle', kinds)?.sources ?? []),
  );
}

/** What lets them be used; nothing where a use has a condition that has no words here, or none yet. */
function sensitiveCondition(known: Known): ReturnType<typeof found> {
  const used = known.uses.filter((use) => has(sensitive(use)));
  const conditions = used.map((use) => use.answers['condition']?.options[0] ?? '');
  const names = conditions.flatMap((condition) => known.phrases['condition']?.[condition] ?? []);
  return names.length < conditions.length
    ? undefined
    : found(
        [...new Set(names)].join('; '),
        used.flatMap((use, at) => chose(use, 'condition', [conditions[at] ?? ''])?.sources ?? []),
      );
}

/** Only the questionnaire about the basis says whether a contract or a duty makes people give details. */
const hasToGive = (use: KnownUse): Settled | undefined =>
  use.questionnaire === 'lawful-basis' ? endedAt(use, ['contract', 'legal-obligation']) : undefined;

/** So only where every use says “nobody else”. What somebody wrote of others in their own words may name one, or none. */
function handledAlone(known: Known): Settled | undefined {
  if (known.suppliers.length > 0) return settled(false, fromSuppliers(known.suppliers));
  const others = someUse(known, (use) => {
    const one = chose(use, 'others-handle', [...FOR_US, 'party', 'another-campaign']);
    return has(one) || use.others.trim() === '' ? one : undefined;
  });
  return others === undefined ? undefined : settled(!others.is, others.sources);
}

export const rules: DocumentRules = {
  gaps: {
    'law-behind': (known) => reasonsFor(known, 'task-in-law', 'law', onTask),
    interest: (known) => reasonsFor(known, 'interest', 'why', onInterests),
    'needed-for': (known) =>
      reasonsFor(known, 'everyday-basis', 'which', (use) => endedAt(use, ['contract', 'legal-obligation'])),
    'recipient-kinds': recipientKinds,
    'sensitive-kinds': sensitiveKinds,
    'sensitive-condition': sensitiveCondition,
  },
  conditions: {
    joint: (known) => someUse(known, decidesWithOthers),
    'by-freepost': reaches('freepost'),
    'has-to-give': (known) => someUse(known, hasToGive),
    'handled-alone': handledAlone,
    'opinions-as-party': (known) => someUse(known, asParty),
    'platform-targeting': reaches('platform-targeting'),
    'from-full-register': comesFrom('full-register'),
    'from-marked-register': comesFrom('marked-register'),
    'from-voter-lists': comesFrom('absent-or-overseas-lists'),
    'from-earlier-campaign': comesFrom('kept'),
    'from-public': comesFrom('public'),
    'worked-out': comesFrom('worked-out'),
    'own-page': comesFrom('own-page'),
    'list-audience': reaches('list-audience', 'lookalike-audience'),
    lookalike: reaches('lookalike-audience'),
    shares: (known) => someUse(known, (use) => chose(use, 'others-handle', ['party', 'another-campaign'])),
    abroad,
  },
  list: {
    gaps: {
      'list.open': (list, { phrases }) => {
        const source = list.source ?? '';
        return found(
          OPEN[source] ?? '',
          fromList(list, 'where it came from', phrases['sources']?.[source] ?? source),
        );
      },
    },
  },
};
