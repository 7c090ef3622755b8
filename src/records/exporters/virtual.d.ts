/** Addresses of the fonts that a PDF record embeds, made by `src/integrations/record-fonts.ts`. */
declare module 'virtual:record-fonts' {
  export const serif: string;
  export const strong: string;
  export const label: string;
}
