import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FILE = fileURLToPath(new URL('../../../shared/standards/schemaorg-30.0-current-https.jsonld', import.meta.url));

interface Term {
  readonly '@id': string;
  readonly '@type': string | readonly string[];
  readonly [key: string]: unknown;
}

/** schema.org's types and properties, from its own published vocabulary. */
export class Vocabulary {
  readonly #terms: ReadonlyMap<string, Term>;

  private constructor(terms: ReadonlyMap<string, Term>) {
    this.#terms = terms;
  }

  /** Undefined where the vocabulary is not at hand. */
  static load(): Vocabulary | undefined {
    if (!existsSync(FILE)) return undefined;
    const { '@graph': graph } = JSON.parse(readFileSync(FILE, 'utf8')) as { '@graph': readonly Term[] };
    return new Vocabulary(new Map(graph.map((term) => [term['@id'], term])));
  }

  /** Everything in a JSON-LD value that the vocabulary does not know, or knows of other types only. */
  faultsIn(value: unknown, path = '$'): readonly string[] {
    if (Array.isArray(value)) return value.flatMap((item, i) => this.faultsIn(item, `${path}[${i}]`));
    if (typeof value !== 'object' || value === null) return [];
    const { '@type': type, '@graph': graph, '@context': _, ...rest } = value as Record<string, unknown>;
    if (graph !== undefined) return this.faultsIn(graph, path);
    const keys = Object.keys(rest).filter((key) => !key.startsWith('@'));
    if (type === undefined) return keys.length === 0 ? [] : [`${path}: no type`];
    if (!this.#isA(String(type), 'rdfs:Class')) return [`${path}: no type ${type}`];
    const family = this.#ancestors(String(type));
    return keys.flatMap((key) => {
      const property = this.#terms.get(`schema:${key}`);
      const here = `${path}.${key}`;
      if (property?.['@type'] !== 'rdf:Property') return [`${here}: no property`];
      if (property['schema:supersededBy']) return [`${here}: superseded`];
      const fits = idsOf(property['schema:domainIncludes']).some((domain) => family.has(domain));
      const faults = fits ? [] : [`${here}: not of ${type}`];
      return [...faults, ...this.#rangeFaults(rest[key], property, here), ...this.faultsIn(rest[key], here)];
    });
  }

  /** A thing must be of a type that the property takes; a text or number is let through where any data type is. */
  #rangeFaults(value: unknown, property: Term, path: string): readonly string[] {
    const ranges = idsOf(property['schema:rangeIncludes']);
    return (Array.isArray(value) ? value : [value]).flatMap((item: unknown) => {
      if (typeof item !== 'object' || item === null) {
        const plain = ranges.some((range) => this.#isData(range));
        // Google reads a text where a thing is expected, and schema.org allows it: `logo` is an address.
        return plain || typeof item === 'string' ? [] : [`${path}: no plain value`];
      }
      const type = (item as Record<string, unknown>)['@type'];
      if (type === undefined) return [];
      const family = this.#ancestors(String(type));
      return ranges.some((range) => family.has(range)) ? [] : [`${path}: takes no ${String(type)}`];
    });
  }

  #isA(name: string, kind: string): boolean {
    return [this.#terms.get(`schema:${name}`)?.['@type']].flat().includes(kind);
  }

  #isData(id: string): boolean {
    const family = this.#ancestors(id.slice('schema:'.length));
    return [...family].some((member) => [this.#terms.get(member)?.['@type']].flat().includes('schema:DataType'));
  }

  #ancestors(name: string): ReadonlySet<string> {
    const found = new Set<string>();
    const visit = (id: string): void => {
      if (found.has(id)) return;
      found.add(id);
      for (const parent of idsOf(this.#terms.get(id)?.['rdfs:subClassOf'])) visit(parent);
    };
    visit(`schema:${name}`);
    return found;
  }
}

function idsOf(value: unknown): readonly string[] {
  return [value].flat().flatMap((item) => (item ? [(item as { '@id': string })['@id']] : []));
}
