import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';

// A ZIP knows no zones, and the first moment that it can name is the same everywhere.
const MOMENT = new Date(1980, 0, 1);
const PACKED = /\.(?:avif|webp|jpe?g|png|gif|woff2?|mp[34]|zip|pf_\w+|pagefind)$/;

/** Packs files of a folder, sorted, under the folder's name. The same files give the same bytes. */
export async function writeZip(directory: string, files: readonly string[], zip: string): Promise<void> {
  const name = path.basename(path.resolve(directory));
  const archive = new yazl.ZipFile();
  const aside = `${zip}.${process.pid}`;
  try {
    const written = pipeline(archive.outputStream, createWriteStream(aside));
    for (const file of [...files].sort())
      archive.addFile(path.join(directory, file), `${name}/${file}`, {
        mtime: MOMENT,
        mode: 0o100644,
        compress: !PACKED.test(file),
        forceDosTimestamp: true,
      });
    archive.end();
    await written;
    await rename(aside, zip);
  } finally {
    await rm(aside, { force: true });
  }
}
