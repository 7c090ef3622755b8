/** What something is called, to be read before it on one line: with a colon, unless it ends in a mark of its own. */
export const labelled = (term: string): string => (/[\p{L}\p{N})”’]$/u.test(term) ? `${term}:` : term);
