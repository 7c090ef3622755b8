import type { Campaigner, Clause, Content, Moment } from '../../schemas/read-content.ts';

/** A part of the edition whose statements can be left out together: a section of the code, or the audits as a whole. */
export interface Subject {
  id: string;
  name: string;
}

/** The statements of one subject, in the order of the edition. */
export interface Group {
  subject: Subject;
  clauses: Clause[];
}

/** What holds at one moment. A statement stands in one of the four lists. */
export interface Checklist {
  moment: Moment;
  musts: Group[];
  shoulds: Group[];
  /** Put as a may, but a duty in some cases: they stand with what is asked, so that none is overlooked. */
  sometimes: Group[];
  mays: Group[];
  /** Those of all four lists. */
  subjects: Subject[];
}

const audits: Subject = { id: 'audits', name: 'The audits of seven parties' };

const subjectOf = ({ document, section, sectionTitle }: Clause): Subject =>
  document === 'audits-2020' ? audits : { id: section, name: sectionTitle };

function group(clauses: Clause[]): Group[] {
  const groups = new Map<string, Group>();
  for (const clause of clauses) {
    const subject = subjectOf(clause);
    const known = groups.get(subject.id);
    if (known) known.clauses.push(clause);
    else groups.set(subject.id, { subject, clauses: [clause] });
  }
  return [...groups.values()];
}

/** Put as a may, but a duty in some cases. */
const isSometimes = ({ strength, text }: Clause): boolean =>
  strength === 'may' && text.includes('in some cases must');

/** Whether a checklist asks for it, and does not only say that it is allowed. */
export const isAsked = (clause: Clause): boolean => clause.strength !== 'may' || isSometimes(clause);

/** The checklist of a moment, made from the clauses that name it. */
export function makeChecklist({ clauses }: Content, moment: Moment): Checklist {
  const due = clauses.filter((clause) => clause.moments.includes(moment));
  return {
    moment,
    musts: group(due.filter(({ strength }) => strength === 'must' || strength === 'must-not')),
    shoulds: group(due.filter(({ strength }) => strength === 'should' || strength === 'should-not')),
    sometimes: group(due.filter(isSometimes)),
    mays: group(due.filter((clause) => !isAsked(clause))),
    subjects: group(due).map(({ subject }) => subject),
  };
}

/** Every subject that a checklist has, in the order of the edition. */
export function listSubjects(content: Content): Subject[] {
  return group(content.clauses).map(({ subject }) => subject);
}

/** How many statements of the groups hold for a kind of campaigner; for all kinds together if none is named. */
export function countFor(groups: readonly Group[], who?: Campaigner): number {
  return groups
    .flatMap(({ clauses }) => clauses)
    .filter((clause) => who === undefined || clause.who.length === 0 || clause.who.includes(who)).length;
}

/** One phrase for each moment: what it takes in. */
export const momentSummaries: Readonly<Record<Moment, string>> = {
  'before-you-collect':
    'The ground to lay before you have anyone’s data: who answers for it, why you may use it, what you will tell people.',
  'at-the-door': 'For canvassers: what to say, what to write down, what to do when someone says no.',
  'before-you-contact': 'The checks to make before a letter, a call, a text or an advert goes out.',
  'when-someone-objects': 'What to do when someone says stop, or asks what you hold about them.',
  'after-polling-day': 'What to keep, what to delete, and how to decide.',
  'when-you-disband': 'What becomes of the data when the group comes to an end.',
};

/** How a checklist comes on paper. */
interface Paper {
  /** On how many sides of A4 it prints in one line for each statement: only where there are many. */
  inShort?: number;
  /** On how many with every word. */
  whole: number;
  /** Set as small as can still be read on a wall, because there are very many. */
  small?: boolean;
}

/**
 * On how many sides at most the musts and the shoulds of a moment print, whatever the font, once it has been chosen
 * who one is. A browser test prints each in wide and in narrow fonts and holds these figures.
 */
export const printedSides: Readonly<Record<Moment, Paper>> = {
  'before-you-collect': { inShort: 2, whole: 5, small: true },
  'at-the-door': { whole: 1 },
  'before-you-contact': { inShort: 2, whole: 4 },
  'when-someone-objects': { whole: 1 },
  'after-polling-day': { whole: 1 },
  'when-you-disband': { whole: 1 },
};

/** Whether a checklist is so long that paper has one line for each statement, unless somebody asks for every word. */
export const printsInShort = (moment: Moment): boolean => printedSides[moment].inShort !== undefined;

const sidesInWords = ['', 'one side', 'two sides', 'three sides', 'four sides', 'five sides'];

/** On how much paper a checklist prints, and how. */
export function paperFor(moment: Moment): string {
  const { inShort, whole } = printedSides[moment];
  const inWords = (sides: number): string => `${sidesInWords[sides] ?? ''} of A4`;
  if (inShort === undefined) return `They print on ${inWords(whole)}.`;
  return `In one line each, they print on ${inWords(inShort)}, once you have said who you are. Every word of them takes at most ${inWords(whole)}.`;
}
