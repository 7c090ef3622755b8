/** Puts what a file of a checklist or a text holds back where it is worked on, beside what is there already. */
import { textsOf } from '../../campaign/texts.ts';
import type { OtherFile } from '../../records/other-file.ts';
import { changeCampaign } from '../../storage/campaign.ts';
import { changeTicks } from '../../storage/ticks.ts';

/** Nothing that is there already is lost: a box stays ticked, and what is typed stays as it is. @returns whether it is kept */
export async function takeUp({
  kind,
  record,
}: Exclude<OtherFile, { readonly kind: 'sheet' }>): Promise<boolean> {
  if (kind === 'text') {
    const { gaps, conditions } = record.byHand;
    const saved = await changeCampaign((campaign) => {
      const texts = textsOf(campaign);
      return {
        ...campaign,
        texts: {
          ...texts,
          gaps: { ...gaps, ...texts.gaps },
          conditions: { ...conditions, ...texts.conditions },
        },
        changedOn: new Date().toISOString(),
      };
    });
    return saved.kept;
  }
  const { id } = record.moment;
  const ticked = Object.fromEntries(
    record.items.flatMap(({ clause, state }) => (state.is === 'ticked' ? [[clause, state.on] as const] : [])),
  );
  return changeTicks(id, (there) => ({
    ...there,
    ticked: { ...ticked, ...there.ticked },
    campaign: there.campaign === '' ? record.campaign : there.campaign,
    tickedBy: there.tickedBy === '' ? record.tickedBy : there.tickedBy,
  }));
}
