/** What the search can find, taken from the content: each entry leads to the very place that says it. */
import { momentSummaries } from '../components/checklists/checklist.ts';
import { momentNames } from '../components/code/clause-names.ts';
import type { SearchRecord } from '../components/search/search-record.ts';
import { exampleAnchor } from '../schemas/anchors.ts';
import type { Content, Section } from '../schemas/read-content.ts';
import { moments } from '../schemas/vocabulary.ts';

/** A record, and words that it can be found by besides those that are shown. */
export interface IndexedRecord extends SearchRecord {
  also: string;
}

/** Headings that stand on most pages and say nothing of what is under them: what is there is found by the rest. */
const furniture = new Set(['do-this-next', 'where-this-comes-from']);

/** Headings that are the same on most pages, so that they need the name of the page. */
const openings = new Set(['at-a-glance', 'introduction']);

/** What stands under a heading besides the clauses, which are found by themselves. */
function proseUnder(section: Section, slug: string, content: Content): string {
  const prose = section.mdx.prose
    .filter(({ under }) => under === slug)
    .map(({ text }) => text)
    .join(' ');
  return content.clauses
    .filter(({ file }) => file === section.file)
    .reduce((text, clause) => text.replace(clause.text, ''), prose)
    .replace(/\s+/g, ' ')
    .trim();
}

/** Every clause, section, heading, example, checklist, law change, term, questionnaire, question and outcome that has a page. */
export function listSearchRecords(content: Content): IndexedRecord[] {
  const sections = [...content.sections, ...content.audits];
  const headingOf = (section: Section, slug: string | undefined): string =>
    section.mdx.headings.find((heading) => heading.slug === slug)?.text ?? '';
  const placeOf = (section: Section): string =>
    section.document === 'audits-2020' ? `The audits: ${section.title}` : section.title;

  const clauses = content.clauses.flatMap((clause): IndexedRecord[] => {
    const section = sections.find(({ file }) => file === clause.file);
    const tag = section?.mdx.components.find(({ attributes }) => attributes['id'] === clause.id);
    if (!section || !tag) return [];
    return [
      {
        kind: 'statement',
        href: clause.href,
        text: clause.text,
        place: placeOf(section),
        strength: clause.strength,
        also: `${section.title} ${headingOf(section, tag.under)}`,
      },
    ];
  });

  const pages = sections.flatMap((section): IndexedRecord[] => [
    {
      kind: 'section',
      href: section.href,
      title: section.title,
      text: section.summary,
      place: section.document === 'audits-2020' ? 'The audits' : 'The code',
      also: '',
    },
    ...section.mdx.headings
      .filter(({ slug }) => !furniture.has(slug))
      .map(({ text, slug }): IndexedRecord => ({
        kind: 'section',
        href: `${section.href}#${slug}`,
        title: openings.has(slug) ? `${section.title}: ${text.toLowerCase()}` : text,
        text: proseUnder(section, slug, content),
        place: placeOf(section),
        also: section.title,
      })),
    ...section.mdx.components
      .filter(({ name }) => name === 'Example')
      .map(({ attributes, text }): IndexedRecord => ({
        kind: 'example',
        href: `${section.href}#${exampleAnchor(attributes['title'] ?? '')}`,
        title: attributes['title'] ?? '',
        text: [text, attributes['conclusion']].filter(Boolean).join(' '),
        place: placeOf(section),
        also: '',
      })),
  ]);

  const law = content.law.map((entry): IndexedRecord => ({
    kind: 'law',
    href: `law/${entry.id.toLowerCase()}/`,
    title: entry.title,
    text: entry.now,
    place: entry.kind === 'no-change' ? `No change seen, ${entry.id}` : `Law change ${entry.id}`,
    also: entry.touches.join(' '),
  }));

  const checklists = moments.map((moment): IndexedRecord => ({
    kind: 'checklist',
    href: `checklists/${moment}/`,
    title: momentNames[moment],
    text: momentSummaries[moment],
    place: 'Checklists',
    also: 'Checklist to tick off and print.',
  }));

  const terms = content.glossary.map((entry): IndexedRecord => ({
    kind: 'term',
    href: `glossary/#${entry.id}`,
    title: entry.term,
    text: entry.means,
    place: 'Glossary',
    also: '',
  }));

  const questionnaires = content.questionnaires
    .filter(({ draft }) => !draft)
    .flatMap(({ id, name, title, summary, questions, outcomes, examples, now }): IndexedRecord[] => [
      {
        kind: 'questionnaire',
        href: `questionnaires/${id}/`,
        title,
        text: summary,
        place: 'Decide',
        also: name,
        ...(now && { urgent: true }),
      },
      ...questions.map((question): IndexedRecord => {
        const options = Object.values(question.options ?? {}).map(({ label }) => label);
        return {
          kind: 'question',
          href: `questionnaires/${id}/worksheet/#${question.id}`,
          title: question.text,
          text: question.why,
          place: name,
          also: [question.hint, ...options].filter(Boolean).join(' '),
        };
      }),
      ...outcomes.map((outcome): IndexedRecord => ({
        kind: 'outcome',
        href: `questionnaires/${id}/outcomes/#${outcome.id}`,
        title: outcome.name,
        text: `${outcome.headline} ${outcome.why}`,
        place: name,
        also: (outcome.instead ?? []).join(' '),
      })),
      ...examples.map((example): IndexedRecord => ({
        kind: 'example',
        href: `questionnaires/${id}/how-it-decides/#${example.id}`,
        title: example.title,
        text: `${example.facts} ${example.because}`,
        place: name,
        also: '',
      })),
    ]);

  return [...clauses, ...pages, ...checklists, ...law, ...terms, ...questionnaires];
}
