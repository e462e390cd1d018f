import { readFile, stat } from 'node:fs/promises';
import { identityOf } from '../files/identity-of.ts';
import { MAX_BYTES } from './conversion-settings.ts';
import type { Unreadable } from './inspect-original.ts';

/** Changes whenever the original may have changed; empty when it cannot be had: whoever reads it then says why. */
export function originalIdentity(file: string): string {
  try {
    return identityOf(file);
  } catch {
    return '';
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
    if (code === 'EACCES' || code === 'EPERM')
      return { reason: 'its permissions forbid it', cure: 'let whoever builds the site read the file: `chmod a+r`' };
    return { reason: `the file cannot be read (${String(code ?? error)})` };
  }
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1024 / 1024);
}
