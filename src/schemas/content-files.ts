/** Opens the files of the content and checks each by its schema. A fault is kept with its file, and never thrown. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'astro/zod';
import { parseDocument } from 'yaml';
import { ContentError } from './content-error.ts';
import { readMdx, type MdxBody } from './read-mdx.ts';

/** Splits front matter from body; the line is that on which the body begins. */
function splitFrontMatter(text: string): { data: string; body: string; bodyLine: number } | undefined {
  const match = /^---\n([\s\S]*?\n)---[ \t]*(?:\n|$)/.exec(text.replace(/\r\n/g, '\n'));
  if (!match) return undefined;
  const head = match[0];
  return {
    data: match[1] ?? '',
    body: text.replace(/\r\n/g, '\n').slice(head.length),
    bodyLine: head.split('\n').length,
  };
}

/** The files below one root, and what is wrong with those that were read. */
export class ContentFiles {
  /** The folder that holds `content/`. */
  readonly root: string;
  readonly problems: ContentError[] = [];

  constructor(root: string) {
    this.root = root;
  }

  /** Keeps a fault, to be told with all others. */
  report(fault: ConstructorParameters<typeof ContentError>[0]): void {
    this.problems.push(new ContentError(fault));
  }

  /** The files of a folder whose names match, relative to the root and sorted; none where there is no such folder. */
  list(folder: string, pattern: RegExp): string[] {
    const path = join(this.root, folder);
    if (!existsSync(path)) return [];
    return readdirSync(path)
      .filter((name) => pattern.test(name))
      .sort()
      .map((name) => `${folder}/${name}`);
  }

  /** What YAML says; undefined, and a fault, where it is not well-formed. */
  parseYaml(source: string, file: string): unknown {
    const document = parseDocument(source);
    const error = document.errors[0];
    if (error) {
      this.report({
        file,
        line: error.linePos?.[0].line,
        found: `this is not well-formed YAML (${error.message.split('\n')[0]?.replace(/\s+at line.*$/, '')})`,
        remedy: 'put text that holds “: ” or begins with a mark between double quotes',
      });
      return undefined;
    }
    return document.toJS() as unknown;
  }

  /** What was read, by its schema; undefined, and a fault for each thing that does not fit. */
  check<T>(schema: z.ZodType<T>, value: unknown, file: string, id?: string): T | undefined {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      const field = issue.path.join('.');
      const unknown = issue.code === 'unrecognized_keys';
      this.report({
        file,
        id,
        found: unknown
          ? `${issue.keys.join(', ')} ${field ? `in ${field} ` : ''}is not a field`
          : `${field || 'this'} will not do (${issue.message})`,
        remedy: unknown
          ? 'take it out or spell it as in src/schemas'
          : 'write it as its comment in src/schemas says',
      });
    }
    return undefined;
  }

  /** A file that is one list: the entries of it that fit. */
  readList<T>(file: string, schema: z.ZodType<T>): T[] {
    const path = join(this.root, file);
    if (!existsSync(path)) return [];
    const data = this.parseYaml(readFileSync(path, 'utf8'), file);
    if (data === undefined) return [];
    if (!Array.isArray(data)) {
      this.report({ file, found: 'this is not a list', remedy: 'begin each entry with “- id:”' });
      return [];
    }
    return data.flatMap((entry: unknown) => {
      const id = idOf(entry);
      const checked = this.check(schema, entry, file, id);
      return checked === undefined ? [] : [checked];
    });
  }

  /** The block between the first two lines of `---`, and what stands below it with the line on which that begins. */
  readFrontMatter<T>(
    file: string,
    schema: z.ZodType<T>,
  ): { data: T; body: string; bodyLine: number } | undefined {
    const parts = splitFrontMatter(readFileSync(join(this.root, file), 'utf8'));
    if (!parts) {
      this.report({
        file,
        found: 'it has no front matter',
        remedy: 'begin the file with a block between two lines of “---”',
      });
      return undefined;
    }
    const value = this.parseYaml(parts.data, file);
    if (value === undefined) return undefined;
    const data = this.check(schema, value, file);
    return data === undefined ? undefined : { data, body: parts.body, bodyLine: parts.bodyLine };
  }

  /** A body as MDX; an empty one, and a fault, where it is none. */
  readBody(body: string, file: string, line: number): MdxBody {
    try {
      return readMdx(body, file, line);
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      this.problems.push(error);
      return { headings: [], components: [], links: [], prose: [] };
    }
  }
}

/** The id that an entry names, if it is one; for messages. */
export function idOf(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null || !('id' in entry)) return undefined;
  return typeof entry.id === 'string' ? entry.id : undefined;
}
