/** Rules for the gaps and conditions that texts share (`content/documents/shared.yaml`), and what rules are made of. */
import type { List, Supplier } from '../campaign/campaign.ts';
import { plainDate } from '../records/dates.ts';
import type { Known, KnownUse } from './known.ts';
import { found, settled, type DocumentRules, type Found, type Settled, type Source } from './rules.ts';

/** What the campaign says of itself is known from there. */
const YOUR_CAMPAIGN = 'Your campaign';

type WhoField = Exclude<keyof Known['who'], 'kind' | 'nation' | 'poll'>;

const WHO_ASKED: Readonly<Record<WhoField, string>> = {
  name: 'What the campaign is called',
  pollingDay: 'Polling day',
  decidedBy: 'Who decides',
  role: 'Role',
  evidence: 'Where the evidence is kept',
};

/** Where something that the campaign said of itself is known from; nothing where it said nothing. */
export function fromWho({ who }: Known, field: WhoField): readonly Source[] {
  const said = who[field] ?? '';
  return said.trim() === ''
    ? []
    : [{ from: 'campaign', where: YOUR_CAMPAIGN, asked: WHO_ASKED[field], said: [said] }];
}

/** Where an answer of a use is known from; nothing where it was not given. */
export function fromUse(use: KnownUse, question: string): readonly Source[] {
  const answer = use.answers[question];
  return answer === undefined
    ? []
    : [{ from: 'use', use: use.id, where: use.title, asked: answer.text, said: answer.said }];
}

/** Where something else that stands in a use is known from: its outcome, or a field of its record. */
export function fromField(use: KnownUse, asked: string, said: string): readonly Source[] {
  return said.trim() === '' ? [] : [{ from: 'use', use: use.id, where: use.title, asked, said: [said] }];
}

/** What somebody typed in answer to a question. */
export function said(use: KnownUse, question: string): Found | undefined {
  const answer = use.answers[question];
  return answer === undefined ? undefined : found(String(answer.answer), fromUse(use, question), true);
}

/** What somebody wrote as a reason for an answer; nothing where they wrote none. */
export function reason(use: KnownUse, question: string, id: string): Found | undefined {
  const answer = use.answers[question];
  const words = answer?.reasons[id] ?? '';
  return answer === undefined || words.trim() === ''
    ? undefined
    : found(
        words,
        fromUse(use, question).map((source) => ({ ...source, said: [...source.said, words] })),
        true,
      );
}

/** The answer as it was shown; nothing while it is open. */
export function asShown(use: KnownUse, question: string): Found | undefined {
  const answer = use.answers[question];
  return answer === undefined || answer.notKnown
    ? undefined
    : found(answer.said.join('; '), fromUse(use, question));
}

/** What the options of an answer are called where others read them, as a list in words; nothing while it is open. */
export function phrased(
  use: KnownUse,
  question: string,
  { phrases }: Pick<Known, 'phrases'>,
): Found | undefined {
  const answer = use.answers[question];
  if (answer === undefined || answer.notKnown) return undefined;
  const names = answer.options.flatMap((option) => phrases[question]?.[option] ?? []);
  return names.length < answer.options.length ? undefined : found(inWords(names), fromUse(use, question));
}

