/** What pages ask of the service worker, and what it answers. */

export type Asked =
  /** A page has loaded: keep what is missing, unless the browser saves data and nobody asked for it. */
  | { readonly saves: boolean | undefined }
  /** Somebody asked for it: keep what is kept by itself, or everything. */
  | { readonly keep: 'by-itself' | 'everything' }
  /** Say what is kept. */
  | { readonly say: 'state' }
  /** Say whether the scripts and these files are kept, which all stand below the root. */
  | { readonly say: 'have'; readonly paths: readonly string[] };

export interface State {
  /** Pages that are kept, and how many there are. */
  readonly pages: number;
  readonly ofPages: number;
  /** What is missing of what is kept by itself, as it travels. Bytes. */
  readonly missing: number;
  /** What is missing of everything. Bytes. */
  readonly missingOfAll: number;
  /** Whether somebody asked for everything. */
  readonly everything: boolean;
  /** `waits`: the browser saves data, and nobody asked. `full`: the device had no room for more. */
  readonly doing: 'filling' | 'waits' | 'full' | 'resting';
}

/** How much of what was named is kept. */
export interface Have extends Pick<State, 'doing'> {
  readonly parts: number;
  readonly ofParts: number;
}
