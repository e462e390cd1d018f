import { hash } from 'node:crypto';

/** A short name for a value: two values have the same one only if they are the same. */
export function fingerprint(value: unknown): string {
  return hash('sha256', JSON.stringify(value) ?? '', 'base64url').slice(0, 22);
}

/**
 * The same value, standing in fingerprints by its own: a teaser is part of many pages, and is written out once instead
 * of on each of them.
 */
export function withKey<T extends object>(value: T): T {
  let key: string | undefined;
  const toJSON = (): string => {
    key ??= fingerprint({ ...value });
    return key;
  };
  return Object.defineProperty(value, 'toJSON', { value: toJSON, enumerable: false });
}
