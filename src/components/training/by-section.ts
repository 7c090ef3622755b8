/** The scenarios as they are listed: each under the section of the code that it is about first. */
import type { Content } from '../../schemas/read-content.ts';
import type { Scenario } from '../../schemas/read-training.ts';

export interface SectionToTrain {
  readonly slug: string;
  readonly title: string;
  /** Where the section is, from the root of the site. */
  readonly href: string;
  /** The easiest first. */
  readonly scenarios: readonly Scenario[];
}

/** The sections of the code that have scenarios, in its order. */
export function scenariosBySection(content: Content): SectionToTrain[] {
  return content.sections.flatMap(({ slug, title, href }) => {
    const own = content.training.scenarios.filter(({ met }) => met[0] === slug);
    return own.length === 0 ? [] : [{ slug, title, href, scenarios: own }];
  });
}
