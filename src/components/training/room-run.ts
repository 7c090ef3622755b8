/** How a led session goes: its screens, what a key does, and what is wrong with a count. Pure, so that tests can follow it. */
import { MOST_PEOPLE, type Hands, type Led, type ParkedQuestion } from '../../records/led-session.ts';
import type { RoomScenario, RoomSession, RoomStep, RoomWords } from './room-words.ts';

/** The ways of a vote, the one of those who are not sure last. */
export const WAYS = ['a', 'b', 'c', 'unsure'] as const;
export type Way = (typeof WAYS)[number];

/** What stands on cards and keys. */
export const wayLetter: Readonly<Record<Way, string>> = { a: 'A', b: 'B', c: 'C', unsure: '?' };

/** How long people talk with whom they differ from, once the timer runs. Milliseconds. */
export const TIMER = 120_000;

/**
 * What stands on the wall. Each scenario is told, put to the vote, shown as it was split, and only then answered, so
 * that the room argues first.
 */
export type Screen =
  | { readonly at: 'step'; readonly step: RoomStep; readonly first: boolean }
  | {
      readonly at: 'case' | 'vote' | 'split' | 'way';
      readonly step: RoomStep;
      readonly scenario: RoomScenario;
      /** Which of the session’s scenarios it is, and of how many. */
      readonly number: number;
      readonly of: number;
    }
  | { readonly at: 'end' };

export const screenNames: Readonly<Record<Exclude<Screen['at'], 'step'>, string>> = {
  case: 'The situation',
  vote: 'The vote',
  split: 'How the room split',
  way: 'The model way',
  end: 'The end, and the sheet',
};

/** All screens of a session in their order. The last one is its end. */
export function screensOf(
  session: RoomSession,
  { scenarios }: Pick<RoomWords, 'scenarios'>,
): readonly Screen[] {
  const all = session.steps.flatMap(({ scenario }) => scenario ?? []);
  const screens = session.steps.flatMap((step, place): Screen[] => {
    const scenario = step.scenario === undefined ? undefined : scenarios[step.scenario];
    if (scenario === undefined) return [{ at: 'step', step, first: place === 0 }];
    const which = { step, scenario, number: all.indexOf(scenario.id) + 1, of: all.length };
    return (['case', 'vote', 'split', 'way'] as const).map((at) => ({ at, ...which }));
  });
  return [...screens, { at: 'end' }];
}

/** Where a session stands. A place that it has no more, as after a change of the session, is its nearest. */
export function screenOf(led: Led, screens: readonly Screen[]): Screen {
  return screens[Math.min(led.at, screens.length - 1)] ?? { at: 'end' };
}

export const NO_HANDS: Hands = { a: 0, b: 0, c: 0, unsure: 0 };
export const handsFor = (led: Pick<Led, 'votes'>, scenario: string): Hands =>
  (Object.hasOwn(led.votes, scenario) ? led.votes[scenario] : undefined) ?? NO_HANDS;
export const countOf = (hands: Hands): number => WAYS.reduce((sum, way) => sum + hands[way], 0);

/** How many more hands were counted for a scenario than there are people; 0 where that is not known, or not so. */
export function tooMany(led: Led, scenario: string): number {
  return led.people === undefined ? 0 : Math.max(0, countOf(handsFor(led, scenario)) - led.people);
}

/** The ways that had most hands: several where they are level, none where nobody voted. */
export function mostOf(hands: Hands): readonly Way[] {
  const most = Math.max(...WAYS.map((way) => hands[way]));
  return most === 0 ? [] : WAYS.filter((way) => hands[way] === most);
}

/** What can be typed for the sheet. */
export type Typed = Partial<Pick<Led, 'campaign' | 'ledBy' | 'names' | 'learned'>>;

export type Action =
  | { readonly do: 'next' | 'back' | 'end' }
  | { readonly do: 'hand'; readonly way: Way; readonly by: 1 | -1 }
  | { readonly do: 'park'; readonly id: string }
  | { readonly do: 'timer'; readonly now: number }
  /** The clock is put to the minute of the step that stands on the wall. */
  | { readonly do: 'clock'; readonly now: number }
  | { readonly do: 'people'; readonly people: number | undefined }
  | { readonly do: 'keys'; readonly on: boolean }
  | { readonly do: 'hard'; readonly scenario: string; readonly is: boolean }
  | {
      readonly do: 'word';
      readonly id: string;
      readonly part: Partial<Omit<ParkedQuestion, 'id' | 'scenario'>>;
    }
  | { readonly do: 'unpark'; readonly id: string }
  | { readonly do: 'type'; readonly typed: Typed };

