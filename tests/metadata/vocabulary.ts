import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import jsonld from 'jsonld';

const FILE = fileURLToPath(new URL('../../../shared/standards/schemaorg-30.0-current-https.jsonld', import.meta.url));
const SCHEMA = 'https://schema.org/';
// A day, or a time with its offset.
const ISO = /^\d{4}(?:-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d))?)?$/;

interface Term {
  readonly '@id': string;
  readonly '@type': string | readonly string[];
  readonly [key: string]: unknown;
}

/** A node of expanded JSON-LD: types and properties by their whole addresses, every value in a list. */
export type Node = Readonly<Record<string, unknown>>;

/** schema.org's types and properties, from its own published vocabulary. */
export class Vocabulary {
  readonly #terms: ReadonlyMap<string, Term>;
  readonly #context: object;

  private constructor(terms: ReadonlyMap<string, Term>) {
    this.#terms = terms;
    // As schema.org makes its own context: an address where no other text is taken, dates as such, and no word that is not defined.
    const entries = [...terms.values()]
      .filter(({ '@id': id }) => id.startsWith('schema:'))
      .map((term) => {
        const ranges = idsOf(term['schema:rangeIncludes']);
        const type =
          ranges.includes('schema:URL') && !ranges.includes('schema:Text')
            ? '@id'
            : ranges.find((range) => range === 'schema:Date' || range === 'schema:DateTime');
        return [
          nameOf(term),
          { '@id': iriOf(nameOf(term)), ...(type && { '@type': type.replace('schema:', SCHEMA) }) },
        ];
      });
    this.#context = { '@context': Object.fromEntries(entries) as object };
  }

  /** Undefined where the vocabulary is not at hand. */
  static load(): Vocabulary | undefined {
    if (!existsSync(FILE)) return undefined;
    const { '@graph': graph } = JSON.parse(readFileSync(FILE, 'utf8')) as { '@graph': readonly Term[] };
    return new Vocabulary(new Map(graph.map((term) => [term['@id'], term])));
  }

  /** The document as a JSON-LD processor understands it; throws at what it would drop. */
  expand(document: object): Promise<readonly Node[]> {
    return jsonld.expand(document, { safe: true, documentLoader: this.#load });
  }

  /** Each thing that the document speaks of once, whatever is said of it in several places put together. */
  flatten(document: object): Promise<readonly Node[]> {
    return jsonld.flatten(document, null, { safe: true, documentLoader: this.#load });
  }

  /** Everything in expanded JSON-LD that the vocabulary does not know, knows of other types only, or takes other values for. */
  faultsIn(value: unknown, path = '$'): readonly string[] {
    if (Array.isArray(value)) return value.flatMap((item, i) => this.faultsIn(item, `${path}[${i}]`));
    if (typeof value !== 'object' || value === null) return [`${path}: no node`];
    const node = value as Node;
    const keys = Object.keys(node).filter((key) => !key.startsWith('@'));
    const types = node['@type'] as readonly string[] | undefined;
    if (types === undefined) return keys.length === 0 ? [] : [`${path}: no type`];
    const unknown = types.filter((type) => !this.#isA(type, 'rdfs:Class'));
    if (unknown.length > 0) return unknown.map((type) => `${path}: no type ${type}`);
    const family = new Set(types.flatMap((type) => [...this.#ancestors(type)]));
    return keys.flatMap((key) => {
      const property = this.#terms.get(idOf(key));
      const here = `${path}.${key.replace(SCHEMA, '')}`;
      if (property?.['@type'] !== 'rdf:Property') return [`${here}: no property`];
      if (property['schema:supersededBy']) return [`${here}: superseded`];
      const fits = idsOf(property['schema:domainIncludes']).some((domain) => family.has(domain));
      const values = node[key] as readonly Node[];
      return [
        ...(fits ? [] : [`${here}: not of ${types.join(' ')}`]),
        ...values.flatMap((item, i) => this.#valueFaults(item, property, `${here}[${i}]`)),
      ];
    });
  }

  #valueFaults(item: Node, property: Term, path: string): readonly string[] {
    const ranges = idsOf(property['schema:rangeIncludes']);
    if ('@value' in item) return this.#literalFaults(item, ranges, path);
    const types = item['@type'] as readonly string[] | undefined;
    if (types === undefined) {
      const id = String(item['@id']);
      return /^(?:https?|mailto):\/?\/?[^\s/]/.test(id) ? [] : [`${path}: no whole address ${id}`];
    }
    const family = new Set(types.flatMap((type) => [...this.#ancestors(type)]));
    const taken = ranges.some((range) => family.has(range)) ? [] : [`${path}: takes no ${types.join(' ')}`];
    return [...taken, ...this.faultsIn(item, path)];
  }

  #literalFaults({ '@value': value, '@type': type }: Node, ranges: readonly string[], path: string): readonly string[] {
    if (type === `${SCHEMA}Date` || type === `${SCHEMA}DateTime`)
      return ISO.test(String(value)) ? [] : [`${path}: no date ${value}`];
    // schema.org allows a text where a thing is expected, and Google reads it.
    if (typeof value === 'string') return [];
    const wanted = typeof value === 'boolean' ? ['schema:Boolean'] : ['schema:Number', 'schema:Integer'];
    return ranges.some((range) => wanted.includes(range)) ? [] : [`${path}: takes no ${typeof value}`];
  }

  readonly #load = async (url: string) => {
    if (!/^https?:\/\/schema\.org\/?$/.test(url)) throw new Error(`only schema.org’s context is at hand, not ${url}`);
    return { documentUrl: url, document: this.#context };
  };

  #isA(iri: string, kind: string): boolean {
    return [this.#terms.get(idOf(iri))?.['@type']].flat().includes(kind);
  }

  #ancestors(iri: string): ReadonlySet<string> {
    const found = new Set<string>();
    const visit = (id: string): void => {
      if (found.has(id)) return;
      found.add(id);
      for (const parent of idsOf(this.#terms.get(id)?.['rdfs:subClassOf'])) visit(parent);
    };
    visit(idOf(iri));
    return found;
  }
}

/** The whole address of a type or property. */
export const iriOf = (name: string): string => SCHEMA + name;

const nameOf = ({ '@id': id }: Term): string => id.slice('schema:'.length);
const idOf = (iri: string): string => iri.replace(SCHEMA, 'schema:');

function idsOf(value: unknown): readonly string[] {
  return [value].flat().flatMap((item) => (item ? [(item as { '@id': string })['@id']] : []));
}
