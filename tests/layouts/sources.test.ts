import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.join(import.meta.dirname, '../../layouts');
const FILES = ['components', 'pages'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder)).map((file) => path.join(folder, file)),
);

describe.each(FILES)('layouts/%s', (file) => {
  const source = readFileSync(path.join(ROOT, file), 'utf8');

  it('quotes every attribute', () => {
    expect(source).not.toContain('=$' + '{');
  });

  it('writes neither styles nor script into the page', () => {
    expect(source).not.toMatch(/\sstyle="|<style|<script>|\son(?:click|load|error)=/);
  });

  it('stays small', () => {
    expect(source.split('\n').length).toBeLessThanOrEqual(150);
  });
});
