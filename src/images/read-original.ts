import { statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { MAX_BYTES } from './conversion-settings.ts';
import type { Unreadable } from './inspect-original.ts';

/** Changes whenever the file's content may have changed; undefined when it cannot be had. */
export function identityOf(file: string): string | undefined {
  try {
    const { size, mtimeNs, ctimeNs, ino } = statSync(file, { bigint: true });
    // The change time sees what a tool that sets the modification time back would hide.
    return [size, mtimeNs, ctimeNs, ino].join(':');
  } catch {
    return undefined;
  }
}

/** The file's bytes, or why there are none, in plain words. */
export async function readOriginal(file: string): Promise<Uint8Array | Unreadable> {
  try {
    const stats = await stat(file);
    if (stats.isDirectory()) return { reason: 'this is a folder, not a picture' };
    if (!stats.isFile()) return { reason: 'this is not an ordinary file' };
    if (stats.size > MAX_BYTES) {
      return { reason: `the file has ${megabytes(stats.size)} MB; at most ${megabytes(MAX_BYTES)} are accepted` };
    }
    return await readFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { reason: 'there is no such file' };
    if (code === 'EACCES' || code === 'EPERM') return { reason: 'the file may not be read; its permissions forbid it' };
    return { reason: `the file cannot be read (${String(code ?? error)})` };
  }
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1024 / 1024);
}
