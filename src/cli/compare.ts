import { type Comparison, compareOutputs } from '../eleventy/compare-outputs.ts';
import type { Command } from './main.ts';
import { parse, UsageError } from './options.ts';

// As much as a comment on a pull request holds with ease.
const LONGEST_LIST = 200;

export const compare: Command = {
  usage:
    'npm run compare -- OLD NEW\n\nLists the pages that were added, changed or removed between two output\nfolders, as Markdown.',
  async run(args) {
    const { positionals } = parse(args, { help: { type: 'boolean', short: 'h' } }, true);
    const [before, after] = positionals;
    if (before === undefined || after === undefined || positionals.length > 2)
      throw new UsageError('compare takes two output folders: the old one and the new one');
    const comparison = await compareOutputs(before, after).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR')
        throw new UsageError(`no build wrote this: there is no ${error.path}`);
      throw error;
    });
    process.stdout.write(comparisonText(comparison));
    return 0;
  },
};

/** A comparison for people, as Markdown. */
export function comparisonText({ added, changed, gone, others }: Comparison): string {
  const parts = [
    listOf('added', added),
    listOf('changed', changed),
    listOf('gone', gone),
    others > 0 ? `${others} other ${others === 1 ? 'file differs' : 'files differ'}.\n` : '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? parts.join('\n') : 'No page differs.\n';
}

function listOf(what: string, addresses: readonly string[]): string {
  if (addresses.length === 0) return '';
  const shown = addresses.slice(0, LONGEST_LIST).map((address) => `- \`${address}\`\n`);
  const more = addresses.length - shown.length;
  const count = `${addresses.length} ${addresses.length === 1 ? 'page' : 'pages'} ${what}`;
  return `**${count}**\n\n${shown.join('')}${more > 0 ? `- and ${more} more\n` : ''}`;
}
