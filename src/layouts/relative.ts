/**
 * The way from a page to the root of the site, such as `../../`, so that the site works in any sub-folder.
 * `pathname` is `Astro.url.pathname`; `base` is the base that the site is built with.
 */
export function rootFrom(pathname: string, base = '/'): string {
  const inside = pathname.startsWith(base) ? pathname.slice(base.length) : pathname;
  const depth = inside.split('/').filter((part) => part !== '' && part !== 'index.html').length;
  return depth === 0 ? './' : '../'.repeat(depth);
}
