/** The checker and the style of an HTML record, made by `src/integrations/record-checker.ts`. */
declare module 'virtual:record-checker' {
  export const code: string;
  export const hash: string;
  export const style: string;
  export const styleHash: string;
}