/** The session after an action, with a revision more; the same one where the action changes nothing. */
export function after(led: Led, screens: readonly Screen[], action: Action): Led {
  const changed = change(led, screens, action);
  return changed === led ? led : { ...changed, revision: led.revision + 1 };
}

function change(led: Led, screens: readonly Screen[], action: Action): Led {
  const last = screens.length - 1;
  const at = Math.min(led.at, last);
  const screen = screenOf(led, screens);
  switch (action.do) {
    case 'next':
      return at === last ? led : withoutTimer({ ...led, at: at + 1 });
    case 'back':
      return at === 0 ? led : withoutTimer({ ...led, at: at - 1 });
    case 'end':
      return at === last ? led : withoutTimer({ ...led, at: last });
    case 'hand': {
      if (!('scenario' in screen)) return led;
      const { id } = screen.scenario;
      const hands = handsFor(led, id);
      const count = Math.min(MOST_PEOPLE, Math.max(0, hands[action.way] + action.by));
      return count === hands[action.way]
        ? led
        : { ...led, votes: { ...led.votes, [id]: { ...hands, [action.way]: count } } };
    }
    case 'park':
      return {
        ...led,
        parked: [
          ...led.parked,
          {
            id: action.id,
            ...('scenario' in screen ? { scenario: screen.scenario.id } : {}),
            question: '',
            who: '',
            by: '',
          },
        ],
      };
    case 'timer':
      return led.timer === undefined ? { ...led, timer: action.now + TIMER } : withoutTimer(led);
    case 'clock': {
      const minute = 'step' in screen ? screen.step.at : undefined;
      return minute === undefined ? led : { ...led, startedAt: action.now - minute * 60_000 };
    }
    case 'people': {
      const { people: before, ...others } = led;
      if (before === action.people) return led;
      return action.people === undefined ? others : { ...others, people: action.people };
    }
    case 'keys':
      return led.keys === action.on ? led : { ...led, keys: action.on };
    case 'hard': {
      const others = led.hard.filter((one) => one !== action.scenario);
      return { ...led, hard: action.is ? [...others, action.scenario] : others };
    }
    case 'word':
      return {
        ...led,
        parked: led.parked.map((one) => (one.id === action.id ? { ...one, ...action.part } : one)),
      };
    case 'unpark':
      return { ...led, parked: led.parked.filter(({ id }) => id !== action.id) };
    case 'type':
      return { ...led, ...action.typed };
  }
}

function withoutTimer(led: Led): Led {
  const { timer: _ended, ...others } = led;
  return others;
}

/** What a key press does. What it parks, or when, is up to whoever hears it. */
export type KeyDoes =
  | { readonly do: 'next' | 'back' }
  | { readonly do: 'park' }
  | { readonly do: 'timer' }
  | { readonly do: 'hand'; readonly way: Way; readonly by: 1 | -1 };

/** What of a key press is looked at. */
export type Press = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/**
 * Arrows, and the two keys that pointers for lecturers send, move on. Letters count hands; with Shift they take one
 * away. “?” needs Shift on most keyboards, so it always adds one, as its key does without Shift; N stands for it too,
 * and takes one away with Shift.
 */
export function keyDoes({ key, shiftKey, ctrlKey, altKey, metaKey }: Press): KeyDoes | undefined {
  if (ctrlKey || altKey || metaKey) return undefined;
  const by = shiftKey ? -1 : 1;
  switch (key.toLowerCase()) {
    case 'arrowright':
    case 'pagedown':
      return { do: 'next' };
    case 'arrowleft':
    case 'pageup':
      return { do: 'back' };
    case 'a':
    case 'b':
    case 'c':
      return { do: 'hand', way: key.toLowerCase() as 'a' | 'b' | 'c', by };
    case 'n':
      return { do: 'hand', way: 'unsure', by };
    case '?':
    case '/':
      return { do: 'hand', way: 'unsure', by: 1 };
    case 'p':
      return { do: 'park' };
    case 't':
      return { do: 'timer' };
    default:
      return undefined;
  }
}

/** Whether a key is a letter or a sign: those are what can be switched off. */
export const isLetter = ({ do: does }: KeyDoes): boolean => does !== 'next' && does !== 'back';

/** A length of time as a clock shows it, such as `12:05`; below nothing it is 0:00. */
export function clockOf(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
