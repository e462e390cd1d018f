import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import MarkdownIt from 'markdown-it';
import { html, type SafeHtml, trustedHtml } from '../../html/safe-html.ts';
import { companionPage } from './panel.ts';

const DOCS = fileURLToPath(new URL('../../../docs/', import.meta.url));

/** The documents of docs/ that editors read, by their names below /_help/. */
const DOCUMENTS: Readonly<Record<string, string>> = { writing: 'writing.md', errors: 'errors.md' };

export interface Example {
  /** The heading under which it stands. */
  readonly heading: string;
  /** The first sentence under that heading; empty where an example comes first. */
  readonly says: string;
  readonly code: string;
}

/** The help page at an address, or undefined where there is none. `/_help/` is the cheat sheet, made from the examples of docs/writing.md that the tests read. */
export async function helpPage(address: string): Promise<string | undefined> {
  if (address === '/_help/' || address === '/_help') return cheatSheet(await readFile(`${DOCS}writing.md`, 'utf8'));
  const name = /^\/_help\/([a-z]+)\/?$/.exec(address)?.[1] ?? '';
  const file = Object.hasOwn(DOCUMENTS, name) ? DOCUMENTS[name] : undefined;
  if (file === undefined) return undefined;
  const text = await readFile(DOCS + file, 'utf8');
  const title = /^# (.+)$/m.exec(text)?.[1] ?? name;
  const back = html`<p><a href="/_help/">Cheat sheet</a> · <a href="/_help/writing/">Guide</a> · <a href="/_help/errors/">Messages</a></p>`;
  return companionPage(title, html`${back}${documentMarkup(text)}`, 'help');
}

/** A picture of the guide; undefined where there is none. */
export async function helpPicture(address: string): Promise<Buffer | undefined> {
  const name = /^\/_help\/(?:[a-z]+\/)?images\/([a-z0-9-]+\.webp)$/.exec(address)?.[1];
  return name === undefined ? undefined : readFile(`${DOCS}images/${name}`).catch(() => undefined);
}

/** Every example of how to write something, in the order of the guide. */
export function examplesIn(guide: string): readonly Example[] {
  const sections = guide.split(/^(?=#{2,3} )/m);
  return sections.flatMap((section) => {
    const heading = /^#{2,3} (.+)$/m.exec(section)?.[1] ?? '';
    if (/^Fifteen minutes/.test(heading)) return [];
    const codes = Array.from(section.matchAll(/^```markdown\n([\s\S]*?)^```$/gm), ([, code = '']) => code);
    const [before = ''] = section.replace(/^#.*\n+/, '').split(/^```/m);
    const says = /^[^\n]+/.exec(before.trim())?.[0] ?? '';
    return codes.length === 0 ? [] : [{ heading, says: firstSentence(says), code: codes.join('\n') }];
  });
}

function cheatSheet(guide: string): string {
  const cards = examplesIn(guide).map(
    ({ heading, says, code }) =>
      html`<section><h2><a href="/_help/writing/#${anchorOf(heading)}">${heading}</a></h2>${says === '' ? '' : html`<p>${inline(says)}</p>`}<pre>${code.trimEnd()}</pre></section>`,
  );
  return companionPage(
    'Cheat sheet',
    html`<h1>Cheat sheet</h1><p>What to write in an article. The <a href="/_help/writing/">guide</a> explains it; <a href="/_help/errors/">what the messages mean</a>.</p><div class="sheet">${cards}</div>`,
    'help',
  );
}

function firstSentence(text: string): string {
  return /^.+?[.:](?=\s|$)/.exec(text)?.[0].replace(/:$/, '.') ?? text;
}

function inline(text: string): SafeHtml {
  return trustedHtml(localLinks(new MarkdownIt().renderInline(text)));
}

function documentMarkup(text: string): SafeHtml {
  // Our own words, which may hold the few tags that tables need.
  const md = new MarkdownIt({ html: true });
  md.renderer.rules['heading_open'] = (tokens, i) =>
    `<${tokens[i]?.tag} id="${anchorOf(tokens[i + 1]?.content ?? '')}">`;
  return trustedHtml(localLinks(md.render(text)));
}

/** Links from one document to another lead to its page here; those to what editors need not read stay words. */
function localLinks(markup: string): string {
  return markup
    .replace(/<a href="(writing|errors)\.md(#[^"]*)?">/g, '<a href="/_help/$1/$2">')
    .replace(/<a href="(?!https?:|#|\/)[^"]*">([\s\S]*?)<\/a>/g, '$1');
}

function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}
