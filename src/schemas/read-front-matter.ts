/** Reads a file that is a block of YAML between two lines of `---` and plain text below it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'astro/zod';
import { parseDocument } from 'yaml';
import { ContentError } from './content-error.ts';

/** What a file of plain text holds. */
export interface PlainFile<T> {
  readonly data: T;
  /** The text below the block, a paragraph each. */
  readonly paragraphs: readonly string[];
  /** Throws a ContentError about this file. */
  readonly fail: (found: string, remedy: string) => never;
}

/**
 * @param file relative to the root
 * @param where the module that says how the block is written
 * @throws ContentError where it is not written so
 */
export function readPlainFile<T>(
  root: string,
  file: string,
  schema: z.ZodType<T>,
  where: string,
): PlainFile<T> {
  const fail = (found: string, remedy: string): never => {
    throw new ContentError({ file, found, remedy });
  };
  const text = readFileSync(join(root, file), 'utf8').replace(/\r\n/g, '\n');
  const [, head, body] = /^---\n([\s\S]*?\n)---[ \t]*\n([\s\S]*)$/.exec(text) ?? [];
  if (head === undefined || body === undefined)
    return fail('it has no front matter', 'begin the file with a block between two lines of “---”');
  const yaml = parseDocument(head);
  const [error] = yaml.errors;
  if (error)
    return fail(
      `this is not well-formed YAML (${error.message.split('\n')[0] ?? ''})`,
      'put text that holds “: ” between double quotes',
    );
  const result = schema.safeParse(yaml.toJS());
  if (!result.success) {
    const [issue] = result.error.issues;
    return fail(
      `${issue?.path.join('.') || 'this'} will not do (${issue?.message ?? ''})`,
      `write it as its comment in ${where} says`,
    );
  }
  const paragraphs = body
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replaceAll('\n', ' '))
    .filter((paragraph) => paragraph !== '');
  if (paragraphs.length === 0) return fail('it has no text', 'write it below the second “---”');
  const mark = paragraphs.find((paragraph) => /[<{*_`]|^#|^- /.test(paragraph));
  if (mark !== undefined)
    return fail(`“${mark.slice(0, 40)}” holds a mark of MDX`, 'this is plain text: leave marks out');
  return { data: result.data, paragraphs, fail };
}
