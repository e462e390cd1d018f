import type { Command } from './main.ts';
import { MOST_OF_A_KIND, SITE_OPTIONS_HELP } from './options.ts';

export const check: Command = {
  usage: `npm run check -- [options]

Lists everything that is wrong with the content and what could be better, and
writes nothing. Errors stop a build, warnings do not.

  --format F       text, json, github or gitlab (text)
  --since REF      name published articles that changed without a correction
                   since this branch left REF, such as origin/main; in a pull
                   request on GitHub or GitLab its base when left out
  --all            in text too, every note on style, not ${MOST_OF_A_KIND} of a kind
${SITE_OPTIONS_HELP}`,
  // Loaded when there is work to do, so that help is there at once.
  run: async (args) => (await import('./run-check.ts')).runCheck(args),
};
