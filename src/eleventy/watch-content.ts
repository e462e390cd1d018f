import { existsSync, type FSWatcher, readdirSync, watch } from 'node:fs';
import path from 'node:path';

// Editors save in several steps (write, rename, touch); one refresh answers them all.
const SETTLE = 15;

// Swap and backup files of editors, and what is hidden.
const IGNORED = /^\.|^4913$|~$|\.sw\w$/;

/**
 * Calls back after something below a folder has changed, with the paths of what did, never twice at a time: what changes
 * meanwhile is one more call.
 * A callback that fails is told to `onFault`. Returns what stops it.
 *
 * Each folder is watched by itself: Node's recursive watch goes silent on Linux for a file that was replaced by renaming,
 * which is how most editors save.
 */
export function watchFolders(
  folders: readonly string[],
  onChange: (changed: readonly string[]) => Promise<void>,
  onFault: (error: unknown) => void,
): () => void {
  const watchers = new Map<string, FSWatcher>();
  let pending = new Set<string>();
  let running = false;
  let timer: NodeJS.Timeout | undefined;

  const run = async (): Promise<void> => {
    if (running) return;
    running = true;
    while (pending.size > 0) {
      const changed = [...pending];
      pending = new Set();
      // What changed may be a folder that has come or gone.
      for (const folder of watchers.keys()) if (!existsSync(folder)) forget(folder);
      for (const folder of folders) follow(folder);
      try {
        await onChange(changed);
      } catch (error) {
        onFault(error);
      }
    }
    running = false;
  };
  const noticed = (folder: string, name: string | null): void => {
    if (name !== null && IGNORED.test(name)) return;
    pending.add(name === null ? folder : path.join(folder, name));
    clearTimeout(timer);
    timer = setTimeout(() => void run(), SETTLE);
  };
  const follow = (folder: string): void => {
    if (!watchers.has(folder)) {
      const watcher = watchFolder(folder, (_event, name) => noticed(folder, name));
      if (!watcher) return;
      watcher.on('error', () => forget(folder));
      watchers.set(folder, watcher);
    }
    for (const child of foldersIn(folder)) follow(child);
  };
  const forget = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };

  for (const folder of folders) follow(folder);
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
  };
}

function watchFolder(folder: string, listener: (event: string, name: string | null) => void): FSWatcher | undefined {
  try {
    return watch(folder, listener);
  } catch {
    return undefined;
  }
}

function foldersIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && !IGNORED.test(entry.name))
      .map((entry) => path.join(folder, entry.name));
  } catch {
    return [];
  }
}
