/**
 * Reads the pages of a finished build, for the integrations that check or rewrite them.
 *
 * It walks tags, not a tree: what Astro writes is well formed, and all that is asked here is which
 * attributes stand where and what a `<script>` or `<style>` holds.
 */
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export interface Attribute {
  /** In lower case. */
  name: string;
  /** As written in the page, character references and all; empty for an attribute without a value. */
  value: string;
  /** Where the value begins and ends in the page, quotes left out. */
  start: number;
  end: number;
}

export interface Tag {
  /** In lower case. */
  name: string;
  attributes: Attribute[];
  /** Where the opening tag begins and ends in the page. */
  start: number;
  end: number;
  /** What stands between a `<script>` or `<style>` and its closing tag; empty for any other element. */
  text: string;
}

/** A piece of a page to be replaced. */
export interface Edit {
  start: number;
  end: number;
  replacement: string;
}

/** Elements whose content is text, in which no tag begins. */
const textElements = new Set(['script', 'style', 'textarea', 'title']);

const tagStart = /<(?:!--|[a-z][^\s/>]*)/gi;
const attribute = /[\s/]*(?:([^\s/>=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?|(>))/dy;

/** Paths of all pages of a build, relative to its folder, with forward slashes, in a fixed order. */
export function listPages(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** All opening tags of a page, in order; those inside comments are not tags. */
export function readTags(html: string): Tag[] {
  const tags: Tag[] = [];
  tagStart.lastIndex = 0;
  for (let match = tagStart.exec(html); match; match = tagStart.exec(html)) {
    if (match[0] === '<!--') {
      tagStart.lastIndex = endOf(html, '-->', match.index);
      continue;
    }
    const tag = readTag(html, match.index, match[0].slice(1).toLowerCase());
    tags.push(tag);
    tagStart.lastIndex = tag.end;
    if (textElements.has(tag.name)) {
      const close = html.slice(tag.end).search(new RegExp(`</${tag.name}[\\s/>]`, 'i'));
      const textEnd = close === -1 ? html.length : tag.end + close;
      if (tag.name === 'script' || tag.name === 'style') tag.text = html.slice(tag.end, textEnd);
      tagStart.lastIndex = textEnd;
    }
  }
  return tags;
}

/** The value of an attribute with its character references resolved, or undefined where it is absent. */
export function attributeOf(tag: Tag, name: string): string | undefined {
  const found = tag.attributes.find((candidate) => candidate.name === name);
  return found && decode(found.value);
}

/** Makes a value fit to stand in an attribute between double quotes. */
export function encodeAttribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

/** A page with the edits made, which must not overlap. */
export function applyEdits(html: string, edits: readonly Edit[]): string {
  let result = '';
  let done = 0;
  for (const edit of edits.toSorted((one, other) => one.start - other.start || one.end - other.end)) {
    result += html.slice(done, edit.start) + edit.replacement;
    done = edit.end;
  }
  return result + html.slice(done);
}

function readTag(html: string, start: number, name: string): Tag {
  const attributes: Attribute[] = [];
  attribute.lastIndex = start + 1 + name.length;
  for (let match = attribute.exec(html); match; match = attribute.exec(html)) {
    if (match[5] !== undefined) {
      return { name, attributes, start, end: attribute.lastIndex, text: '' };
    }
    const [valueStart, valueEnd] = match.indices?.slice(2, 5).find(Boolean) ?? [
      attribute.lastIndex,
      attribute.lastIndex,
    ];
    attributes.push({
      name: (match[1] ?? '').toLowerCase(),
      value: html.slice(valueStart, valueEnd),
      start: valueStart,
      end: valueEnd,
    });
  }
  throw new Error(`A <${name}> tag does not end: ${html.slice(start, start + 80)}`);
}

function endOf(html: string, text: string, from: number): number {
  const found = html.indexOf(text, from);
  return found === -1 ? html.length : found + text.length;
}

/** Resolves the references that Astro and Svelte write into attributes. */
function decode(value: string): string {
  const named: Record<string, string> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>' };
  return value.replace(/&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (decimal) return String.fromCodePoint(Number(decimal));
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return named[String(name).toLowerCase()] ?? whole;
  });
}
