/** What rules of several texts for voters are made of, beside what all texts share (`facts.ts`). */
import type { Known, KnownUse } from './known.ts';
import { conditionIs } from './asked.ts';
import { anyOf, cameFrom, chose, reason, someUse } from './facts.ts';
import { found, settled, type ConditionRule, type Found, type Settled } from './rules.ts';

/** Whether people are reached in one of some ways. */
export const reaches =
  (...channels: readonly string[]): ConditionRule =>
  (known) =>
    someUse(known, (use) => chose(use, 'channel', channels));

/** Whether some of the data comes from one of some sources. */
export const comesFrom =
  (...sources: readonly string[]): ConditionRule =>
  (known) =>
    cameFrom(known, sources);

/** So where both are so, not so where one is not, and otherwise not known. */
export function bothOf(one: Settled | undefined, other: Settled | undefined): Settled | undefined {
  const not = [one, other].find((each) => each?.is === false);
  if (not !== undefined) return not;
  return one === undefined || other === undefined
    ? undefined
    : settled(true, [...one.sources, ...other.sources]);
}

/**
 * Whether something is so of any use that reaches people in one way. Where there is no such use, nothing is known: a
 * text for the doorstep is taken by somebody who means to go there.
 */
export function ofUsesBy(
  channel: string,
  test: (use: KnownUse, known: Known) => Settled | undefined,
): ConditionRule {
  return (known) => {
    const uses = known.uses.filter((use) => chose(use, 'channel', [channel])?.is === true);
    return uses.length === 0 ? undefined : someUse({ ...known, uses }, (use) => test(use, known));
  };
}

/** What people wrote as their reason for an answer, of the uses of which something is so; each once. */
export function reasonsFor(
  known: Known,
  question: string,
  id: string,
  test: (use: KnownUse) => Settled | undefined,
): Found | undefined {
  const given = known.uses.flatMap((use) =>
    test(use)?.is === true ? (reason(use, question, id) ?? []) : [],
  );
  return found(
    [...new Set(given.map(({ text }) => text))].join('; '),
    given.flatMap(({ sources }) => sources),
    true,
  );
}

/** Where a use runs on somebody’s servers, nobody has said in which country they are. */
const ONLINE = ['own-site', 'own-page', 'platform'];
const SENT_ONLINE = [
  'electronic-mail',
  'forwarding',
  'cookies',
  'list-audience',
  'lookalike-audience',
  'platform-targeting',
  'page-advert',
];

/** Nothing that is asked says that data leaves the UK; it does not where nobody else handles any of it. */
export const abroad: ConditionRule = (known) => {
  const alone = anyOf(
    known.suppliers.length > 0
      ? [undefined]
      : known.uses.map((use) => {
          const nobody = chose(use, 'others-handle', ['nobody']);
          const online = chose(use, 'sources', ONLINE);
          const sent = chose(use, 'channel', SENT_ONLINE);
          return nobody?.is === true && online?.is === false && sent?.is === false
            ? settled(false, [...nobody.sources, ...online.sources, ...sent.sources])
            : undefined;
        }),
  );
  return known.unanswered.length > 0 ? undefined : alone;
};

/** Whether a registered party uses political opinions under its own condition. */
export const asParty = (use: KnownUse): Settled | undefined => conditionIs(use, ['party-condition']);

/** Whether people agreed to it in express words. */
export const inExpressWords = (use: KnownUse): Settled | undefined => conditionIs(use, ['explicit-consent']);
