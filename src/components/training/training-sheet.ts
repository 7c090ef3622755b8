/** Makes the record of somebody who learned alone. Fetched once it is asked for, and alike for every answer. */
import { cleanText } from '../../records/clean-text.ts';
import { todayHere, plainDate } from '../../records/dates.ts';
import type { Said } from '../../records/document.ts';
import { sheetContentOf } from '../../records/file-content.ts';
import { shortFingerprint } from '../../records/fingerprint.ts';
import { makeOnce } from '../../records/made-once.ts';
import { buildSheet, sheetFileName, type Sheet, type SheetSection } from '../../records/sheet.ts';
import { TRAINING_SCHEMA, choices, type Choice, type TrainingData } from '../../records/training-data.ts';
import { standing, type Progress } from '../../records/training-progress.ts';
import { strengthName } from '../code/clause-names.ts';
import { saveFile } from '../questionnaire/save-file.ts';
import type { RecordFormat } from '../records/formats.ts';
import { writeFile } from '../records/write-file.ts';
import { canFingerprint } from '../site/secure.ts';
import type { LearningFile, LearningScenario } from './learning-file.ts';
import { letterOf } from './letters.ts';

const NOTICE =
  'This record is not legal advice, and it does not come from the regulator. It sets down which scenarios of the training somebody decided alone, and what they chose each time. It does not show that they keep to it.';

const given = (text: string): { text: string; typed?: true } =>
  text.trim() === '' ? { text: 'Not given' } : { text, typed: true };

const isChoice = (chose: string): chose is Choice => (choices as readonly string[]).includes(chose);

/** What was chosen, in words. */
const wayOf = ({ ways }: LearningScenario, choice: Choice): string =>
  choice === 'unsure' ? 'Not sure' : `${letterOf(choice)}: ${ways[choice].text}`;

/** The sheet of what was decided so far. Answers to scenarios that the site no longer has are left out of it. */
export async function trainingSheet(
  progress: Progress,
  { scenarios, clauses }: LearningFile,
  now: Date,
): Promise<Sheet> {
  const byId = new Map(scenarios.map((one) => [one.id, one]));
  const all = progress.given.flatMap(({ of, chose, on }) =>
    byId.has(of) && isChoice(chose) ? [{ of, chose, on }] : [],
  );
  const met = [...new Set(all.map(({ of }) => of))].flatMap((id) => byId.get(id) ?? []);
  const { settled, back } = standing(
    met.map(({ id, best }) => ({ id, right: best })),
    all,
  );
  const [name, campaign, talked] = [progress.name, progress.campaign, progress.talked].map(cleanText) as [
    string,
    string,
    string,
  ];
  const days = [...new Set(all.map(({ on }) => on))].sort();
  const data: TrainingData = {
    schema: TRAINING_SCHEMA,
    name,
    campaign,
    talked,
    scenarios: met.map(({ id, title, best }) => ({ id, title, best })),
    given: all,
  };
  const whoAndWhen: SheetSection = {
    kind: 'section',
    id: 'learner',
    heading: 'Who and when',
    blocks: [
      {
        kind: 'facts',
        facts: [
          { term: 'Name', said: [given(name)] },
          { term: 'Campaign', said: [given(campaign)] },
          {
            term: 'Decided on',
            said: (days.length === 0 ? [todayHere()] : days).map((day) => ({ text: plainDate(day) })),
          },
          { term: 'Scenarios decided', said: [{ text: String(met.length) }] },
          { term: 'Settled', said: [{ text: String(settled.length) }] },
          { term: 'To come back to', said: [{ text: String(back.length) }] },
          { term: 'Talked through, or to be asked', said: [given(talked)] },
        ],
      },
    ],
  };
  const howItWent: SheetSection = {
    kind: 'section',
    id: 'scenarios',
    heading: 'How each went',
    blocks: [
      {
        kind: 'entries',
        entries: met.map((scenario) => ({
          mark: settled.includes(scenario.id) ? 'settled' : 'to come back to',
          text: { text: scenario.title },
          facts: [
            {
              term: 'Chosen',
              said: all
                .filter(({ of }) => of === scenario.id)
                .map(({ chose }): Said & { typed?: true } => ({ text: wayOf(scenario, chose) })),
            },
            { term: 'The model’s way', said: [{ text: wayOf(scenario, scenario.best) }] },
            { term: 'Remember', said: [{ text: scenario.remember }] },
            {
              term: 'Rests on',
              said: scenario.ways[scenario.best].clauses.map((id) => {
                const clause = clauses[id];
                return {
                  text:
                    clause === undefined ? id : `${strengthName(clause.strength)}: ${clause.short} (${id})`,
                };
              }),
            },
          ],
        })),
      },
    ],
  };
  return buildSheet(
    {
      kind: 'training',
      over: 'Training record',
      title: name.trim() === '' ? 'Learned alone' : name,
      notice: NOTICE,
      shown: met.length === 0 ? [whoAndWhen] : [whoAndWhen, howItWent],
      data,
    },
    now,
  );
}

const once = makeOnce<Sheet>();

/** What has become of a download: the fingerprint as people see it, or why there is none. */
export type Downloaded = { readonly fingerprint: string } | { readonly failed: 'insecure' };

/** Hands the record to the browser as a file. All formats of the same answers hold the same record. */
export async function downloadTraining(
  progress: Progress,
  file: LearningFile,
  format: RecordFormat,
): Promise<Downloaded> {
  if (!canFingerprint()) return { failed: 'insecure' };
  const sheet = await once(progress.given, progress, () => trainingSheet(progress, file, new Date()));
  const { extension, type, content } = await writeFile(format, sheetContentOf(sheet));
  saveFile(`${sheetFileName(sheet)}.${extension}`, type, content);
  return { fingerprint: shortFingerprint(sheet.fingerprint) };
}
