import { type FSWatcher, watch } from 'node:fs';

// Editors save in several steps (write, rename, touch); one refresh answers them all.
const SETTLE = 15;

/** Calls back after something below a folder has changed, never twice at a time: what changes meanwhile is one more call. Returns what stops it. */
export function watchFolders(
  folders: readonly string[],
  onChange: (names: ReadonlySet<string>) => Promise<void>,
  onFault: (error: unknown) => void,
): () => void {
  let changed = new Set<string>();
  let running = false;
  let timer: NodeJS.Timeout | undefined;
  const run = async (): Promise<void> => {
    if (running) return;
    running = true;
    while (changed.size > 0) {
      const names = changed;
      changed = new Set();
      try {
        await onChange(names);
      } catch (error) {
        onFault(error);
      }
    }
    running = false;
  };
  const watchers: FSWatcher[] = folders.map((folder) =>
    watch(folder, { recursive: true }, (_event, name) => {
      // Swap and backup files of editors.
      if (name === null || /(?:^|[/\\])(?:\.|4913$)|~$|\.sw\w$/.test(name)) return;
      changed.add(`${folder}/${name}`);
      clearTimeout(timer);
      timer = setTimeout(() => void run(), SETTLE);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
