import { describe, expect, test } from 'vitest';
import type { Campaign } from '../../../src/campaign/campaign.ts';
import { compare, take } from '../../../src/campaign/merge.ts';
import { nextYear } from '../../../src/campaign/next-year.ts';
import { campaignToJson, restoreCampaign } from '../../../src/campaign/read-campaign.ts';
import { settleCondition, textsOf, typeInGap, useText } from '../../../src/campaign/texts.ts';
import { MONDAY, TUESDAY, ward, WEDNESDAY } from './example-campaign.ts';

const HOSTILE = '<img src=x onerror=alert(1)> ‮ =1+1\n👩‍👩‍👧';

const filledIn = (): Campaign =>
  useText(
    settleCondition(typeInGap(ward(), 'contact', HOSTILE, MONDAY), 'from-register', 'yes', MONDAY),
    {
      id: 'privacy-notice',
      on: MONDAY,
      rests: [{ place: 'use.title@use-letters', what: 'Called', said: 'Post letters', from: [] }],
    },
    TUESDAY,
  );

describe('Somebody who filled in a text', () => {
  test('finds it as she left it, whatever she typed', () => {
    const restored = restoreCampaign(campaignToJson(filledIn()).json);
    expect('campaign' in restored && restored.leftOut).toEqual([]);
    expect('campaign' in restored && restored.campaign.texts).toEqual(filledIn().texts);
  });

  test('takes back what she typed by emptying the gap', () => {
    expect(textsOf(typeInGap(filledIn(), 'contact', ' ', TUESDAY)).gaps).toEqual({});
  });

  test('loses one gap that cannot be read, and nothing else', () => {
    const broken = JSON.parse(campaignToJson(filledIn()).json) as {
      texts: { gaps: Record<string, unknown> };
    };
    broken.texts.gaps['today'] = 7;
    const restored = restoreCampaign(JSON.stringify(broken));
    expect('campaign' in restored && restored.campaign.texts?.gaps).toEqual({ contact: HOSTILE });
    expect('campaign' in restored && restored.leftOut).toEqual([['texts', 'gaps', 'today']]);
  });

  test('takes over next year what she typed for the whole campaign, and nothing of a use', () => {
    const typed = typeInGap(filledIn(), 'use.kept@use-letters', 'Until May', TUESDAY);
    const next = nextYear(typed, { campaign: 'campaign-next', use: () => 'use-next' }, WEDNESDAY);
    expect(next.texts).toEqual({ gaps: { contact: HOSTILE }, conditions: {}, used: [] });
  });
});

describe('Somebody who brings a campaign with texts', () => {
  const relation = (mine: Campaign, theirs: Campaign) =>
    compare(mine, [], { campaign: theirs, records: [] }).parts.find(({ what }) => what === 'texts')?.is;

  test('finds them new, the same or in conflict', () => {
    const mine = filledIn();
    expect(relation(ward(), mine)).toBe('new');
    expect(relation(mine, mine)).toBe('same');
    expect(relation(typeInGap(mine, 'today', 'Monday', TUESDAY), mine)).toBe('same');
    expect(relation(mine, typeInGap(mine, 'today', 'Monday', TUESDAY))).toBe('new');
    expect(relation(mine, typeInGap(mine, 'contact', 'Another', TUESDAY))).toBe('conflict');
  });

  test('has what both of them say once she takes them', () => {
    const mine = typeInGap(ward(), 'today', 'Monday', MONDAY);
    const comparison = compare(mine, [], { campaign: filledIn(), records: [] });
    const taken = take(mine, comparison, new Set(['texts']), WEDNESDAY).campaign;
    expect(taken.texts?.gaps).toEqual({ today: 'Monday', contact: HOSTILE });
    expect(taken.texts?.used.map(({ id }) => id)).toEqual(['privacy-notice']);
  });
});
