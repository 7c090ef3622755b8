/**
 * What a campaign that someone brings has beside the one that is kept. Everything is told first, and only what is chosen
 * is taken: nothing is merged unseen. To undo it, take up the campaign as it was, and drop the records that were added.
 */
import { canonicalJson } from '../records/fingerprint.ts';
import {
  isBlank,
  sameCover,
  type Campaign,
  type Cover,
  type List,
  type Settled,
  type Standing,
  type Supplier,
  type Use,
  type Who,
} from './campaign.ts';
import type { RecordRow } from './register.ts';
import { byId, type Texts } from './texts.ts';

/** A record that came with a campaign: its row, and itself as JSON. */
export interface BroughtRecord {
  readonly row: RecordRow;
  readonly json: string;
}

/** A campaign with its records. */
export interface Brought {
  readonly campaign: Campaign;
  readonly records: readonly BroughtRecord[];
}

/**
 * `new`: here there is nothing of it, or less. `same`: nothing to take. `older`: what is here has gone on since.
 * `conflict`: both say something, and not the same.
 */
export type Relation = 'new' | 'same' | 'older' | 'conflict';

type Part =
  | { readonly what: 'who'; readonly mine: Who; readonly theirs: Who }
  | { readonly what: 'list'; readonly mine?: List; readonly theirs: List }
  | { readonly what: 'supplier'; readonly mine?: Supplier; readonly theirs: Supplier }
  | { readonly what: 'use'; readonly mine?: Use; readonly theirs: Use }
  | { readonly what: 'standing'; readonly mine?: Standing; readonly theirs: Standing }
  | { readonly what: 'settled'; readonly mine?: Settled; readonly theirs: Settled }
  | { readonly what: 'texts'; readonly mine?: Texts; readonly theirs: Texts }
  | { readonly what: 'record'; readonly mine?: RecordRow; readonly theirs: BroughtRecord };

export type Compared = Part & {
  /** Names it among the others, to be chosen by. */
  readonly key: string;
  readonly is: Relation;
};

export interface Comparison {
  readonly parts: readonly Compared[];
  /** True where what is brought is not this campaign, nor the one that it was begun from, on another device. */
  readonly another: boolean;
  /** Which campaign is brought. */
  readonly of: Pick<Campaign, 'id' | 'begunFrom'>;
}

/** Compares what is brought with what is kept. @param rows the register that is kept */
export function compare(mine: Campaign, rows: readonly RecordRow[], theirs: Brought): Comparison {
  const { campaign, records } = theirs;
  const byId = <Item extends { readonly id: string }>(items: readonly Item[], id: string) =>
    items.find((item) => item.id === id);
  const parts: Compared[] = [
    {
      what: 'who',
      key: 'who',
      is: relationOfWho(mine.who, campaign.who),
      mine: mine.who,
      theirs: campaign.who,
    },
    ...campaign.lists.map((list): Compared => {
      const here = byId(mine.lists, list.id);
      return { what: 'list', key: `list ${list.id}`, is: relationOf(here, list), ...own(here), theirs: list };
    }),
    ...campaign.suppliers.map((supplier): Compared => {
      const here = byId(mine.suppliers, supplier.id);
      return {
        what: 'supplier',
        key: `supplier ${supplier.id}`,
        is: relationOf(here, supplier),
        ...own(here),
        theirs: supplier,
      };
    }),
    ...campaign.uses.map((use): Compared => {
      const here = byId(mine.uses, use.id);
      return { what: 'use', key: `use ${use.id}`, is: relationOfUse(here, use), ...own(here), theirs: use };
    }),
    ...campaign.standing.map((standing): Compared => {
      const here = mine.standing.find(
        (one) => one.todo.id === standing.todo.id && sameCover(one.covers, standing.covers),
      );
      return {
        what: 'standing',
        key: `standing ${standing.todo.id} ${keyOf(standing.covers)}`,
        is: relationOfStanding(here, standing),
        ...own(here),
        theirs: standing,
      };
    }),
    ...campaign.settled.map((settled): Compared => {
      const here = mine.settled.find(
        (one) => one.question === settled.question && sameCover(one.holds, settled.holds),
      );
      return {
        what: 'settled',
        key: `settled ${settled.question} ${keyOf(settled.holds)}`,
        is: relationOfSettled(here, settled),
        ...own(here),
        theirs: settled,
      };
    }),
    ...(campaign.texts === undefined
      ? []
      : [
          {
            what: 'texts' as const,
            key: 'texts',
            is: relationOfTexts(mine.texts, campaign.texts),
            ...own(mine.texts),
            theirs: campaign.texts,
          },
        ]),
    ...records.map((record): Compared => {
      const { is, here } = relationOfRecord(rows, record.row);
      return { what: 'record', key: `record ${record.row.fingerprint}`, is, ...own(here), theirs: record };
    }),
  ];
  const related = [mine.id, mine.begunFrom].includes(campaign.id) || campaign.begunFrom === mine.id;
  const { id, begunFrom } = campaign;
  return {
    parts,
    another: !related && !(isBlank(mine) && rows.length === 0),
    of: { id, ...(begunFrom === undefined ? {} : { begunFrom }) },
  };
}

