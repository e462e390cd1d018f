import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { withReference } from '../schema/reference.ts';
import type { Command } from './main.ts';
import { parse } from './options.ts';

const PAGE = fileURLToPath(new URL('../../docs/writing.md', import.meta.url));

export const docs: Command = {
  usage: 'npm run docs\n\nWrites the reference in docs/writing.md anew from the schemas in src/schema/.',
  async run(args) {
    parse(args, {});
    const before = await readFile(PAGE, 'utf8');
    const after = withReference(before);
    if (after !== before) await writeFile(PAGE, after);
    process.stdout.write(
      `docs/writing.md ${after === before ? 'was up to date' : 'has the reference of the present schemas'}\n`,
    );
    return 0;
  },
};
