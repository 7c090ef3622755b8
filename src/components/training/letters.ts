import type { Choice } from '../../records/training-data.ts';

/** The letter of a way, as it is shown and said. */
export const letterOf = (choice: Choice): string => (choice === 'unsure' ? '?' : choice.toUpperCase());
