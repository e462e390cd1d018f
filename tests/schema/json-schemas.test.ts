import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, test } from 'vitest';
import { kindOf } from '../../src/content/content-files.ts';
import { ContentReader } from '../../src/content/content-reader.ts';
import { splitFrontMatter } from '../../src/content/front-matter.ts';
import { loadContent } from '../../src/content/load-content.ts';
import { parseYaml } from '../../src/content/yaml.ts';
import { vocabularyOf } from '../../src/publication/vocabulary.ts';
import { jsonSchemas, type SchemaName, type Vocabulary } from '../../src/schema/json-schemas.ts';
import { ROOT } from '../cli/run-dateline.ts';
import { WRONG_FRONT_MATTER } from '../diagnostics/invalid-sites/front-matter.ts';
import { BROKEN_REFERENCES } from '../diagnostics/invalid-sites/references.ts';
import { WRONG_SETTINGS } from '../diagnostics/invalid-sites/settings.ts';

const CONTENT = path.join(ROOT, 'content');

/** Faults that a look at one value by itself can find; the others need the calendar, other files or other keys. */
const SEEN_BY_SCHEMA = new Set([
  'articles: a key is misspelt',
  'articles: a key of a picture is misspelt',
  'articles: a picture has no file',
  'articles: there is no title',
  'articles: the title is left empty',
  'articles: the headline is a number to YAML',
  'articles: draft is the word false in quotes',
  'articles: tags are one text',
  'articles: the kind is none that exists',
  'articles: the canonical address has no scheme',
  'articles: there is no date',
  'articles: the date is in words',
  'articles: the date is a year alone',
  'articles: a slug has capitals and spaces',
  'articles: a slug would leave its folder',
  'articles: an author’s id is misspelt',
  'articles: a section is misspelt',
  'articles: a series is misspelt',
  'articles: a series is called by its title',
  'site.yaml: a key of site.yaml is misspelt',
  'site.yaml: site.yaml has no url',
  'site.yaml: the pattern of addresses would leave the site',
  'site.yaml: the pattern of addresses has a placeholder that does not exist',
  'site.yaml: a colour is not written as one',
]);

test('every file of the demonstration newspaper is right by its schema', async () => {
  const validators = compile(await vocabulary(CONTENT));
  const names = (await readdir(CONTENT, { recursive: true })).map((name) => name.replaceAll(path.sep, '/'));
  const wrong: unknown[] = [];
  let checked = 0;
  for (const name of names) {
    const schema = schemaOf(name);
    if (!schema) continue;
    checked++;
    const validate = validators(schema);
    if (!validate(dataOf(name, await readFile(path.join(CONTENT, name), 'utf8')))) wrong.push([name, validate.errors]);
  }
  expect(checked).toBeGreaterThan(100);
  expect(wrong).toEqual([]);
});

test('what a schema can see of the mistakes that editors make, it sees', () => {
  const validators = compile({
    section: [{ value: 'news' }, { value: 'opinion' }],
    author: [{ value: 'olha-petrenko' }],
    series: [{ value: 'winter-grid' }],
  });
  const seen = new Set<string>();
  for (const { when, files, at } of [...WRONG_FRONT_MATTER, ...BROKEN_REFERENCES, ...WRONG_SETTINGS]) {
    const name = at.replace(/:\d+:\d+$/, '');
    const schema = schemaOf(name);
    const text = files[name];
    if (!schema || typeof text !== 'string') continue;
    if (!validators(schema)(dataOf(name, text))) seen.add(`${name.split('/')[0]}: ${when}`);
  }
  expect([...SEEN_BY_SCHEMA.difference(seen)]).toEqual([]);
});

describe('a schema offers', async () => {
  const { article, front } = jsonSchemas(await vocabulary(CONTENT)) as Record<string, Loose>;

  test('the sections, authors and series that exist, with their names', () => {
    const { section, author, authors, series } = article?.properties ?? {};
    expect(section?.enum).toEqual(['ukraine', 'world', 'economy', 'science', 'culture', 'opinion', null]);
    expect(section?.enumDescriptions?.slice(0, 2)).toEqual(['Ukraine', 'World']);
    expect(authors?.items?.enum).toContain('daria-kovtun');
    expect(author?.enumDescriptions).toContain('Daria Kovtun');
    expect(series?.enum).toContain('zelena-street');
  });

  test('tags, without forbidding a new one', () => {
    const [known, other] = article?.properties?.['tags']?.items?.anyOf ?? [];
    expect(known?.enum).toContain('Mariupol');
    expect(other).toEqual({ type: 'string', minLength: 1 });
  });

  test('articles by their files, the newest first', () => {
    const paths = article?.properties?.['related']?.items?.anyOf?.[0]?.enum;
    expect(paths?.[0]).toBe('2030/01/time-capsule.md');
    expect(JSON.stringify(front)).toContain('2025/07/prisoner-exchange.md');
  });

  test('descriptions and examples for every key', () => {
    for (const [key, property] of Object.entries(article?.properties ?? {}))
      expect(property.description, key).toBeTruthy();
    expect(article?.properties?.['dateline']?.examples).toEqual(['KYIV']);
  });
});

test('the same content gives the same schemas', async () => {
  expect(JSON.stringify(jsonSchemas(await vocabulary(CONTENT)))).toBe(
    JSON.stringify(jsonSchemas(await vocabulary(CONTENT))),
  );
});

interface Loose {
  readonly properties?: Readonly<Record<string, Loose>>;
  readonly items?: Loose;
  readonly anyOf?: readonly Loose[];
  readonly enum?: readonly unknown[];
  readonly enumDescriptions?: readonly string[];
  readonly description?: string;
  readonly examples?: readonly unknown[];
}

async function vocabulary(content: string): Promise<Vocabulary> {
  return vocabularyOf(await loadContent(content, new ContentReader(1))) ?? {};
}

/** Validators by schema, each compiled when it is first asked for. */
function compile(names: Vocabulary): (name: SchemaName) => ValidateFunction {
  const schemas = jsonSchemas(names);
  const ajv = new Ajv({ allowUnionTypes: true, formats: { email: true, uri: true } });
  ajv.addKeyword('enumDescriptions');
  return (name) => ajv.getSchema(name) ?? ajv.addSchema(schemas[name], name).getSchema(name) ?? expect.fail(name);
}

function schemaOf(name: string): SchemaName | undefined {
  const kind = kindOf(name);
  if (kind) return kind;
  return /^(site|front|redirects|gone)\.yaml$/.exec(name)?.[1] as SchemaName | undefined;
}

function dataOf(name: string, text: string): unknown {
  if (name.endsWith('.json')) return JSON.parse(text);
  return name.endsWith('.md') ? splitFrontMatter(name, text).data : parseYaml(text).data;
}
