import { z } from 'astro/zod';
import { CAMPAIGNERS } from '../questionnaires/shared-questions.ts';

/** How strongly the code puts a statement; `need to` counts as must. */
export const strengths = ['must', 'must-not', 'should', 'should-not', 'may'] as const;
export type Strength = (typeof strengths)[number];

/** The moments of a campaign for which a checklist is made. */
export const moments = [
  'before-you-collect',
  'at-the-door',
  'before-you-contact',
  'when-someone-objects',
  'after-polling-day',
  'when-you-disband',
] as const;
export type Moment = (typeof moments)[number];

/** The kinds of campaigner that the code tells apart; an empty list means everyone. */
export const campaigners = CAMPAIGNERS;
export type Campaigner = (typeof campaigners)[number];

/** What an outcome amounts to: stop < proceed-if < proceed, and not-needed beside them. */
export const verdicts = ['stop', 'proceed-if', 'proceed', 'not-needed'] as const;
export type Verdict = (typeof verdicts)[number];

/** The dated sets of rules, oldest first; a record is decided under the last. */
export { EDITIONS as editionIds, type EditionId } from '../questionnaires/editions.ts';

/** The two documents that the plain-English edition retells. */
export const documents = ['code-2019', 'audits-2020'] as const;
export type DocumentId = (typeof documents)[number];

/** Kebab-case, no dots: ids stand in addresses and in records for good. */
export const id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'an id is kebab-case: small letters, figures and single hyphens');

/** The id of a law change, as in the law list: letters, hyphen, figures. */
export const lawId = z.string().regex(/^[A-Z]{2,6}-\d{1,2}$/, 'a law id looks like LB-1');

/** `<authority-id> <pinpoint>`, such as `uk-gdpr 6(3)`. */
export const authorityRef = z
  .string()
  .regex(/^[a-z0-9-]+( \S.*)?$/, 'an authority is written as its id and a pinpoint, such as “uk-gdpr 6(3)”');

/** Words for the reader; never empty, no space at either end. */
export const words = z
  .string()
  .min(1, 'these words are missing')
  .refine((text) => text.trim() === text, 'these words begin or end with a space');

/** A day, or the month or year where no more is known. A front-matter reader may hand over a Date. */
export const date = z.preprocess(
  (value) =>
    value instanceof Date
      ? value.toISOString().slice(0, 10)
      : typeof value === 'number'
        ? String(value)
        : value,
  z
    .string()
    .regex(
      /^\d{4}(-\d{2}(-\d{2})?)?$/,
      'a date is written 2026-02-05, or 2026-02 or 2026 where no more is known',
    ),
);

/** A source on the web. */
export const url = z.string().regex(/^https?:\/\/\S+$/, 'an address starts with https:// or http://');

/**
 * For what people need a questionnaire, in the order in which that is offered: something has gone wrong, a use is planned,
 * data or helpers are got, people are sorted, or the poll is over.
 */
export const needs = ['trouble', 'plan', 'data', 'sorting', 'after'] as const;
export type Need = (typeof needs)[number];
