import { z } from 'astro/zod';
import { authorityRef, editionIds, id, lawId, words } from './vocabulary.ts';

/** How strongly a to-do binds; must-by-statute where the code says less than the law. */
export const todoStrengths = ['must', 'should', 'must-by-statute'] as const;
export type TodoStrength = (typeof todoStrengths)[number];

/** When a to-do falls due. */
export const todoTimes = ['before', 'collecting', 'contact', 'during', 'after'] as const;
export type TodoTime = (typeof todoTimes)[number];

/** For what a to-do is done once: for the whole campaign, a list, a supplier, or each use. */
export const todoScopes = ['campaign', 'list', 'supplier', 'use'] as const;
export type TodoScope = (typeof todoScopes)[number];

/** What helps to do it. */
export const helpKinds = [
  'text',
  'form',
  'calculator',
  'questionnaire',
  'checklist',
  'page',
  'record',
] as const;
export type HelpKind = (typeof helpKinds)[number];

const count = z.number().int().positive();

/** One entry of `content/todos.yaml`; questionnaires and outcomes name it by id. */
export const todo = z
  .strictObject({
    /** Fixed once published: it stands in records. */
    id,
    /** What is to be done, in one sentence. */
    text: words,
    /** How to go about it. */
    how: words.optional(),
    /** How strongly it binds. */
    strength: z.enum(todoStrengths),
    /** When it falls due, in order. */
    when: z.array(z.enum(todoTimes)).min(1),
    /** The clauses that ask for it; none where only later law or our own advice does. */
    clauses: z.array(id),
    /** The law changes that ask for it. */
    law: z.array(lawId).optional(),
    /** The statute, where the strength comes from it. */
    authority: z.union([authorityRef, z.array(authorityRef).min(1)]).optional(),
    /** The first edition that has it; every edition if left out. */
    since: z.enum(editionIds).optional(),
    /** Where an edition gives it another strength. */
    strengthIn: z.partialRecord(z.enum(editionIds), z.enum(todoStrengths)).optional(),
    /** True where its words begin with a condition, so that it may rightly not apply. */
    conditional: z.boolean().optional(),
    /** True for our own advice, which no clause stands behind. */
    project: z.boolean().optional(),
    /** For what it is done once; for each use if left out. */
    scope: z.enum(todoScopes).optional(),
    /** Questions of which another answer than any before, such as a new channel, makes it due again. */
    reopens: z.array(id).min(1).optional(),
    /** For how long it counts as done. */
    lasts: z.union([z.strictObject({ months: count }), z.strictObject({ days: count })]).optional(),
    /** The thing on this site that helps to do it. */
    help: z
      .strictObject({
        kind: z.enum(helpKinds),
        /** Where it is, from the root of the site, without a slash at its beginning; a record needs none, being made at the end. */
        href: z
          .string()
          .regex(/^[a-z0-9][a-z0-9/-]*\/(#[A-Za-z0-9-]+)?$/, 'write it as pagename/ or pagename/#place')
          .optional(),
        /** What the link to it says. */
        label: words,
      })
      .refine(({ kind, href }) => (kind === 'record') === (href === undefined), {
        message: 'everything but the record itself is named by its href',
      })
      .optional(),
  })
  .refine(({ scope, reopens, lasts }) => (scope ?? 'use') !== 'use' || (reopens ?? lasts) === undefined, {
    path: ['scope'],
    message: 'reopens and lasts are for what is done once for more than one use: say for what',
  });
export const todos = z.array(todo);
export type Todo = z.output<typeof todo>;
