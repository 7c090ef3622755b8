/** Whether a file that is about to be handed over could be opened here again. */
import * as v from 'valibot';
import { MOST_BYTES, recordSchema } from './record.ts';
import { scanJson } from './scan-json.ts';

/**
 * Holds a record’s file against all that opening one asks of it.
 * @param file the whole of it
 * @param json the record inside it
 * @throws RangeError where the file is larger than one that is opened
 * @throws Error where the record would be refused
 */
export function mustReadBack(file: string | Uint8Array, json: string): void {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file).length : file.length;
  if (bytes > MOST_BYTES)
    throw new RangeError(`The file has ${bytes} bytes, and one of up to ${MOST_BYTES} is opened again.`);
  const scan = scanJson(json);
  let step = scan.next();
  while (step.done !== true) step = scan.next();
  if (step.value !== undefined) throw new Error(`The record could not be opened again: ${step.value}.`);
  v.parse(recordSchema, JSON.parse(json));
}
