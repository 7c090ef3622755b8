/**
 * What a campaign keeps of the texts that it uses: what was put in by hand, and what a text that was used rested on. A
 * text’s own words, and what fills them, are no part of it.
 */
import * as v from 'valibot';
import { textPlace, words } from '../records/fields.ts';
import type { Campaign } from './campaign.ts';

const id = v.pipe(v.string(), v.maxLength(100), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));

/** What a text that was used rested on. */
const usedSchema = v.strictObject({
  id,
  /** When it was last copied, printed, downloaded or found to be up to date. */
  on: v.pipe(v.string(), v.isoTimestamp()),
  rests: v.array(
    v.strictObject({
      place: textPlace,
      /** What it is, in words. */
      what: words,
      /** What was known of it. */
      said: words,
      /** Where that was known from, in words. */
      from: v.array(words),
    }),
  ),
});
export type UsedText = v.InferOutput<typeof usedSchema>;

export const textsSchema = v.strictObject({
  /** Gap → what was typed in it. */
  gaps: v.record(textPlace, words),
  /** Condition → whether it holds, where no record says. */
  conditions: v.record(textPlace, v.picklist(['yes', 'no'])),
  used: v.array(usedSchema),
});
export type Texts = v.InferOutput<typeof textsSchema>;

const NONE: Texts = { gaps: {}, conditions: {}, used: [] };

/** What is kept of texts; nothing where none was taken up. */
export const textsOf = ({ texts }: Pick<Campaign, 'texts'>): Texts => texts ?? NONE;

/** Types something into a gap; an empty text takes it back. */
export function typeInGap(campaign: Campaign, gap: string, typed: string, at: string): Campaign {
  const { [gap]: _before, ...others } = textsOf(campaign).gaps;
  const gaps = typed.trim() === '' ? others : { ...others, [gap]: typed };
  return { ...campaign, texts: { ...textsOf(campaign), gaps }, changedOn: at };
}

/** Says whether a condition holds; `undefined` takes that back. */
export function settleCondition(
  campaign: Campaign,
  condition: string,
  is: 'yes' | 'no' | undefined,
  at: string,
): Campaign {
  const { [condition]: _before, ...others } = textsOf(campaign).conditions;
  const conditions = is === undefined ? others : { ...others, [condition]: is };
  return { ...campaign, texts: { ...textsOf(campaign), conditions }, changedOn: at };
}

/** A text is used, or found to be up to date, with what it rests on now. */
export function useText(campaign: Campaign, used: UsedText, at: string): Campaign {
  const texts = textsOf(campaign);
  const others = texts.used.filter((one) => one.id !== used.id);
  return { ...campaign, texts: { ...texts, used: byId([...others, used]) }, changedOn: at };
}

/** One for each text, in the same order whichever was used last. */
export const byId = (used: readonly UsedText[]): UsedText[] =>
  [...new Map(used.map((one) => [one.id, one])).values()].sort((one, other) => (one.id < other.id ? -1 : 1));

/** What next year’s campaign takes over: what was typed for the campaign as a whole, and not for one of its uses. */
export function textsForNextYear({ texts }: Pick<Campaign, 'texts'>): Pick<Campaign, 'texts'> {
  const gaps = Object.fromEntries(Object.entries(texts?.gaps ?? {}).filter(([gap]) => !gap.includes('@')));
  return Object.keys(gaps).length === 0 ? {} : { texts: { ...NONE, gaps } };
}
