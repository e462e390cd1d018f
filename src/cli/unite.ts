import { existsSync } from 'node:fs';
import { IncompleteShardsError, uniteShards } from '../eleventy/unite-shards.ts';
import type { Command } from './main.ts';
import { parse, UsageError } from './options.ts';

export const unite: Command = {
  usage: `npm run unite -- DIR\n\nMakes one site of the parts that \`npm run build -- --shard I/N\` wrote, once\nthey are copied into one folder. Says which part or file is missing.`,
  async run(args) {
    const { positionals } = parse(args, { help: { type: 'boolean', short: 'h' } }, true);
    const [directory, ...more] = positionals;
    if (directory === undefined) throw new UsageError('the folder with the parts is missing: npm run unite -- _site');
    if (more.length > 0)
      throw new UsageError(`the parts lie in one folder, and these are more: ${positionals.join(', ')}`);
    if (!existsSync(directory)) throw new UsageError(`there is no folder ${directory}`);
    try {
      const files = await uniteShards(directory);
      process.stdout.write(`${directory} is one site of ${files} files.\n`);
      return 0;
    } catch (error) {
      if (!(error instanceof IncompleteShardsError)) throw error;
      process.stderr.write(`${error.message}.\nNothing was changed.\n`);
      return 1;
    }
  },
};
