// Joins the front-matter service to VS Code: completion, hover and marks in the files of content/.
const path = require('node:path');
const vscode = require('vscode');

const SCHEMAS = path.join('.cache', 'dateline', 'schemas');
// Typing is not interrupted by marks that the next letter takes away.
const SETTLE = 300;

function activate(context) {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  if (root === undefined) return;
  let service;
  try {
    service = require('./front-matter-service.js').createFrontMatterService(path.join(root, SCHEMAS));
  } catch {
    vscode.window.showWarningMessage('Completion of front matter needs `npm ci` in this folder, once.');
    return;
  }

  const files = { language: 'markdown', scheme: 'file', pattern: '**/content/**/*.md' };
  const marks = vscode.languages.createDiagnosticCollection('dateline');
  const timers = new Map();
  const mark = (document) => {
    if (vscode.languages.match(files, document) === 0) return;
    const key = document.uri.toString();
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(async () => {
        timers.delete(key);
        const found = await service.validate(document.fileName, document.getText()).catch(() => []);
        marks.set(document.uri, found.map(diagnosticOf));
      }, SETTLE),
    );
  };
  const markAll = () => {
    service.forgetSchemas();
    for (const document of vscode.workspace.textDocuments) mark(document);
  };
  const watcher = vscode.workspace.createFileSystemWatcher(
    new vscode.RelativePattern(root, `${SCHEMAS.replaceAll(path.sep, '/')}/*.json`),
  );

  context.subscriptions.push(
    marks,
    watcher,
    watcher.onDidChange(markAll),
    watcher.onDidCreate(markAll),
    vscode.workspace.onDidOpenTextDocument(mark),
    vscode.workspace.onDidChangeTextDocument(({ document }) => mark(document)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => marks.delete(uri)),
    vscode.languages.registerCompletionItemProvider(
      files,
      {
        async provideCompletionItems(document, position) {
          const items = await service.complete(document.fileName, document.getText(), position);
          return items.map(completionOf);
        },
      },
      ' ',
      ':',
      '[',
    ),
    vscode.languages.registerHoverProvider(files, {
      async provideHover(document, position) {
        const hover = await service.hover(document.fileName, document.getText(), position);
        return hover && new vscode.Hover(new vscode.MarkdownString(textOf(hover.contents)));
      },
    }),
  );
  markAll();
}

function completionOf(item) {
  const completion = new vscode.CompletionItem(item.label, item.kind === undefined ? undefined : item.kind - 1);
  completion.detail = item.detail;
  completion.documentation = new vscode.MarkdownString(textOf(item.documentation));
  completion.filterText = item.filterText;
  completion.sortText = item.sortText;
  const text = item.textEdit?.newText ?? item.insertText ?? item.label;
  // 2 is the protocol's number for a snippet.
  completion.insertText = item.insertTextFormat === 2 ? new vscode.SnippetString(text) : text;
  const range = item.textEdit?.range ?? item.textEdit?.replace;
  if (range) completion.range = rangeOf(range);
  return completion;
}

function diagnosticOf({ range, message, severity }) {
  const diagnostic = new vscode.Diagnostic(rangeOf(range), message, (severity ?? 2) - 1);
  diagnostic.source = 'dateline';
  return diagnostic;
}

function rangeOf({ start, end }) {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

function textOf(content) {
  return typeof content === 'string' ? content : (content?.value ?? '');
}

module.exports = { activate };
