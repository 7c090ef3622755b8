import { z } from 'astro/zod';
import { authorityRef, editionIds, id, lawId, words } from './vocabulary.ts';

/** How strongly a to-do binds; must-by-statute where the code says less than the law. */
export const todoStrengths = ['must', 'should', 'must-by-statute'] as const;
export type TodoStrength = (typeof todoStrengths)[number];

/** When a to-do falls due. */
export const todoTimes = ['before', 'collecting', 'contact', 'during', 'after'] as const;
export type TodoTime = (typeof todoTimes)[number];

/** One entry of `content/todos.yaml`; questionnaires and outcomes name it by id. */
export const todo = z.strictObject({
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
});
export const todos = z.array(todo);
export type Todo = z.output<typeof todo>;
