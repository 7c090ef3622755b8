/**
 * Checks the security policy of every built page and writes `_headers`, which static hosts read.
 *
 * Astro puts a policy into each page as a `<meta>`, with a hash for every script and style of the whole
 * project. Here each inline script and style is hashed again, and a page that its own policy would
 * break fails the build. The hashes that a page does not use are then taken out of it: they make it
 * some kilobytes larger and its policy wider. Files that a page loads need none: 'self' admits them.
 * The policy is also moved from the end of the head to its beginning: it binds only what follows it.
 *
 * The header carries the union of the pages' policies. A browser obeys both, so the page's own stays
 * the stricter; the header adds what a `<meta>` cannot say, and covers what is not a page. Hosts send a
 * header for each rule that fits, and policies that meet only get stricter: so the folder of the search
 * index, whose worker compiles WebAssembly, is left out of that rule and has one of its own.
 */
import { createHash } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { AstroIntegration } from 'astro';
import type { Document, Element } from 'domhandler';
import { DomUtils } from 'htmlparser2';

import { changePages, elementsOf } from './built-html.ts';

/** Sources by directive, such as `'self'` and hashes under `script-src`. */
type Policy = Map<string, string[]>;

/** Cloudflare Pages cuts off a longer line; other hosts allow more. */
const longestHeaderLine = 2000;

/** Content types of inline scripts that a browser runs, and to which `script-src` therefore applies. */
const scriptTypes = new Set(['', 'module', 'text/javascript', 'importmap', 'speculationrules']);

/** Browser features that this site never uses. Unknown names would be reported in the console. */
const unusedFeatures = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

/**
 * Runs after every integration that changes pages, and before the service worker's, which records
 * what the pages hold.
 */
export function headers(): AstroIntegration {
  return {
    name: 'headers',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const union: Policy = new Map([['frame-ancestors', ["'none'"]]]);
        changePages(folder, (tree, page) => {
          for (const [directive, sources] of checkPage(tree, page)) {
            union.set(directive, [...new Set([...(union.get(directive) ?? []), ...sources])]);
          }
        });
        const policyLine = formatPolicy(union);
        if (policyLine.length > longestHeaderLine) {
          logger.warn(
            `The Content-Security-Policy header has ${policyLine.length} characters; some hosts cut it off ` +
              `at ${longestHeaderLine}. Let more pages share their inline styles and scripts.`,
          );
        }
        writeFileSync(join(folder, '_headers'), formatHeaders(policyLine, listPaths(folder)));
      },
    },
  };
}

/**
 * Holds a page against its own policy, narrows that policy to what the page uses, and puts it before all that it binds.
 *
 * @param page its path in the build, for messages
 * @returns its policy; that of a page which only sends the reader elsewhere is empty
 * @throws Error naming the page and what the policy would block
 */
