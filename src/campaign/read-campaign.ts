/** The one door for a kept campaign: what the browser hands back may be half, foreign or from another version. */
import {
  parseKept,
  readWhatFits,
  writeWhatFits,
  type LeftOut,
  type Reading,
} from '../records/read-what-fits.ts';
import { CAMPAIGN_SCHEMA, campaignSchema, newCampaign, type Campaign } from './campaign.ts';

/** `kept` is the text as it was found, for the person to download. */
export type RestoredCampaign =
  | {
      readonly campaign: Campaign;
      /** Parts that could not be read, and are not in it. */
      readonly leftOut: readonly LeftOut[];
      readonly kept: string;
    }
  | { readonly problem: 'newer' | 'damaged'; readonly kept: string };

/** Without its id it is no campaign. One broken use costs no other; a broken decision costs not its use. */
const READING: Reading<Campaign> = {
  blank: (({ revision, who, lists, suppliers, uses, standing, settled, changedOn }) => ({
    revision,
    who,
    lists,
    suppliers,
    uses,
    standing,
    settled,
    changedOn,
  }))(newCampaign('', '1970-01-01T00:00:00Z')),
  depths: { who: 2, lists: 2, suppliers: 2, uses: 3, standing: 2, settled: 2, texts: 3 },
};

/** Whether a schema’s name is that of a campaign from a later version of the site. */
export function isNewerCampaign(schema: unknown): boolean {
  return (
    typeof schema === 'string' && schema !== CAMPAIGN_SCHEMA && /^clear-canvass\/campaign\/\d+$/.test(schema)
  );
}

/** Reads a kept campaign: what fits of it. */
export function restoreCampaign(text: string): RestoredCampaign {
  let parsed: unknown;
  try {
    parsed = parseKept(text);
  } catch {
    return { problem: 'damaged', kept: text };
  }
  if (typeof parsed === 'object' && parsed !== null && 'schema' in parsed && isNewerCampaign(parsed.schema))
    return { problem: 'newer', kept: text };
  const read = readWhatFits(campaignSchema, parsed, READING);
  return read === undefined
    ? { problem: 'damaged', kept: text }
    : { campaign: settle(read.value), leftOut: read.leftOut, kept: text };
}

/**
 * The JSON of a campaign as it is kept, and what had to be left out of it because it could not be read again.
 * @throws Error where it is no campaign.
 */
export function campaignToJson(campaign: Campaign): {
  readonly json: string;
  readonly leftOut: readonly LeftOut[];
} {
  const written = writeWhatFits(campaignSchema, campaign, READING);
  if (written === undefined) throw new Error('This campaign cannot be written so that it is read again.');
  return written;
}

/** Ids that stand twice among uses, lists or suppliers. */
export function repeatedIds({ uses, lists, suppliers }: Campaign): readonly string[] {
  const all = [uses, lists, suppliers].map((items) => items.map(({ id }) => id));
  return all.flatMap((ids) => ids.filter((id, place) => ids.indexOf(id) !== place));
}

/** What is left where a part was left out: no id twice, and no use decided without what it was decided to be. */
function settle(campaign: Campaign): Campaign {
  const once = <Item extends { readonly id: string }>(items: readonly Item[]): Item[] =>
    [...new Map(items.toReversed().map((item) => [item.id, item])).values()].toReversed();
  return {
    ...campaign,
    lists: once(campaign.lists),
    suppliers: once(campaign.suppliers),
    uses: once(campaign.uses).map((use) =>
      use.state === 'decided' && use.decided === undefined ? { ...use, state: 'begun' } : use,
    ),
  };
}
