import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { change } from './schemas/change.ts';
import { decision } from './schemas/decision.ts';
import { outcome } from './schemas/outcome.ts';
import { questionnaire } from './schemas/questionnaire.ts';
import { questionnaireFolders } from './schemas/read-content.ts';
import { section } from './schemas/section.ts';

/** Patterns below each folder of questionnaires. */
const below = (pattern: string): string[] => questionnaireFolders().map((folder) => `${folder}/${pattern}`);

/** The slug of `NN-<slug>.mdx`. */
const slugOf = ({ entry }: { entry: string }): string => entry.replace(/^\d+-/, '').replace(/\.mdx?$/, '');
const nameOf = ({ entry }: { entry: string }): string => entry.replace(/\.mdx?$/, '');

/** These render MDX; lists, citations and checks come from `schemas/read-content.ts`. */
export const collections = {
  sections: defineCollection({
    loader: glob({ base: './content/sections', pattern: '*.mdx', generateId: slugOf }),
    schema: section,
  }),
  audits: defineCollection({
    loader: glob({ base: './content/audits', pattern: '*.mdx', generateId: slugOf }),
    schema: section,
  }),
  /** Ids are `<questionnaire>`. */
  questionnaires: defineCollection({
    loader: glob({
      base: '.',
      pattern: below('*/index.mdx'),
      generateId: ({ entry }) => entry.split('/').at(-2) ?? entry,
    }),
    schema: questionnaire,
  }),
  /** Ids are `<questionnaire>/<outcome>`. */
  outcomes: defineCollection({
    loader: glob({
      base: '.',
      pattern: below('*/outcomes/*.mdx'),
      generateId: ({ entry }) =>
        `${entry.split('/').at(-3)}/${nameOf({ entry: entry.split('/').at(-1) ?? entry })}`,
    }),
    schema: outcome,
  }),
  changes: defineCollection({
    loader: glob({ base: './content/changes', pattern: ['*.md', '*.mdx', '!README.md'], generateId: nameOf }),
    schema: change,
  }),
  decisions: defineCollection({
    loader: glob({
      base: './content/decisions',
      pattern: ['*.md', '*.mdx', '!README.md'],
      generateId: nameOf,
    }),
    schema: decision,
  }),
};
