import GithubSlugger from 'github-slugger';

/** The fragment of a worked example of a section, made from its title as Astro makes those of headings. */
export function exampleAnchor(title: string): string {
  return new GithubSlugger().slug(`example ${title}`);
}
