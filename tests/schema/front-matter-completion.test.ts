import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SchemaWriter } from '../../src/cli/schema-writer.ts';
import { ContentReader } from '../../src/content/content-reader.ts';
import { loadContent } from '../../src/content/load-content.ts';
import { SCHEMA_FILES } from '../../src/schema/json-schemas.ts';
import { ROOT } from '../cli/run-dateline.ts';
import { readDocument } from '../docs/markdown-file.ts';

interface Position {
  readonly line: number;
  readonly character: number;
}

interface FrontMatterService {
  complete(file: string, text: string, at: Position): Promise<readonly { label: string; insertText?: string }[]>;
  hover(file: string, text: string, at: Position): Promise<{ contents: { value: string } } | undefined>;
  validate(file: string, text: string): Promise<readonly { message: string; range: { start: Position } }[]>;
}

const EXTENSION = path.join(ROOT, '.vscode/extensions/front-matter');
const ARTICLE = '/home/olha/lantern/content/articles/2026/07/ferries.md';

// The extension that VS Code loads, with the YAML language server itself; only VS Code is missing.
describe('in the front matter of an article', () => {
  let service: FrontMatterService;
  let schemas: string;

  beforeAll(async () => {
    schemas = await mkdtemp(path.join(tmpdir(), 'dateline-schemas-'));
    await new SchemaWriter(schemas).write(await loadContent(path.join(ROOT, 'content'), new ContentReader(1)));
    service = createRequire(import.meta.url)(path.join(EXTENSION, 'front-matter-service.js')).createFrontMatterService(
      schemas,
    );
  });
  afterAll(() => rm(schemas, { recursive: true, force: true }));

  test('the keys are offered, with what they are', async () => {
    const offered = await offeredAt('---\n|\n---\n\nText.\n');
    expect(offered).toEqual(expect.arrayContaining(['title', 'standfirst', 'date', 'authors', 'section', 'draft']));
    const hover = await service.hover(ARTICLE, '---\ndateline: KYIV\n---\n', { line: 1, character: 3 });
    expect(hover?.contents.value).toContain('The place it was reported from.');
  });

  test('the sections, the authors and the tags of the publication are offered', async () => {
    expect(await offeredAt('---\nsection: |\n---\n')).toEqual([
      'ukraine',
      'world',
      'economy',
      'science',
      'culture',
      'opinion',
    ]);
    expect(await offeredAt('---\nauthors: [|]\n---\n')).toContain('daria-kovtun');
    expect(await offeredAt('---\ntags:\n  - |\n---\n')).toContain('Mariupol');
    expect(await offeredAt('---\nrelated:\n  - |\n---\n')).toContain('2025/07/prisoner-exchange.md');
    expect(await offeredAt('---\nkind: |\n---\n')).toContain('explainer');
  });

  test('a front matter that is not closed yet is completed, too', async () => {
    expect(await offeredAt('---\ntitle: Ferries\nseries: |\n')).toContain('zelena-street');
  });

  test('mistakes are marked on their lines', async () => {
    const text = '---\ntitle: Ferries\ndate: 2026-07-01\nsection: opinon\nsektion: news\n---\n\nkind: this is text\n';
    const found = await service.validate(ARTICLE, text);
    expect(found.map(({ range }) => range.start.line)).toEqual([3, 4]);
    expect(found[1]?.message).toContain('sektion');
  });

  test('what is right, or left empty for now, is not marked', async () => {
    const article = await readFile(path.join(ROOT, 'content/articles/2025/07/prisoner-exchange.md'), 'utf8');
    expect(await service.validate(ARTICLE, article)).toEqual([]);
    const begun = '---\ntitle: Ferries\nstandfirst:\ndate: 2026-07-01 10:00\nauthors: []\nsection:\ntags: []\n---\n';
    expect(await service.validate(ARTICLE, begun)).toEqual([]);
  });

  test('outside of the front matter, and of content/, nothing is offered', async () => {
    expect(await offeredAt('---\ntitle: Ferries\n---\n\n|\n')).toEqual([]);
    expect(await offeredAt('---\n|\n---\n', '/home/olha/lantern/docs/writing.md')).toEqual([]);
  });

  test('each kind of file has its own keys', async () => {
    const author = '/home/olha/lantern/content/authors/olha.md';
    expect(await offeredAt('---\n|\n---\n', author)).toEqual(expect.arrayContaining(['name', 'role', 'photo']));
    expect(await offeredAt('---\n|\n---\n', author)).not.toContain('date');
  });

  async function offeredAt(marked: string, file = ARTICLE): Promise<readonly string[]> {
    const [before = ''] = marked.split('|');
    const lines = before.split('\n');
    const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    return (await service.complete(file, marked.replace('|', ''), position)).map(({ label }) => label);
  }
});

test('VS Code is told of every schema of YAML and JSON, and of the extension for front matter', async () => {
  const settings = JSON.parse(await readDocument('.vscode/settings.json'));
  const told = [...Object.entries(settings['yaml.schemas'])].map(([schema, file]) => [
    path.posix.basename(schema),
    file,
  ]);
  for (const { fileMatch, url } of settings['json.schemas'])
    told.push([path.posix.basename(url), fileMatch[0].replace(/^\//, '')]);
  const wanted = Object.entries(SCHEMA_FILES).flatMap(([name, { files }]) =>
    files.endsWith('.md') ? [] : [[`${name}.json`, `content/${files}`]],
  );
  expect(told.toSorted()).toEqual(wanted.toSorted());
  const { recommendations } = JSON.parse(await readDocument('.vscode/extensions.json'));
  expect(recommendations).toContain('redhat.vscode-yaml');
});
