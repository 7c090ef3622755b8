import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkWords } from '../questionnaires/check-words.ts';
import { questionnaires as published } from '../questionnaires/index.ts';
import { readContent, type ContentError, type ReadOptions } from '../schemas/read-content.ts';
import { checkContent } from './content-checks/check-content.ts';

/** The questionnaires whose words the site that is being built holds: the test site has its own besides. */
const questionnaires =
  process.env['CLEAR_CANVASS_FIXTURE'] === '1'
    ? [...published, ...(await import('../../tests/fixtures/site/questionnaires.ts')).questionnaires]
    : published;

/** Stops a build whose content has a fault, and names every fault in the log of the development server. */
export function contentChecks(options: ReadOptions = {}): AstroIntegration {
  let root = process.cwd();
  const check = (): ContentError[] => {
    const content = readContent(root, options);
    return [...checkContent(content), ...checkWords(content, questionnaires)];
  };
  return {
    name: 'content-checks',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:start': () => {
        const faults = check();
        if (faults.length > 0) {
          throw new Error(
            `${faults.length} fault(s) in the content:\n${faults.map((fault) => `  ${fault.message}`).join('\n')}`,
          );
        }
      },
      'astro:server:setup': ({ server, logger }) => {
        const tell = (): void => {
          for (const fault of check()) logger.error(fault.message);
        };
        tell();
        server.watcher.on('change', (path) => {
          if (path.startsWith(`${root}content`)) tell();
        });
      },
    },
  };
}

export default contentChecks;
