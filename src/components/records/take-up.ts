/** Puts what a file of a checklist, a text or a training holds back where it is worked on, beside what is there already. */
import { textsOf } from '../../campaign/texts.ts';
import type { OtherFile } from '../../records/other-file.ts';
import { trainingDataOf } from '../../records/training-data.ts';
import { changeCampaign } from '../../storage/campaign.ts';
import { changeTicks } from '../../storage/ticks.ts';
import { changeProgress } from '../../storage/training.ts';

/** Nothing that is there already is lost: a box stays ticked, what is typed stays as it is, and so does what was decided. @returns whether it is kept */
export async function takeUp({ kind, record }: OtherFile): Promise<boolean> {
  if (kind === 'sheet') {
    const data = trainingDataOf(record);
    if (data === undefined) return false;
    return changeProgress((there) => {
      const decided = new Set(there.given.map(({ of }) => of));
      return {
        ...there,
        given: [...data.given.filter(({ of }) => !decided.has(of)), ...there.given],
        name: there.name === '' ? data.name : there.name,
        campaign: there.campaign === '' ? data.campaign : there.campaign,
        talked: there.talked === '' ? data.talked : there.talked,
      };
    });
  }
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
