// @ts-expect-error The package has no types.
import readability from 'text-readability';

const syllableCount = (text: string): number => (readability as { syllableCount(text: string): number }).syllableCount(text);

/**
 * Terms of art, which a page explains and cannot do without. Each is measured as the plain words beside it, so that a page
 * is not called hard for naming what it is about.
 */
const termsOfArt: readonly (readonly [RegExp, string])[] = [
  [/\bspecial category (?:personal )?data\b/gi, 'special kind of data'],
  [/\bpersonal data\b/gi, 'facts'],
  [/\bpersonal information\b/gi, 'facts'],
  [/\bprivacy information\b/gi, 'notice'],
  [/\bdemocratic engagement\b/gi, 'taking part'],
  [/\blegitimate interests?\b/gi, 'good grounds'],
  [/\bdata protection\b/gi, 'data law'],
  [/\bpolitical campaign(ing|ers?|s)?\b/gi, 'campaign'],
  [/\bcampaign(ing|ers?)\b/gi, 'campaign'],
  [/\bpolitical (opinions?|part(?:y|ies))\b/gi, 'such $1'],
  [/\belectoral (register|law|commission)\b/gi, 'voting $1'],
  [/\bjoint controllers?\b/gi, 'joint heads'],
  [/\bcontrollers?\b/gi, 'heads'],
  [/\bprocessors?\b/gi, 'hired hands'],
  [/\bprocessing\b/gi, 'using'],
  [/\bautomated\b/gi, 'machine'],
  [/\bInformation Commission(?:er’s Office)?\b/g, 'office'],
  [/\b(?:UK )?GDPR\b/g, 'law'],
  [/\bDPIAs?\b/g, 'check'],
  [/\bPECR\b/g, 'law'],
  [/\b(?:Article|Articles|section|regulation|regulations|Schedule|paragraph)\s+\d+[A-Z]?(?:\(\w+\))*/g, 'law'],
];

/** Joins pieces of text so that each ends a sentence, and puts plain words for the terms of art. */
export function readable(pieces: string[]): string {
  const joined = pieces
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .map((piece) => piece.replace(/[;,:–]?( and| or)?$/, '').replace(/(?<![.?!]["”’)]*)$/, '.'))
    .join('\n');
  return termsOfArt.reduce((text, [term, plain]) => text.replace(term, plain), joined);
}

/** The Flesch–Kincaid grade of a text, with what it rests on. */
export function gradeOf(text: string): { words: number; sentence: number; grade: number } {
  const sentences = text.split(/(?<=[.?!]["”’)]*)\s+/).filter((sentence) => /\w/.test(sentence));
  const words = text.split(/\s+/).filter((word) => /\w/.test(word));
  if (words.length === 0) return { words: 0, sentence: 0, grade: 0 };
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllableCount(word.replace(/[^\w’'-]/g, '').replace(/[’']/g, ''))), 0);
  const sentence = words.length / sentences.length;
  return { words: words.length, sentence, grade: 0.39 * sentence + 11.8 * (syllables / words.length) - 15.59 };
}
