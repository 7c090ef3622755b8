/** The register as a table: one row a record, with the columns that Article 30 of the UK GDPR asks for. */
import Papa from 'papaparse';

import { plainDate } from '../../records/dates.ts';
import type { DecisionRecord } from '../../records/record.ts';

/** What a spreadsheet could take for the beginning of a formula, in its wide forms too. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** What was said to the first of some questions that a record answers. */
const said = ({ steps }: DecisionRecord, ...questions: readonly string[]): string =>
  steps.find(({ question }) => questions.includes(question))?.said.join('; ') ?? '';

const VERDICTS = {
  stop: 'Stop',
  'proceed-if': 'Proceed, once these are done',
  proceed: 'Proceed',
  'not-needed': 'Not needed',
} as const;

/** Name of the column → what stands in it. Empty where the record does not say: the campaign fills it in. */
const COLUMNS: Readonly<Record<string, (record: DecisionRecord) => string>> = {
  'Decided on': ({ madeAt }) => plainDate(madeAt),
  Decision: ({ details }) => details.title,
  Controller: ({ details }) =>
    [details.campaign, details.kind?.name ?? ''].filter((text) => text.trim() !== '').join(', '),
  'Decided by': ({ details }) =>
    [details.decidedBy, details.role].filter((text) => text.trim() !== '').join(', '),
  'Joint controllers, suppliers and others who get the data': ({ details, suppliers }) =>
    [details.others, ...suppliers.map(({ name, service }) => [name, service ?? ''].join(' ').trim())]
      .filter((text) => text.trim() !== '')
      .join('; '),
  Purpose: (record) => said(record, 'purpose', 'activity', 'data'),
  'Kinds of people': (record) => said(record, 'people'),
  'Kinds of data': (record) => said(record, 'special-category', 'data-used', 'personal-data'),
  'Where the data came from': (record) =>
    [said(record, 'sources', 'source'), ...record.lists.map(({ name }) => name)]
      .filter((text) => text.trim() !== '')
      .join('; '),
  'Sent abroad, and how it is protected': (record) => said(record, 'where'),
  'Kept for how long': ({ details }) => details.keep,
  'How it is kept secure': () => '',
  Question: ({ questionnaire }) => questionnaire.title,
  'Result and basis': ({ outcome }) => outcome.name,
  Verdict: ({ outcome }) => VERDICTS[outcome.verdict],
  'Look at it again on': ({ details }) => (details.reviewOn === undefined ? '' : plainDate(details.reviewOn)),
  'Where the evidence is kept': ({ details }) => details.evidence,
  Fingerprint: ({ fingerprint }) => fingerprint,
};

/** The whole file, as RFC 4180 has it. It begins with the mark by which spreadsheets know UTF-8. */
export function registerCsv(records: readonly DecisionRecord[]): string {
  const rows = records.map((record) => Object.values(COLUMNS).map((column) => column(record)));
  const table = Papa.unparse(
    { fields: Object.keys(COLUMNS), data: rows },
    // What could be read as a formula begins with an apostrophe, which makes it text.
    { quotes: true, newline: '\r\n', escapeFormulae: FORMULA },
  );
  return `\uFEFF${table}\r\n`;
}
