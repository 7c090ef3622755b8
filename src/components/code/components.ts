import AuditPriorities from './AuditPriorities.astro';
import Clause from './Clause.astro';
import Example from './Example.astro';
import FormerClause from './FormerClause.astro';
import SinceDraft from './SinceDraft.astro';
import Term from './Term.astro';
import TwoThings from './TwoThings.astro';

/** What MDX content may use; given to `<Content components={…} />`. */
export const mdxComponents = { AuditPriorities, Clause, Example, FormerClause, SinceDraft, Term, TwoThings };
