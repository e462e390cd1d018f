import type { Command } from './main.ts';
import { SITE_OPTIONS_HELP } from './options.ts';

export const start: Command = {
  usage: `npm start -- [options]\n\nServes a live preview: drafts and scheduled articles are shown and marked, and\neach save shows at once. \`Desk\` on each page tells how it stands; /_help/ is a\ncheat sheet.\n\n  --port N         where to listen (8080)\n${SITE_OPTIONS_HELP}`,
  // Loaded when there is work to do, so that help is there at once.
  run: async (args) => (await import('./run-start.ts')).runStart(args),
};
