/** Bundles one script by itself, outside the site’s own build. */
import { dirname } from 'node:path';

import { build, type Rolldown } from 'vite';

/**
 * The script as one file, the same for the same sources, and the files it was made from.
 *
 * @param entry path of its first module
 * @param format `iife` for a classic script, `es` for a module
 * @param virtual modules that are no files, or stand in for one: the name that they are imported by, and their code
 */
export async function bundleScript(
  entry: string,
  format: 'iife' | 'es',
  virtual: Readonly<Record<string, string>> = {},
): Promise<{ code: string; modules: string[] }> {
  const built = await build({
    configFile: false,
    envFile: false,
    logLevel: 'silent',
    mode: 'production',
    publicDir: false,
    root: dirname(entry),
    plugins: [
      {
        name: 'virtual-modules',
        // Before files are looked for, so that one can be stood in for.
        enforce: 'pre',
        resolveId: (id) => (id in virtual ? `\0${id}` : undefined),
        load: (id) => virtual[id.replace('\0', '')],
      },
    ],
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      reportCompressedSize: false,
      lib: { entry, formats: [format], name: 'script', fileName: 'script' },
      // A library's module would keep its white space.
      rolldownOptions: { output: { minify: true } },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[];
  const chunk = outputs[0]?.output[0];
  if (chunk === undefined) throw new Error(`${entry} did not bundle: it gave no output.`);
  return {
    code: chunk.code.trim(),
    modules: Object.keys(chunk.modules).filter((file) => !file.startsWith('\0')),
  };
}
