/** What the two windows of a led session say: one file for all sessions, so that no request tells which is led. */
import type { OptionLetter } from '../../schemas/scenario.ts';

export interface RoomScenario {
  readonly id: string;
  readonly title: string;
  readonly situation: readonly string[];
  readonly decide: string;
  readonly options: Readonly<Record<OptionLetter, { readonly text: string; readonly follows: string }>>;
  readonly best: OptionLetter;
  readonly unsure: string;
  /** What to remember, in one line. */
  readonly remember: string;
  /** The rule in one line: how strongly it binds, and what it asks. */
  readonly rule: string;
}

export interface RoomStep {
  /** Minutes after the beginning. */
  readonly at: number;
  readonly do: string;
  readonly say?: string | undefined;
  /** The id of the scenario that is put to the room. */
  readonly scenario?: string | undefined;
  readonly listen?: string | undefined;
  readonly park?: string | undefined;
}

export interface RoomSession {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly steps: readonly RoomStep[];
}

export interface RoomWords {
  readonly sessions: readonly RoomSession[];
  /** Those that sessions name, by id. */
  readonly scenarios: Readonly<Record<string, RoomScenario>>;
}
