/**
 * Gives `virtual:questionnaire-logic`: the script that each questionnaire's page loads to decide, and the one that
 * holds all of them, for pages that are there for all records.
 *
 * Each is bundled by itself and not by the site's build, which would put what several questionnaires share into
 * files whose content and names follow which of them use it. So what is in a questionnaire's script depends on that
 * questionnaire alone, and no other file of the site changes when one is added.
 */
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { Plugin } from 'vite';

import type { Questionnaire } from '../engine/define.ts';
import { bundleScript } from './bundle-script.ts';

const name = 'virtual:questionnaire-logic';
const resolved = `\0${name}`;

/** Importing the list has refused what is unsound, so nobody’s browser need look again. */
const LEFT_OUT = { './sound.ts': 'export const refuseUnsound = () => undefined;' };

/** @param list path of the module that lists the questionnaires; the logic of each is `<id>/flow.ts` beside it */
export function questionnaireLogic(list: string): Plugin {
  return {
    name: 'questionnaire-logic',
    resolveId: (id) => (id === name ? resolved : undefined),
    async load(id) {
      if (id !== resolved) return undefined;
      const { questionnaires } = (await import(pathToFileURL(list).href)) as {
        readonly questionnaires: readonly Questionnaire[];
      };
      const script = async (entry: string, called: string) => {
        const { code, modules } = await bundleScript(entry, 'es', LEFT_OUT);
        for (const file of modules) this.addWatchFile(file);
        const hash = createHash('sha256').update(code).digest('hex').slice(0, 8);
        return { file: `${called}.${hash}`, code };
      };
      const one: Record<string, Awaited<ReturnType<typeof script>>> = {};
      for (const { id: questionnaire } of questionnaires) {
        one[questionnaire] = await script(join(dirname(list), questionnaire, 'flow.ts'), questionnaire);
      }
      const all = await script(list, 'all');
      return `export const one = ${JSON.stringify(one)};\nexport const all = ${JSON.stringify(all)};`;
    },
  };
}
