/** What a test asks of a browser, whichever engine is in it. Each engine has an adapter that does this much and no more. */

/** The engines that the tests know, by the names that people use for them; the one that takes longest begins. */
export const ENGINES = ['webkit', 'firefox', 'chromium'] as const;
export type EngineName = (typeof ENGINES)[number];

/** One tab in a browser of its own, which keeps nothing of any other tab's. */
export interface Tab {
  /** Loads an address and waits until the page and its files are there. */
  open(address: string): Promise<void>;
  reload(): Promise<void>;
  /** The browser's own back. */
  back(): Promise<void>;
  /** Runs a function in the page, where nothing of this file is known to it: all it needs has to be in `args`. */
  run<Args extends readonly unknown[], Result>(
    look: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result>;
  /** Presses what a selector finds first, as a mouse would, after bringing it to the middle of the window. */
  click(selector: string): Promise<void>;
  /** Types into a field, in place of what stands there. */
  type(selector: string, text: string): Promise<void>;
  /** Presses the tab key, to go on to the next control. */
  pressTab(): Promise<void>;
  /** Chooses a file of this machine for a file field. */
  choose(selector: string, path: string): Promise<void>;
  /** The size of what the page is shown in, in pixels. */
  resize(width: number, height: number): Promise<void>;
  /** Writes what is shown to a PNG file. */
  picture(path: string): Promise<void>;
  /** The folder into which the browser puts downloads; empty at first. */
  readonly downloads: string;
  /** What the page has reported since the tab was opened: errors of scripts, breaches of the security policy. */
  faults(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** A running engine. */
export interface Engine {
  readonly name: EngineName;
  newTab(): Promise<Tab>;
  close(): Promise<void>;
}