/** What is chosen before anybody chooses: all that is new. What is in conflict is chosen by hand alone. */
export const chosenAtFirst = ({ parts }: Comparison): ReadonlySet<string> =>
  new Set(parts.flatMap(({ key, is }) => (is === 'new' ? [key] : [])));

/**
 * The campaign with what was chosen taken in, and the records to keep with it. Records that are here stay. Where nothing
 * was said yet it is that campaign from then on: on both devices there is one, and not two.
 */
export function take(
  mine: Campaign,
  { parts, of }: Comparison,
  chosen: ReadonlySet<string>,
  at: string,
): { readonly campaign: Campaign; readonly records: readonly BroughtRecord[] } {
  const records: BroughtRecord[] = [];
  let campaign = isBlank(mine) ? { ...mine, ...of } : mine;
  for (const part of parts) {
    if (!chosen.has(part.key)) continue;
    switch (part.what) {
      case 'who':
        campaign = { ...campaign, who: part.theirs };
        break;
      case 'list':
        campaign = { ...campaign, lists: put(campaign.lists, part.theirs, sameId) };
        break;
      case 'supplier':
        campaign = { ...campaign, suppliers: put(campaign.suppliers, part.theirs, sameId) };
        break;
      case 'use':
        campaign = { ...campaign, uses: put(campaign.uses, part.theirs, sameId) };
        break;
      case 'standing':
        campaign = {
          ...campaign,
          standing: put(
            campaign.standing,
            {
              ...part.theirs,
              askedBy: [...new Set([...(part.mine?.askedBy ?? []), ...part.theirs.askedBy])],
            },
            (one, other) => one.todo.id === other.todo.id && sameCover(one.covers, other.covers),
          ),
        };
        break;
      case 'settled':
        campaign = {
          ...campaign,
          settled: put(
            campaign.settled,
            part.theirs,
            (one, other) => one.question === other.question && sameCover(one.holds, other.holds),
          ),
        };
        break;
      case 'texts':
        campaign = { ...campaign, texts: textsTogether(part.mine, part.theirs) };
        break;
      case 'record':
        records.push(part.theirs);
        break;
    }
  }
  return { campaign: { ...whatIsThere(campaign), changedOn: at }, records };
}

/** Nothing names a list, a supplier or a use that was not taken with it. */
function whatIsThere(campaign: Campaign): Campaign {
  const ids = (items: readonly { readonly id: string }[]) => new Set(items.map(({ id }) => id));
  const [lists, suppliers, uses] = [ids(campaign.lists), ids(campaign.suppliers), ids(campaign.uses)];
  const covered = (cover: Cover) =>
    cover.for === 'campaign' || (cover.for === 'list' ? lists : suppliers).has(cover.id);
  return {
    ...campaign,
    uses: campaign.uses.map(({ calledBy, supersededBy, ...use }) => ({
      ...use,
      lists: use.lists.filter((id) => lists.has(id)),
      suppliers: use.suppliers.filter((id) => suppliers.has(id)),
      ...(calledBy !== undefined && uses.has(calledBy) ? { calledBy } : {}),
      ...(supersededBy !== undefined && uses.has(supersededBy) ? { supersededBy } : {}),
    })),
    standing: campaign.standing
      .filter(({ covers }) => covered(covers))
      .map((one) => ({ ...one, askedBy: one.askedBy.filter((use) => uses.has(use)) })),
    settled: campaign.settled.filter(({ holds }) => covered(holds)),
  };
}

