/** Whether this browser can work out a fingerprint here: over plain http browsers keep from a page what it takes. */
export const canFingerprint = (): boolean =>
  (globalThis.crypto as Partial<Crypto> | undefined)?.subtle !== undefined;
