import { rename } from 'node:fs/promises';

const AT_FDCWD = -100;
const RENAME_EXCHANGE = 2;
const RENAME_SWAP = 2;

/**
 * Swaps two directories in one step of the file system, so that at no moment either name is missing. Resolves to false
 * where the system or the file system cannot do that; nothing has happened then.
 */
export async function exchangeDirectories(a: string, b: string): Promise<boolean> {
  if (process.platform !== 'linux' && process.platform !== 'darwin') return false;
  try {
    // Node has no call for it; loaded only here, at the end of a build.
    const { default: koffi } = await import('koffi');
    if (process.platform === 'linux') {
      const library = koffi.load('libc.so.6');
      return (
        library.func('int renameat2(int, str, int, str, unsigned int)')(AT_FDCWD, a, AT_FDCWD, b, RENAME_EXCHANGE) === 0
      );
    }
    return koffi.load('libSystem.B.dylib').func('int renamex_np(str, str, unsigned int)')(a, b, RENAME_SWAP) === 0;
  } catch {
    return false;
  }
}

/** Puts `staged` in the place of `target`. `aside` is a free name beside them: where the old one goes if the two cannot be swapped. */
export async function putInPlace(
  staged: string,
  target: string,
  aside: string,
  exists: boolean,
): Promise<{ readonly old: string | undefined }> {
  if (!exists) {
    await rename(staged, target);
    return { old: undefined };
  }
  if (await exchangeDirectories(staged, target)) return { old: staged };
  // A kill between these two lines leaves no site under its name; the next command finds `aside` and puts it back.
  await rename(target, aside);
  await rename(staged, target);
  return { old: aside };
}
