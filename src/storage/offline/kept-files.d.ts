/** What can be kept, made by `src/integrations/service-worker.ts`. */
declare module 'virtual:kept-files' {
  /** In the order in which they are needed: what a page needs stands before it. */
  export const files: readonly (readonly [path: string, hash: string, bytes: number, asked?: 1])[];
  /** How many of them, from the first on, every page with scripts may need. */
  export const scripts: number;
}
