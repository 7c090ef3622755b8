/**
 * Typed text as every format can hold it. Halves of characters, which JSON refuses, become U+FFFD; control
 * characters other than tab and line ends, which XML refuses, are left out. All else stays as it was typed.
 */
export function cleanText(text: string): string {
  return text
    .replace(/[\p{Surrogate}\uFFFE\uFFFF]/gu, '\uFFFD')
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, '');
}
