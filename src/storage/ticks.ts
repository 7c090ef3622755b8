/** Where the ticks of a checklist are kept. */
import { newTicks, restoreTicks, ticksToJson, type Ticks } from '../records/ticks.ts';
import { changeValue, keepingOfValue, loadValue, type KeptValue, type ValueLoaded } from './kept-value.ts';
import { ticksKey } from './presence.ts';

/** The ticks of a moment, and where they are kept. */
export const keptTicks = (moment: string): KeptValue<Ticks> => ({
  store: 'checklists',
  key: moment,
  inTab: ticksKey(moment),
  blank: () => newTicks(moment),
  restore: restoreTicks,
  toJson: ticksToJson,
});

/** The ticks of a moment, from where this tab keeps them. */
export const loadTicks = (moment: string): Promise<ValueLoaded<Ticks>> => loadValue(keptTicks(moment));

/** Makes a change to the ticks of a moment where this tab keeps them. @returns whether it is kept */
export async function changeTicks(moment: string, change: (ticks: Ticks) => Ticks): Promise<boolean> {
  const kept = keptTicks(moment);
  return (await changeValue(kept, keepingOfValue(kept), change)) === 'kept';
}
