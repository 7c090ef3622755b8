/** The editions of the rules, oldest first. A change of the law is a new one at the end; none is ever removed. */
export const EDITIONS = ['code-2019', 'law-2026-02', 'law-2026-06'] as const;

export type EditionId = (typeof EDITIONS)[number];

export interface Edition {
  readonly id: EditionId;
  /** What it is called on the page and in a record. */
  readonly name: string;
  /** First day on which it applied, ISO. */
  readonly from: string;
  /** Which layer of the law its words rest on. */
  readonly restsOn: string;
}

export const editions: readonly Edition[] = [
  {
    id: 'code-2019',
    name: 'The 2019 draft code',
    from: '2019-08-08',
    restsOn:
      'The regulator’s draft framework code of August 2019, a consultation draft that was never final.',
  },
  {
    id: 'law-2026-02',
    name: 'The law from 5 February 2026',
    from: '2026-02-05',
    restsOn: 'The draft code as changed by statute: UK GDPR and most of the Data (Use and Access) Act 2025.',
  },
  {
    id: 'law-2026-06',
    name: 'The law from 19 June 2026',
    from: '2026-06-19',
    restsOn:
      'The draft code as changed by statute: UK GDPR and the Data (Use and Access) Act 2025, with the duties about complaints that began on 19 June 2026.',
  },
];

/** The edition that decides a new record. */
export const DECIDING_EDITION: EditionId = 'law-2026-06';