const own = <Item>(mine: Item | undefined) => (mine === undefined ? {} : { mine });
const keyOf = (cover: Cover): string => (cover.for === 'campaign' ? 'campaign' : `${cover.for} ${cover.id}`);
const isSame = (one: object, other: object): boolean => canonicalJson(one) === canonicalJson(other);
const sameId = (one: { readonly id: string }, other: { readonly id: string }): boolean => one.id === other.id;

function put<Item>(items: readonly Item[], item: Item, same: (one: Item, other: Item) => boolean): Item[] {
  return items.some((one) => same(one, item))
    ? items.map((one) => (same(one, item) ? item : one))
    : [...items, item];
}

function relationOf(mine: object | undefined, theirs: object): Relation {
  if (mine === undefined) return 'new';
  return isSame(mine, theirs) ? 'same' : 'conflict';
}

function relationOfWho(mine: Who, theirs: Who): Relation {
  const fields = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])] as (keyof Who)[];
  const differing = fields.filter((field) => mine[field] !== theirs[field]);
  if (differing.length === 0) return 'same';
  if (differing.every((field) => isEmpty(mine[field]))) return 'new';
  return differing.every((field) => isEmpty(theirs[field])) ? 'older' : 'conflict';
}

const isEmpty = (value: string | undefined): boolean => value === undefined || value === '';

function relationOfUse(mine: Use | undefined, theirs: Use): Relation {
  if (mine === undefined) return 'new';
  if (isSame(mine, theirs)) return 'same';
  if (mine.decided === undefined || theirs.decided === undefined) {
    if (theirs.decided !== undefined) return 'new';
    if (mine.decided !== undefined) return 'older';
    return 'conflict';
  }
  // The same decision, and something else that differs; or two decisions about one use.
  return 'conflict';
}

function relationOfStanding(mine: Standing | undefined, theirs: Standing): Relation {
  if (mine === undefined) return 'new';
  if (isSame(mine.state, theirs.state)) return 'same';
  if (mine.state.is === 'not-yet') return 'new';
  return theirs.state.is === 'not-yet' ? 'older' : 'conflict';
}

function relationOfSettled(mine: Settled | undefined, theirs: Settled): Relation {
  if (mine === undefined) return 'new';
  const said = ({ answer, reasons }: Settled) => ({ answer, reasons });
  if (isSame(said(mine), said(theirs))) return 'same';
  return theirs.from.on < mine.from.on ? 'older' : 'conflict';
}

/** In conflict only where the same gap, condition or use of a text says two things. */
function relationOfTexts(mine: Texts | undefined, theirs: Texts): Relation {
  if (mine === undefined) return 'new';
  const together = textsTogether(mine, theirs);
  if (isSame(together, mine)) return 'same';
  return isSame(together, textsTogether(theirs, mine)) ? 'new' : 'conflict';
}

/** What both say; where they differ, what is taken in. */
function textsTogether(mine: Texts | undefined, theirs: Texts): Texts {
  if (mine === undefined) return theirs;
  return {
    gaps: { ...mine.gaps, ...theirs.gaps },
    conditions: { ...mine.conditions, ...theirs.conditions },
    used: byId([...mine.used, ...theirs.used]),
  };
}

function relationOfRecord(
  rows: readonly RecordRow[],
  theirs: RecordRow,
): { readonly is: Relation; readonly here?: RecordRow | undefined } {
  const same = rows.find(({ fingerprint }) => fingerprint === theirs.fingerprint);
  if (same !== undefined) return { is: 'same', here: same };
  const later = rows.find(({ supersedes }) => supersedes === theirs.fingerprint);
  if (later !== undefined) return { is: 'older', here: later };
  const other = rows.find(
    (row) =>
      row.fingerprint !== theirs.supersedes &&
      ((row.supersedes !== undefined && row.supersedes === theirs.supersedes) ||
        (row.use !== undefined && row.use === theirs.use && theirs.supersedes === undefined)),
  );
  return other === undefined ? { is: 'new' } : { is: 'conflict', here: other };
}
