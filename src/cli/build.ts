import type { Command } from './main.ts';
import { SITE_OPTIONS_HELP } from './options.ts';

export const build: Command = {
  usage: `npm run build -- [options]\n\nBuilds the site for readers. If anything in the content is wrong, it says what,\nand writes nothing.\n\n  --shard I/N      build part I of N, such as 2/4; \`npm run unite\` puts\n                   them together\n  --no-ledger      leave content/addresses.txt as it is, the list of all\n                   addresses ever published\n${SITE_OPTIONS_HELP}`,
  // Loaded when there is work to do, so that help is there at once.
  run: async (args) => (await import('./run-build.ts')).runBuild(args),
};
