import type { Text } from '../define.ts';
import { nothingPlanned, type Kind } from './kind.ts';

/** Free text, which is recorded and never routes. "I don't know yet" typed into it is text. */
export const text: Kind<Text> = {
  takes: (_question, _options, answer) => typeof answer === 'string' && answer.trim() !== '',
  walked: (_question, answer) => answer,
  named: () => 'any text',
  candidates: () => ['In words'],
  settlements: () => [],
  turnedOut: () => [],
  planned: nothingPlanned,
};
