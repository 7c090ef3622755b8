/** Formats in which a record can be had besides the HTML file, in the order in which they are offered. */
export const otherFormats = [
  {
    id: 'docx',
    name: 'Word',
    use: 'To edit and to file. What you change in it stays in the Word file: opened here again, it is as it was made.',
  },
  { id: 'pdf', name: 'PDF', use: 'To send and to print. It has headings and lists for screen readers.' },
  { id: 'markdown', name: 'Markdown', use: 'For wikis and repositories.' },
  { id: 'text', name: 'plain text', use: 'The words alone: this one cannot be opened here again.' },
  { id: 'json', name: 'JSON', use: 'For other software.' },
] as const;

export type RecordFormat = 'html' | (typeof otherFormats)[number]['id'];