export function checkPage(tree: Document, page: string): Policy {
  const elements = elementsOf(tree);
  const meta = elements.find((element) => httpEquiv(element) === 'content-security-policy');
  const policy = parsePolicy(meta?.attribs['content'] ?? '');
  if (!meta && !elements.some((element) => httpEquiv(element) === 'refresh')) {
    throw new Error(`${page} has no Content-Security-Policy: does its layout have a <head>?`);
  }

  const used = new Set<string>();
  for (const element of elements) {
    checkAttributes(element, page);
    const directive = inlineDirective(element);
    if (directive === undefined) continue;
    const text = DomUtils.textContent(element);
    const hash = `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    if (!policy.get(directive)?.includes(hash)) {
      throw new Error(
        `${page}: no hash in its ${directive} covers the inline <${element.name}> that begins ` +
          `"${text.trim().slice(0, 60)}". Add one with Astro.csp.${element.name === 'style' ? 'insertStyleHash' : 'insertScriptHash'}.`,
      );
    }
    used.add(hash);
  }

  for (const [directive, sources] of policy) {
    policy.set(
      directive,
      sources.filter((source) => !source.startsWith("'sha256-") || used.has(source)),
    );
  }
  if (!meta) return policy;
  meta.attribs['content'] = formatPolicy(policy);
  const charset = elements.find((element) => element.attribs['charset'] !== undefined);
  if (charset) DomUtils.append(charset, meta);
  return policy;
}

function httpEquiv({ name, attribs }: Element): string | undefined {
  return name === 'meta' ? attribs['http-equiv']?.toLowerCase() : undefined;
}

/** The directive that decides on an inline script or style; undefined for anything else. */
function inlineDirective({ name, attribs }: Element): 'script-src' | 'style-src' | undefined {
  if (name === 'style') return 'style-src';
  if (name !== 'script' || attribs['src'] !== undefined) return undefined;
  return scriptTypes.has(attribs['type']?.toLowerCase() ?? '') ? 'script-src' : undefined;
}

/** No hash that this policy allows covers code in an attribute. */
function checkAttributes(element: Element, page: string): void {
  for (const [name, value] of Object.entries(element.attribs)) {
    if (name === 'style') {
      throw new Error(`${page}: <${element.name} style="${value}"> would be blocked. Use a class.`);
    }
    if (name.startsWith('on')) {
      throw new Error(
        `${page}: <${element.name} ${name}="…"> would be blocked. Add the listener in a script.`,
      );
    }
    if (name === 'href' && /^\s*javascript:/i.test(value)) {
      throw new Error(`${page}: a javascript: address would be blocked. Use a button and a script.`);
    }
  }
}

function parsePolicy(text: string): Policy {
  const directives = text.split(';').map((directive) => directive.trim().split(/\s+/));
  return new Map(directives.filter(([name]) => name).map(([name = '', ...sources]) => [name, sources]));
}

/** 'none' means nothing beside it: in a union it gives way to what another page needs. */
function formatPolicy(policy: Policy): string {
  return [...policy]
    .map(([directive, sources]) => {
      const kept = sources.length > 1 ? sources.filter((source) => source !== "'none'") : sources;
      return [directive, ...kept].join(' ');
    })
    .join('; ');
}

/** Everything at the top of the build but the search index, as patterns of `_headers`. */
function listPaths(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== 'pagefind' && name !== '_headers')
    .map((entry) => (entry.isDirectory() ? `/${entry.name}/*` : `/${entry.name}`));
  // The service worker is written last.
  return ['/', ...new Set([...entries, '/sw.js'])].sort();
}

/** What the worker of the search may do: fetch the index, and compile the code that reads it. */
const searchPolicy = formatPolicy(
  new Map([
    ['default-src', ["'none'"]],
    ['connect-src', ["'self'"]],
    ['script-src', ["'self'", "'wasm-unsafe-eval'"]],
    ['base-uri', ["'none'"]],
    ['form-action', ["'none'"]],
    ['frame-ancestors', ["'none'"]],
  ]),
);

/**
 * Scores 130 on the Mozilla Observatory's table (100; +10 for this policy, +10 for the resource policy,
 * +5 for the referrer policy, +5 for frame-ancestors). Strict-Transport-Security is the host's to
 * decide for its domain and the ones below it: the line speaks for this host name alone.
 */
function formatHeaders(policyLine: string, paths: readonly string[]): string {
  return `/*
  Cross-Origin-Opener-Policy: same-origin
  Cross-Origin-Resource-Policy: same-origin
  Permissions-Policy: ${unusedFeatures.map((feature) => `${feature}=()`).join(', ')}
  Referrer-Policy: no-referrer
  Strict-Transport-Security: max-age=63072000
  X-Content-Type-Options: nosniff
  X-Frame-Options: DENY

${paths.map((path) => `${path}\n  Content-Security-Policy: ${policyLine}\n`).join('\n')}
/pagefind/*
  Content-Security-Policy: ${searchPolicy}
  Cache-Control: public, max-age=31536000, immutable

/_astro/*
  Cache-Control: public, max-age=31536000, immutable

/logic/*
  Cache-Control: public, max-age=31536000, immutable

/sw.js
  Cache-Control: no-cache
`;
}
