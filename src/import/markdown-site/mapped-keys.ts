type Keys = Readonly<Record<string, unknown>>;

// Ours under which several values are gathered.
const LISTS = new Set(['authors', 'tags', 'redirectFrom', 'section']);
const FURTHER = new Set(['dateline', 'kind', 'series', 'language', 'noindex']);
// Names by which front matter of others says the same.
const NAMES: Readonly<Record<string, string>> = {
  section: 'categories',
  'image.alt': 'image_alt',
  'image.caption': 'image_caption',
  'image.credit': 'image_credit',
};

/** Front matter under the names that a mapping gives its keys: what was there under such a name gives way, and lists are joined. */
export function mappedKeys(written: Keys, mapping: Readonly<Record<string, string>>): { keys: Keys; further: Keys } {
  const keys: Record<string, unknown> = { ...written };
  const further: Record<string, unknown> = {};
  for (const theirs of Object.keys(mapping)) delete keys[theirs.split('.')[0] ?? ''];
  for (const [theirs, ours] of Object.entries(mapping)) {
    const value = valueAt(written, theirs.split('.'));
    if (ours === 'ignore' || value === undefined || value === null || value === '') continue;
    const name = NAMES[ours] ?? ours;
    if (FURTHER.has(ours)) further[ours] = value;
    else keys[name] = LISTS.has(ours) ? [...listed(keys[name]), ...listed(value)] : value;
  }
  return { keys, further };
}

function valueAt(keys: unknown, [first = '', ...rest]: readonly string[]): unknown {
  const value = typeof keys === 'object' && keys !== null ? (keys as Keys)[first] : undefined;
  return rest.length === 0 ? value : valueAt(value, rest);
}

function listed(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value === 'string') return value.split(/\s*,\s*/).filter((one) => one !== '');
  return value === undefined || value === null ? [] : [value];
}
