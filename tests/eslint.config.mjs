import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

import astro from 'eslint-plugin-astro';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = resolve(root, 'src');

/**
 * The folders of src through which imports run one way: each may import from its own step and from
 * those before it. Folders that are not listed stand outside the order, but none that is listed may
 * import from those that serve the build and not the site.
 */
const steps = [
  ['engine'],
  ['questionnaires'],
  ['records'],
  ['campaign'],
  ['documents'],
  ['storage'],
  ['components', 'layouts'],
  ['pages'],
];
const order = steps.map((folders) => folders.join(', ')).join(' ← ');
const buildOnly = ['commands', 'integrations', 'proof', 'scaffold'];

/**
 * Names that say nothing of what a folder holds. A function lives with its concept; one that two
 * concepts need is a concept.
 */
const emptyNames = new Set(['utils', 'util', 'lib', 'helpers', 'common', 'types', 'shared', 'misc']);

/**
 * Files in which `set:html` may stand, with the reason for each. All run at build alone: whatever a
 * reader typed, or an opened file holds, must never pass through it.
 */
const setHtmlAllowed = [
  // The site's own inline script, whose text has to stay as its hash in the policy was made from it.
  'src/layouts/Page.astro',
  // The script that holds an early Continue, for the same reason.
  'src/pages/questionnaires/[[]id[]]/index.astro',
  // Words of the content that Astro has rendered, and which are put back around a link.
  'src/components/code/Clause.astro',
  'src/components/code/Term.astro',
  // The words of a section, as Astro has rendered them, with their anchors told apart.
  'src/components/edition/Placed.astro',
  // Style rules made from the vocabulary, whose text has to stay as its hash in the policy was made from it.
  'src/pages/checklists/[[]moment[]].astro',
  'src/pages/clauses/index.astro',
  'src/pages/campaign/index.astro',
  // A drawing made from numbers in the source.
  'src/components/site/VerdictMark.astro',
];

/** @param {string} file @returns {string | undefined} the folder directly below src that it is in */
function folderInSource(file) {
  const path = relative(source, file);
  return path.startsWith('..') ? undefined : path.split(sep)[0];
}

/** @param {string | undefined} folder @returns {number} its place in the order; -1 where it has none */
function stepOf(folder) {
  return steps.findIndex((folders) => folders.includes(folder ?? ''));
}

/** @type {import('eslint').Rule.RuleModule} */
const importDirection = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      backwards: '{{from}} must not import from {{to}}: imports run {{order}}.',
      buildOnly: '{{from}} must not import from {{to}}, which is there for the build alone.',
    },
  },
  create(context) {
    const from = folderInSource(context.filename);
    if (from === undefined || stepOf(from) === -1) return {};

    /** @param {import('estree').Node | null | undefined} specifier */
    const check = (specifier) => {
      if (specifier?.type !== 'Literal' || typeof specifier.value !== 'string') return;
      const to = targetFolder(specifier.value, context.filename);
      if (to === undefined) return;
      if (buildOnly.includes(to)) {
        context.report({ node: specifier, messageId: 'buildOnly', data: { from, to } });
      } else if (stepOf(to) > stepOf(from)) {
        context.report({ node: specifier, messageId: 'backwards', data: { from, to, order } });
      }
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
    };
  },
};

/** @param {string} specifier @param {string} file the file that imports it */
function targetFolder(specifier, file) {
  if (specifier === '#questionnaires') return 'questionnaires';
  return specifier.startsWith('.') ? folderInSource(resolve(dirname(file), specifier)) : undefined;
}

/** @type {import('eslint').Rule.RuleModule} */
const folderNames = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { empty: 'A folder named "{{name}}" says nothing of what it holds: name the concept.' },
  },
  create(context) {
    const folders = relative(root, dirname(context.filename)).split(sep);
    const name = folders.find((folder) => emptyNames.has(folder));
    return {
      Program(node) {
        if (name !== undefined) context.report({ node, messageId: 'empty', data: { name } });
      },
    };
  },
};

const typed = {
  parser: tseslint.parser,
  projectService: true,
  tsconfigRootDir: root,
  extraFileExtensions: ['.svelte', '.astro'],
};

export default defineConfig(
  globalIgnores(['dist/', '.astro/', '.cache/', 'test-results/', 'playwright-report/', 'content/']),
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { house: { rules: { 'import-direction': importDirection, 'folder-names': folderNames } } },
    rules: { 'house/import-direction': 'error', 'house/folder-names': 'error' },
  },
  tseslint.configs.strict,
  svelte.configs.recommended,
  astro.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // A parameter may be there for its type alone; its name then begins with an underscore.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^xstate(/|$)',
              message: 'Only src/engine knows XState: use what the engine exports.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/engine/**', 'tests/**'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    // What runs in a terminal speaks through the console.
    files: ['src/commands/**', 'src/scaffold/**', 'tests/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/require-each-key': 'error',
      'svelte/button-has-type': 'error',
      'svelte/no-target-blank': 'error',
      // Addresses are made relative in the built page; SvelteKit's resolve() is not here.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    files: ['**/*.astro'],
    rules: { 'astro/no-set-html-directive': 'error' },
  },
  {
    files: setHtmlAllowed,
    rules: { 'astro/no-set-html-directive': 'off' },
  },
  {
    // Rules that need types: a promise nobody waits for is how a record gets lost.
    files: ['src/**/*.ts', 'tests/**/*.ts'],
    ignores: ['**/*.svelte.ts'],
    languageOptions: { parserOptions: typed },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
);
