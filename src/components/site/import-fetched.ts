/**
 * Fetches scripts before they are imported. Firefox and WebKit remember an import whose file did not come, and
 * give the same failure for that address until the page is loaded anew. So no import is begun before its files,
 * and those that they import in turn, are here: while the line is gone it is the fetch that fails, and a fetch can
 * be tried again.
 */

/** What has come, by address. Files that the page itself names are there before any script runs. */
const here = new Map<string, Promise<void>>();

function fetched(address: string): Promise<void> {
  const known = here.get(address);
  if (known !== undefined) return known;
  const coming = (async () => {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
    // To its last byte, so that the browser has the whole of it to hand.
    await response.arrayBuffer();
  })();
  here.set(address, coming);
  coming.catch(() => here.delete(address));
  return coming;
}

/**
 * Imports once all files have come. Vite's build puts this around every `import()` of the site.
 *
 * @param files all that the import needs, its own file included, relative to `base`
 * @throws Error when a file does not come; it can then be tried again
 */
export async function importOnceFetched<Module>(
  load: () => Promise<Module>,
  files: readonly string[] = [],
  base: string = location.href,
): Promise<Module> {
  const loaded = new Set(
    Array.from(document.querySelectorAll<HTMLLinkElement>('link[rel="modulepreload"]'), ({ href }) => href),
  );
  const addresses = files.map((file) => new URL(file, base).href);
  await Promise.all(addresses.filter((address) => !loaded.has(address)).map(fetched));
  return load();
}

/** Imports a module that imports no other, at an address relative to the page. @throws Error when it does not come; it can then be tried again. */
export function importFetched(file: string): Promise<unknown> {
  const address = new URL(file, location.href).href;
  return importOnceFetched(() => import(/* @vite-ignore */ address), [address]);
}
