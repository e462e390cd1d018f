import type { ImportRules } from './import-rules.ts';

type Keys = Readonly<Record<string, unknown>>;

/** Front matter of an article, with what every article gets that says nothing of its own. */
export function withFixed(own: Keys, { fixed = {} }: Pick<ImportRules, 'fixed'>): Keys {
  const isEmpty = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);
  return { ...own, ...Object.fromEntries(Object.entries(fixed).filter(([key]) => isEmpty(own[key]))) };
}
