import { stat } from 'node:fs/promises';
import path from 'node:path';
import { DeployError } from '../deploy/deploy-error.ts';
import { readOutput } from '../deploy/read-output.ts';
import { writeMirror } from '../mirror/write-mirror.ts';
import { writeZip } from '../mirror/write-zip.ts';
import type { Command } from './main.ts';
import { parse, UsageError } from './options.ts';

export const mirror: Command = {
  usage: `npm run mirror -- [options]

Makes of what \`npm run build\` made a copy that needs no server: a folder, and
the same as a ZIP. It works from a disk, under any path and name, from an onion
address or a gateway of IPFS, for readers who are kept from the site itself.

  --output DIR     the site (_site)
  --to DIR         where the copy goes (_mirror, and _mirror.zip beside it)
  --no-zip         the folder alone`,
  async run(args) {
    const { values } = parse(args, {
      output: { type: 'string' },
      to: { type: 'string' },
      'no-zip': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    });
    const [output, to] = [values.output ?? '_site', values.to ?? '_mirror'];
    if (path.resolve(output) === path.resolve(to)) throw new UsageError('the copy cannot take the place of the site');
    try {
      const files = await writeMirror(await readOutput(output), to);
      process.stdout.write(`Mirrored ${files.length} files: ${path.join(to, 'index.html')}\n`);
      if (values['no-zip']) return 0;
      const zip = `${path.join(path.dirname(to), path.basename(to))}.zip`;
      await writeZip(to, files, zip);
      process.stdout.write(`Packed: ${zip}, ${((await stat(zip)).size / 1e6).toFixed(1)} MB\n`);
      return 0;
    } catch (error) {
      if (!(error instanceof DeployError)) throw error;
      process.stderr.write(`Not mirrored: ${error.message}.\n`);
      return 3;
    }
  },
};
