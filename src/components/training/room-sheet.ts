/** What a led session leaves for the file: who, when, which scenarios, how the room split, what was hard, what was parked. */
import { plainTime, isoWithOffset } from '../../records/dates.ts';
import type { Led } from '../../records/led-session.ts';
import type { SheetBody } from '../../records/sheet.ts';
import { countOf, handsFor, tooMany, wayLetter, WAYS } from './room-run.ts';
import type { RoomScenario, RoomSession, RoomWords } from './room-words.ts';

const NOTICE =
  'This sheet is not legal advice, and it does not come from the regulator. It says what was talked through in the room, how hands were counted, and what was left open. It does not show that anybody passed or learned anything.';

/** As a sheet holds words. */
interface Said {
  text: string;
  typed?: true;
}
const own = (text: string): Said => ({ text });
const typed = (text: string): Said => ({ text, typed: true });
const given = (text: string): Said => (text.trim() === '' ? own('Not given') : typed(text.trim()));

/** The scenarios of a session, in its order. */
export const scenariosOf = (session: RoomSession, words: RoomWords): readonly RoomScenario[] =>
  session.steps.flatMap(({ scenario }) => (scenario === undefined ? [] : (words.scenarios[scenario] ?? [])));

/** The names, one a line. */
export const namesIn = (led: Pick<Led, 'names'>): readonly string[] =>
  led.names.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));

/** Whether more of the room chose otherwise than as the model does. */
export function partedFrom(led: Led, { id, best }: RoomScenario): boolean {
  const hands = handsFor(led, id);
  return hands[best] * 2 < countOf(hands);
}

export function sheetOf(
  led: Led,
  session: RoomSession,
  words: RoomWords,
): Omit<SheetBody, 'schema' | 'madeAt'> {
  const scenarios = scenariosOf(session, words);
  const voted = scenarios.filter(({ id }) => countOf(handsFor(led, id)) > 0);
  const names = namesIn(led);
  const parked = led.parked.map(({ scenario, ...others }) => ({
    ...others,
    at: scenario === undefined ? undefined : words.scenarios[scenario],
  }));
  return {
    kind: 'session',
    over: 'Attendance and learning',
    title: session.title,
    notice: NOTICE,
    shown: [
      {
        kind: 'section',
        id: 'session',
        heading: 'The session',
        blocks: [
          {
            kind: 'facts',
            facts: [
              { term: 'Campaign', said: [given(led.campaign)] },
              { term: 'Led by', said: [given(led.ledBy)] },
              { term: 'Began', said: [own(plainTime(isoWithOffset(new Date(led.startedAt))))] },
              { term: 'People', said: [own(led.people === undefined ? 'Not counted' : String(led.people))] },
              { term: 'Names', said: names.length === 0 ? [own('Not given')] : names.map(typed) },
              { term: 'Scenarios put to the vote', said: [own(`${voted.length} of ${scenarios.length}`)] },
            ],
          },
        ],
      },
      {
        kind: 'section',
        id: 'split',
        heading: 'How the room split',
        blocks: [
          {
            kind: 'table',
            caption: 'Hands for each way',
            columns: [
              'Scenario',
              ...WAYS.map((way) => (way === 'unsure' ? 'Not sure' : wayLetter[way])),
              'Model',
            ],
            rows: scenarios.map((scenario) => {
              const hands = handsFor(led, scenario.id);
              return [
                scenario.title,
                ...WAYS.map((way) => (countOf(hands) === 0 ? '–' : String(hands[way]))),
                wayLetter[scenario.best],
              ];
            }),
          },
          ...scenarios
            .filter(({ id }) => tooMany(led, id) > 0)
            .map(({ id, title }) => ({
              kind: 'paragraph' as const,
              said: own(
                `More hands than people were counted for “${title}”: ${countOf(handsFor(led, id))} of ${led.people ?? 0}.`,
              ),
            })),
        ],
      },
      {
        kind: 'section',
        id: 'hard',
        heading: 'What was hard',
        blocks: [
          {
            kind: 'facts',
            facts: [
              {
                term: 'Marked as hard',
                said: saidOr(scenarios.filter(({ id }) => led.hard.includes(id))),
              },
              {
                term: 'Fewer than half chose the model way',
                said: saidOr(voted.filter((scenario) => partedFrom(led, scenario))),
              },
              { term: 'In the words of whoever led', said: [given(led.learned)] },
            ],
          },
        ],
      },
      {
        kind: 'section',
        id: 'parked',
        heading: 'What was parked',
        blocks:
          parked.length === 0
            ? [{ kind: 'paragraph', said: own('Nothing.') }]
            : [
                {
                  kind: 'entries',
                  entries: parked.map(({ question, who, by, at }) => ({
                    text: question.trim() === '' ? own('A question without words') : typed(question.trim()),
                    facts: [
                      ...(at === undefined ? [] : [{ term: 'Came up at', said: [own(at.title)] }]),
                      { term: 'Who answers it', said: [given(who)] },
                      { term: 'By when', said: [given(by)] },
                    ],
                  })),
                },
              ],
      },
      {
        kind: 'section',
        id: 'taught',
        heading: 'What was taught',
        blocks: [
          {
            kind: 'entries',
            entries: scenarios.map(({ title, remember, rule }) => ({
              text: own(remember),
              facts: [
                { term: 'Scenario', said: [own(title)] },
                ...(rule === '' ? [] : [{ term: 'The code', said: [own(rule)] }]),
              ],
            })),
          },
        ],
      },
    ],
    data: {
      schema: led.schema,
      session: session.id,
      ...(led.people === undefined ? {} : { people: led.people }),
      cases: scenarios.map(({ id, title, best }) => ({ id, title, best, hands: { ...handsFor(led, id) } })),
      hard: [...led.hard],
      parked: led.parked.map(({ question, who, by, scenario }) => ({
        question,
        who,
        by,
        ...(scenario === undefined ? {} : { scenario }),
      })),
    },
  };
}

const saidOr = (scenarios: readonly RoomScenario[]): Said[] =>
  scenarios.length === 0 ? [own('None')] : scenarios.map(({ title }) => own(title));
