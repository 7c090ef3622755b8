/** Formats in which a record can be had besides the HTML file, in the order in which they are offered. */
export const otherFormats = [
  { id: 'pdf', name: 'PDF', use: 'To send and to print. It has headings and lists for screen readers.' },
  { id: 'json', name: 'JSON', use: 'For other software.' },
] as const;

/** A format that carries the record whole, so that it can be opened here again. */
export type RecordFormat = 'html' | (typeof otherFormats)[number]['id'];
