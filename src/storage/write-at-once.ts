/** Several things written to the device together. Apart from opening it, which is all that most pages need. */
import type { IDBPTransaction, StoreNames } from 'idb';
import { openDevice, type Device } from './device.ts';
import { attempt } from './refusals.ts';

/**
 * Writes all that `run` asks for, or nothing of it: whatever goes wrong meanwhile, the device is as it was.
 * @throws what the browser throws where it refuses, and what `run` throws.
 */
export async function writeAtOnce<Store extends StoreNames<Device>, Result>(
  stores: readonly Store[],
  run: (writing: IDBPTransaction<Device, Store[], 'readwrite'>) => Promise<Result>,
): Promise<Result> {
  const device = await openDevice();
  try {
    const writing = device.transaction([...stores], 'readwrite');
    try {
      const result = await run(writing);
      await writing.done;
      return result;
    } catch (error) {
      void writing.done.catch(() => undefined);
      attempt(() => writing.abort());
      throw error;
    }
  } finally {
    device.close();
  }
}
