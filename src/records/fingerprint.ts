/** The fingerprint of a record: SHA-256 over the RFC 8785 canonical JSON of all but the fingerprint itself. */
import canonicalize from 'canonicalize';

/** The canonical JSON of a value. @throws Error when it holds what JSON cannot, such as a lone surrogate. */
export function canonicalJson(value: object): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('This value has no canonical JSON.');
  return text;
}

/** 64 hex digits. Needs `crypto.subtle`, which browsers have on https, localhost and files opened from disk. */
export async function fingerprintOf(body: object): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalJson(body));
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The same body with its fingerprint. */
export async function withFingerprint<Body extends object>(
  body: Body,
): Promise<Body & { fingerprint: string }> {
  return { ...body, fingerprint: await fingerprintOf(body) };
}

/** Whether a record is as it was when its fingerprint was taken. */
export async function matchesFingerprint(record: { readonly fingerprint: string }): Promise<boolean> {
  const { fingerprint, ...body } = record;
  return (await fingerprintOf(body)) === fingerprint;
}

/** Eight groups of four: short enough to note on paper. */
export function shortFingerprint(fingerprint: string): string {
  return (fingerprint.slice(0, 32).match(/.{4}/g) ?? []).join(' ');
}