/** “a, b and c”. */
export function inWords(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/**
 * Whether an answer has one of some options. “I don’t know yet” beside one of them says so all the same; without them it
 * says nothing, and neither does a question that was not asked.
 */
export function chose(use: KnownUse, question: string, options: readonly string[]): Settled | undefined {
  const answer = use.answers[question];
  if (answer === undefined) return undefined;
  if (answer.options.some((option) => options.includes(option))) return settled(true, fromUse(use, question));
  return answer.notKnown ? undefined : settled(false, fromUse(use, question));
}

/** Whether a use ended at one of some outcomes; nothing while it has none. */
export function endedAt(use: KnownUse, outcomes: readonly string[]): Settled | undefined {
  return use.outcome === undefined
    ? undefined
    : settled(outcomes.includes(use.outcome.id), fromField(use, 'What it came to', use.outcome.name));
}

/** So where one of them is so; not so where none of them is; not known while one is not known. */
export function anyOf(all: readonly (Settled | undefined)[]): Settled | undefined {
  const so = all.filter((one) => one?.is === true);
  if (so.length > 0)
    return settled(
      true,
      so.flatMap((one) => one?.sources ?? []),
    );
  return all.includes(undefined)
    ? undefined
    : settled(
        false,
        all.flatMap((one) => one?.sources ?? []),
      );
}

/** The first that says anything at all. */
const firstOf = (...all: readonly (Settled | undefined)[]): Settled | undefined =>
  all.find((one) => one !== undefined);

/**
 * Whether something is so of any use. That it is so of none is known only where every use has said so: a use that is
 * planned and not answered could be the one. A use that another called for asks less; what the other says holds for it.
 */
export function someUse(known: Known, test: (use: KnownUse) => Settled | undefined): Settled | undefined {
  const each = known.uses.flatMap((use) => {
    const own = test(use);
    const caller = known.uses.find(({ id }) => id === use.calledBy);
    return own === undefined && caller !== undefined && test(caller) !== undefined ? [] : [own];
  });
  const unanswered = known.unanswered.length > 0 || each.length === 0;
  return anyOf(unanswered ? [...each, undefined] : each);
}

const FROM_REGISTER = ['full-register', 'marked-register', 'absent-or-overseas-lists'];
const FROM_OTHERS = ['shared', 'bought-contacts', 'bought-facts'];
const FROM_PEOPLE = ['given-for-this', 'given-for-other', 'casework', 'own-site', 'registration-forms'];
/** What was kept from an earlier campaign came from people, or from anywhere else. */
const FROM_EITHER = ['kept'];
const FROM_ELSEWHERE = [
  ...FROM_REGISTER,
  ...FROM_OTHERS,
  'open-register',
  'public',
  'own-page',
  'worked-out',
  'platform',
];

/** Whether a use takes data from the electoral register, in any of its versions that are not open. */
export const usesRegister = (use: KnownUse) =>
  firstOf(
    chose(use, 'sources', FROM_REGISTER),
    chose(use, 'register', ['nothing-else', 'with-other']),
    chose(use, 'which-list', ['full', 'marked', 'absent', 'overseas']),
    chose(use, 'data-used', ['register']),
  );

const SPECIAL = [
  'political-opinions',
  'race-or-ethnicity',
  'religion-or-belief',
  'trade-union',
  'health',
  'sex-life-or-orientation',
  'genetic-or-biometric',
];

const usesSpecial = (use: KnownUse, kinds: readonly string[] = SPECIAL) =>
  firstOf(chose(use, 'special-category', kinds), chose(use, 'data-used', kinds));

/** Where nothing sensitive is used, nobody is asked for a condition, and nobody had to agree. */
function agreedExpressly(use: KnownUse): Settled | undefined {
  const special = usesSpecial(use);
  return special?.is === false ? special : chose(use, 'condition', ['explicit-consent']);
}

const profiles = (use: KnownUse) =>
  firstOf(
    chose(use, 'profiling', ['decides', 'nothing-decided']),
    // Where its questionnaire asks no more of it than these signs, only a sign that is there says anything.
    onlyIfSo(chose(use, 'risk-signs', ['large-scale-profiling'])),
  );

/** Whether software decides something about people with nobody weighing each case; not where none sorts them. */
export function softwareDecides(use: KnownUse): Settled | undefined {
  const sorts = chose(use, 'profiling', ['decides']);
  return sorts?.is === false ? sorts : chose(use, 'solely-automated', ['nobody']);
}

const onlyIfSo = (one: Settled | undefined): Settled | undefined => (one?.is === true ? one : undefined);

const reliesOn = (outcomes: readonly string[]) => (use: KnownUse) =>
  use.questionnaire === 'lawful-basis' ? endedAt(use, outcomes) : undefined;
/** A consent that is still to be put right is none yet, and may become one. */
const onConsent = (use: KnownUse) =>
  use.outcome?.id === 'consent-to-fix' ? undefined : reliesOn(['consent'])(use);
const onInterests = reliesOn(['legitimate-interests', 'by-source']);

const reaches =
  (...channels: string[]) =>
  (known: Known): Settled | undefined =>
    someUse(known, (use) => chose(use, 'channel', channels));

/**
 * Whether data comes from one of some sources. A list of the campaign that came from there says so; lists say of no
 * source that nothing came from it. Nothing is known where it may have come from there, before it was kept.
 */
export function cameFrom(
  known: Known,
  sources: readonly string[],
  perhaps: readonly string[] = [],
): Settled | undefined {
  const lists = known.lists.filter(({ source }) => source !== undefined && sources.includes(source));
  if (lists.length > 0)
    return settled(
      true,
      lists.flatMap((list) =>
        fromList(
          list,
          'where it came from',
          known.phrases['sources']?.[list.source ?? ''] ?? list.source ?? '',
        ),
      ),
    );
  return someUse(known, (use) => takenFrom(use, sources, perhaps));
}

/** The same of one use, by its answers alone. */
function takenFrom(
  use: KnownUse,
  sources: readonly string[],
  perhaps: readonly string[],
): Settled | undefined {
  const so = chose(use, 'sources', sources);
  return so?.is === false && chose(use, 'sources', perhaps)?.is === true ? undefined : so;
}

/** Whether the campaign is one of some kinds. */
export const isKind =
  (...kinds: string[]) =>
  ({ who, phrases }: Known): Settled | undefined =>
    who.kind === undefined
      ? undefined
      : settled(kinds.includes(who.kind), [
          {
            from: 'campaign',
            where: YOUR_CAMPAIGN,
            asked: 'Who you are',
            said: [phrases['who']?.[who.kind] ?? who.kind],
          },
        ]);

const handles =
  (...others: string[]) =>
  (known: Known): Settled | undefined =>
    someUse(known, (use) => chose(use, 'others-handle', others));

/** Where it is known from that somebody else handles data for the campaign. */
export const fromSuppliers = (suppliers: readonly Supplier[]): readonly Source[] =>
  suppliers.map(({ name, service }) => ({
    from: 'campaign',
    where: YOUR_CAMPAIGN,
    asked: 'Who else handles data',
    said: [service.trim() === '' ? name : `${name}: ${service}`],
  }));

/** Where something that was said of a list of the campaign is known from. */
export const fromList = ({ name }: List, asked: string, said: string): readonly Source[] =>
  said.trim() === ''
    ? []
    : [{ from: 'campaign', where: YOUR_CAMPAIGN, asked: `${name}: ${asked}`, said: [said] }];

/** Rules that every text has. A text’s own rule of the same name comes before them. */
export const SHARED_RULES: DocumentRules & {
  readonly gaps: NonNullable<DocumentRules['gaps']>;
  readonly conditions: NonNullable<DocumentRules['conditions']>;
} = {
  gaps: {
    campaign: (known) => {
      if (known.who.name.trim() !== '') return found(known.who.name, fromWho(known, 'name'), true);
      const names = new Map(known.uses.map((use) => [use.campaign.trim(), use]));
      names.delete('');
      const [only] = [...names];
      return names.size === 1 && only !== undefined
        ? found(only[0], fromField(only[1], 'Name of the campaign', only[0]), true)
        : undefined;
    },
    'decided-by': (known) => found(known.who.decidedBy, fromWho(known, 'decidedBy'), true),
    role: (known) => found(known.who.role, fromWho(known, 'role'), true),
    evidence: (known) => found(known.who.evidence, fromWho(known, 'evidence'), true),
    'polling-day': (known) =>
      known.who.pollingDay === undefined
        ? undefined
        : found(plainDate(known.who.pollingDay), fromWho(known, 'pollingDay')),
    suppliers: ({ suppliers }) =>
      found(
        suppliers
          .map(({ name, service }) => (service.trim() === '' ? name : `${name} (${service})`))
          .join(', '),
        fromSuppliers(suppliers),
        true,
      ),
  },
  conditions: {
    'from-people': (known) => cameFrom(known, FROM_PEOPLE, FROM_EITHER),
    'from-elsewhere': (known) => cameFrom(known, FROM_ELSEWHERE, FROM_EITHER),
    'from-register': (known) => {
      const list = cameFrom({ ...known, uses: [] }, FROM_REGISTER);
      return list ?? someUse(known, usesRegister);
    },
    'from-open-register': (known) => cameFrom(known, ['open-register'], FROM_EITHER),
    'from-others': (known) => cameFrom(known, FROM_OTHERS, FROM_EITHER),
    'from-public': (known) => cameFrom(known, ['public', 'own-page'], FROM_EITHER),
    'by-post': reaches('post-by-name', 'freepost', 'unaddressed-post'),
    'by-electronic-mail': reaches('electronic-mail', 'forwarding'),
    'by-live-call': reaches('live-call'),
    'by-automated-call': reaches('automated-call'),
    'on-doorstep': reaches('doorstep'),
    'by-online-advert': reaches('list-audience', 'lookalike-audience', 'platform-targeting', 'cookies'),
    'uses-cookies': reaches('cookies'),
    'relies-on-consent': (known) => someUse(known, onConsent),
    'relies-on-legitimate-interests': (known) => someUse(known, onInterests),
    'relies-on-public-task': (known) => someUse(known, reliesOn(['public-task', 'by-source'])),
    'special-category': (known) => someUse(known, usesSpecial),
    'political-opinions': (known) => someUse(known, (use) => usesSpecial(use, ['political-opinions'])),
    'explicit-consent': (known) => someUse(known, agreedExpressly),
    profiling: (known) => someUse(known, profiles),
    'automated-decisions': (known) => someUse(known, softwareDecides),
    'under-18': (known) => someUse(known, (use) => chose(use, 'under-18', ['yes'])),
    'has-suppliers': (known) =>
      known.suppliers.length > 0
        ? settled(true, fromSuppliers(known.suppliers))
        : handles('printer', 'call-centre', 'canvassing-tool', 'advertising-platform')(known),
    'shares-with-party': handles('party'),
    'is-party': isKind('registered-party'),
    'is-candidate': isKind('party-candidate', 'independent-candidate'),
    'is-elected': isKind('elected-representative'),
  },
  use: {
    gaps: {
      // What stands in for a title is for us to tell uses apart by, and not for publication.
      'use.title': (use) =>
        use.untitled === true
          ? undefined
          : found(use.title, fromField(use, 'What it is called', use.title), true),
      'use.purpose': (use) => said(use, 'purpose') ?? said(use, 'activity'),
      'use.basis': (use, { phrases }) =>
        use.questionnaire !== 'lawful-basis' || use.outcome === undefined
          ? undefined
          : found(
              phrases['basis']?.[use.outcome.id] ?? '',
              fromField(use, 'What it came to', use.outcome.name),
            ),
      'use.interest': (use) => {
        const reason = use.answers['interest']?.reasons['why'] ?? '';
        return found(reason, fromField(use, use.answers['interest']?.text ?? '', reason), true);
      },
      'use.sources': (use, known) => phrased(use, 'sources', known) ?? said(use, 'source'),
      'use.channel': (use, known) => phrased(use, 'channel', known),
      'use.kept': (use) => found(use.keep, fromField(use, 'How long the data is to be kept', use.keep), true),
      'use.special-category': (use, known) => phrased(use, 'special-category', known),
      'use.lists': ({ lists }) =>
        found(
          inWords(lists.map(({ name }) => name)),
          lists.flatMap((list) => fromList(list, 'name', list.name)),
          true,
        ),
      'use.shared-with': (use, known) => {
        const handled = phrased(use, 'others-handle', known);
        const names = [
          ...use.suppliers.map(({ name }) => name),
          ...(use.others.trim() === '' ? [] : [use.others.trim()]),
        ];
        const sources = [
          ...fromSuppliers(use.suppliers),
          ...fromField(use, 'Who else controls or handles the data', use.others),
        ];
        return found(inWords(names), sources, true) ?? handled;
      },
      'use.condition': (use) => asShown(use, 'condition'),
      'use.harm-why': (use) => reason(use, 'harm', 'why'),
      'use.expected-why': (use) => reason(use, 'expected', 'why') ?? reason(use, 'surprised', 'why'),
      'use.another-way-why': (use) => reason(use, 'another-way', 'why'),
      'use.proportionate-why': (use) => reason(use, 'proportionate', 'why'),
      'use.decided-on': (use) =>
        use.decidedOn === undefined
          ? undefined
          : found(plainDate(use.decidedOn), fromField(use, 'Decided on', plainDate(use.decidedOn))),
    },
    conditions: {
      'use.from-register': usesRegister,
      'use.from-people': (use) => takenFrom(use, FROM_PEOPLE, FROM_EITHER),
      'use.relies-on-consent': onConsent,
      'use.relies-on-legitimate-interests': onInterests,
      'use.special-category': (use) => usesSpecial(use),
      'use.under-18': (use) => chose(use, 'under-18', ['yes']),
      'use.profiling': profiles,
    },
  },
  list: {
    gaps: {
      'list.name': (list) => found(list.name, fromList(list, 'name', list.name), true),
      'list.source': (list, { phrases }) =>
        found(
          phrases['sources']?.[list.source ?? ''] ?? '',
          fromList(list, 'where it came from', phrases['sources']?.[list.source ?? ''] ?? ''),
        ),
      // What was said of a use holds for the lists that it names; each use says so for itself.
      'list.kept': (list, { uses }) => {
        const naming = uses.filter(
          ({ keep, lists }) => keep.trim() !== '' && lists.some(({ id }) => id === list.id),
        );
        return found(
          naming
            .map(({ keep, title }) => (naming.length === 1 ? keep.trim() : `${title}: ${keep.trim()}`))
            .join('; '),
          naming.flatMap((use) => fromField(use, 'How long the data is to be kept', use.keep)),
          true,
        );
      },
      'list.came': (list) =>
        list.came === undefined
          ? undefined
          : found(plainDate(list.came), fromList(list, 'when it came', plainDate(list.came))),
    },
  },
  supplier: {
    gaps: {
      'supplier.name': (supplier) => found(supplier.name, fromSuppliers([supplier]), true),
      'supplier.service': (supplier) => found(supplier.service, fromSuppliers([supplier]), true),
    },
  },
};
