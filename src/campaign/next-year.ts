/** Begins next year’s campaign from this one. */
import { newCampaign, type Campaign } from './campaign.ts';
import { textsForNextYear } from './texts.ts';

/**
 * The same people, lists, suppliers and plans, with nothing done and nothing decided. Its lists are kept ones from now on,
 * and what was settled about them is asked again: a year and a poll lie between. What was typed into texts stays.
 */
export function nextYear(
  campaign: Campaign,
  ids: { readonly campaign: string; readonly use: () => string },
  at: string,
): Campaign {
  const { pollingDay: _passed, ...who } = campaign.who;
  return {
    ...newCampaign(ids.campaign, at),
    who,
    lists: campaign.lists.map((list) => ({ ...list, source: 'kept' })),
    suppliers: campaign.suppliers,
    uses: campaign.uses
      .filter(({ supersededBy }) => supersededBy === undefined)
      .map(({ title, plan, questionnaire, lists, suppliers }) => ({
        id: ids.use(),
        title,
        ...(plan === undefined ? {} : { plan }),
        questionnaire,
        state: 'planned',
        lists,
        suppliers,
      })),
    ...textsForNextYear(campaign),
    begunFrom: campaign.id,
  };
}
