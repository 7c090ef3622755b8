/** Reads what texts are made of: their words and all questionnaires’ logic, the same files for everybody, and what is kept here. */
import type { Campaign } from '../../campaign/campaign.ts';
import { textsOf } from '../../campaign/texts.ts';
import type { TextsFile } from '../../documents/file.ts';
import { fill, type FilledText } from '../../documents/fill.ts';
import { RULES } from '../../documents/index.ts';
import { knownFrom, type Known } from '../../documents/known.ts';
import { changedSince, type Changed } from '../../documents/stale.ts';
import type { Questionnaire } from '../../engine/define.ts';
import { readKeptRecord } from '../../records/read-kept-record.ts';
import { allDrafts } from '../../storage/all-drafts.ts';
import { loadCampaign, type CampaignLoaded } from '../../storage/campaign.ts';
import { listRecords, readRecords } from '../../storage/records.ts';
import { loadAllLogic } from '../questionnaire/load-logic.ts';

/** Where the files are, from the page. */
export interface Addresses {
  readonly words: string;
  readonly logic: string;
}

export interface Sources {
  readonly file: TextsFile;
  readonly logic: readonly Questionnaire[];
}

/** @throws Error when a file does not come. */
export async function loadSources({ words, logic }: Addresses): Promise<Sources> {
  const [file, questionnaires] = await Promise.all([
    fetch(words).then((response) => {
      if (!response.ok) throw new Error(`${words} answered ${response.status}.`);
      return response.json() as Promise<TextsFile>;
    }),
    loadAllLogic(logic),
  ]);
  return { file, logic: questionnaires };
}

export interface Kept {
  readonly loaded: CampaignLoaded;
  readonly campaign: Campaign | undefined;
  readonly known: Known;
}

/** What is kept in this browser, as texts are filled from it. */
export async function lookAtKept({ file, logic }: Sources): Promise<Kept> {
  const [loaded, { rows }, drafts] = await Promise.all([loadCampaign(), listRecords(), allDrafts()]);
  const jsons = await readRecords(rows.map(({ fingerprint }) => fingerprint));
  const campaign = 'campaign' in loaded ? loaded.campaign : undefined;
  return {
    loaded,
    campaign,
    known: knownFrom(
      { campaign, records: jsons.flatMap((json) => readKeptRecord(json) ?? []), drafts },
      { logic, words: file.asked, phrases: file.shared.phrases },
    ),
  };
}

/** A text as it is now; undefined where there is none of that id. */
export function filledText(
  id: string,
  { file }: Pick<Sources, 'file'>,
  known: Known,
  byHand: Pick<ReturnType<typeof textsOf>, 'gaps' | 'conditions'>,
): FilledText | undefined {
  const text = file.texts.find((one) => one.id === id);
  return text === undefined ? undefined : fill(text, RULES[id] ?? {}, known, byHand, file.shared);
}

/** A text that was used, and what it rests on and has changed since. */
export interface StaleText {
  readonly id: string;
  readonly title: string;
  readonly changed: readonly Changed[];
}

/** The texts that were used and are out of date. @throws Error when a file does not come. */
export async function staleTexts(addresses: Addresses): Promise<readonly StaleText[]> {
  const sources = await loadSources(addresses);
  const { campaign, known } = await lookAtKept(sources);
  if (campaign === undefined) return [];
  const texts = textsOf(campaign);
  return texts.used.flatMap((used) => {
    const filled = filledText(used.id, sources, known, texts);
    const changed = filled === undefined ? [] : changedSince(used, filled);
    return filled === undefined || changed.length === 0
      ? []
      : [{ id: used.id, title: filled.title, changed }];
  });
}
