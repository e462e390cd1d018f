// The YAML language server over the front matter of a Markdown file. It knows nothing of VS Code, so that tests can ask it.
const { readFile } = require('node:fs/promises');
const path = require('node:path');
const { pathToFileURL } = require('node:url');

const { getLanguageService } = require('yaml-language-server');
const { TextDocument } = require('vscode-languageserver-textdocument');

const KINDS = { articles: 'article', authors: 'author', tags: 'tag', series: 'series', pages: 'page' };

/** The schema by which a file of content/ is completed; undefined for any other file. */
function schemaNameOf(file) {
  const folder = /(?:^|[\\/])content[\\/](\w+)[\\/].+\.md$/.exec(file)?.[1];
  return folder !== undefined && Object.hasOwn(KINDS, folder) ? KINDS[folder] : undefined;
}

/**
 * The front matter as a YAML text whose lines have the numbers that they have in the file, and the line after its last;
 * undefined where there is none. A front matter that is not closed yet ends where the text does.
 */
function frontMatterOf(text) {
  const lines = text.split(/\r?\n/);
  if (!/^---\s*$/.test(lines[0] ?? '')) return undefined;
  const close = lines.findIndex((line, i) => i > 0 && /^---\s*$/.test(line));
  const end = close < 0 ? lines.length : close;
  return { yaml: `\n${lines.slice(1, end).join('\n')}\n`, end };
}

/** Completion, hover and diagnostics by the schemas in a folder. Positions count from 0, as the protocol has them. */
function createFrontMatterService(schemasFolder) {
  const schemaFile = (name) => path.join(schemasFolder, `${name}.json`);
  const service = getLanguageService({
    schemaRequestService: (uri) => readFile(new URL(uri), 'utf8'),
    workspaceContext: { resolveRelativePath: (relative, resource) => new URL(relative, resource).href },
  });
  const schemas = Object.values(KINDS).map((name) => ({
    uri: pathToFileURL(schemaFile(name)).href,
    fileMatch: [`*.${name}.yaml`],
  }));
  service.configure({ validate: true, completion: true, hover: true, yamlVersion: '1.2', schemas });

  // The service remembers what it parsed by the version, so each text gets one of its own.
  let version = 0;
  const documentOf = (file, text) => {
    const name = schemaNameOf(file);
    const front = frontMatterOf(text);
    if (name === undefined || front === undefined) return undefined;
    const uri = `file:///front-matter.${name}.yaml`;
    return { end: front.end, yaml: TextDocument.create(uri, 'yaml', ++version, front.yaml) };
  };
  const within = (found, position) => found !== undefined && position.line > 0 && position.line < found.end;

  return {
    async complete(file, text, position) {
      const found = documentOf(file, text);
      if (!within(found, position)) return [];
      const { items } = await service.doComplete(found.yaml, position, false);
      // A key may be left empty, but nobody wants to write that.
      return items.filter(({ label }) => label !== 'null');
    },
    async hover(file, text, position) {
      const found = documentOf(file, text);
      return within(found, position) ? ((await service.doHover(found.yaml, position)) ?? undefined) : undefined;
    },
    async validate(file, text) {
      const found = documentOf(file, text);
      return found === undefined ? [] : service.doValidation(found.yaml, false);
    },
    /** The schemas are read again when they are next asked for. */
    forgetSchemas() {
      for (const { uri } of schemas) service.resetSchema(uri);
    },
  };
}

module.exports = { createFrontMatterService, frontMatterOf, schemaNameOf };
