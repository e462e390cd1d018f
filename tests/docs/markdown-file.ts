import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A Markdown file of the documentation, by its path from the root of the repository. */
export function readDocument(file: string): Promise<string> {
  return readFile(path.join(ROOT, file), 'utf8');
}

export interface CodeBlock {
  readonly language: string;
  readonly code: string;
  /** From 1. */
  readonly line: number;
}

/** The fenced code blocks of a text, their indentation in lists taken away. */
export function codeBlocks(text: string): readonly CodeBlock[] {
  return [...text.matchAll(/^( *)```(\S*)\n([\s\S]*?)^\1```$/gm)].map(
    ([, indent = '', language = '', code = ''], i, all) => ({
      language,
      code: code.replace(new RegExp(`^${indent}`, 'gm'), ''),
      line: text.slice(0, all[i]?.index).split('\n').length,
    }),
  );
}

/** The text without its code blocks and code spans, which hold no links of its own. */
export function withoutCode(text: string): string {
  return text.replace(/^( *)```[\s\S]*?^\1```$/gm, '').replace(/`[^`\n]*`/g, 'code');
}

/** Addresses of links and pictures. */
export function linksOf(text: string): readonly string[] {
  return [...withoutCode(text).matchAll(/\]\(([^()\s]+)(?:\s+"[^"]*")?\)/g)].map(([, href = '']) => href);
}

/** Anchors of headings, as GitHub and most viewers make them. */
export function anchorsOf(text: string): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const headings = text.replace(/^( *)```[\s\S]*?^\1```$/gm, '').matchAll(/^#{1,6} +(.+)$/gm);
  return new Set(
    Array.from(headings, ([, heading = '']) => {
      const anchor = heading
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replace(/\s/g, '-');
      const count = counts.get(anchor) ?? 0;
      counts.set(anchor, count + 1);
      return count === 0 ? anchor : `${anchor}-${count}`;
    }),
  );
}
