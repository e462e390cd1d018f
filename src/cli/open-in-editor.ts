import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The command that opens files for a person: $VISUAL, $EDITOR, or VS Code where it is installed; undefined when there is none. */
export function editorOf(env: NodeJS.ProcessEnv, exists: (file: string) => boolean = existsSync): string | undefined {
  const named = [env['VISUAL'], env['EDITOR']].find((command) => command !== undefined && command.trim() !== '');
  if (named !== undefined) return named.trim();
  const names = process.platform === 'win32' ? ['code.cmd', 'code.exe'] : ['code'];
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return folders.some((folder) => names.some((name) => exists(path.join(folder, name)))) ? 'code' : undefined;
}

/** Opens a file and waits until the command has ended. Resolves to whether it could be started. */
export function openInEditor(command: string, file: string): Promise<boolean> {
  return new Promise((resolve) => {
    // The command may have arguments of its own, `code --wait`; the shell takes it apart, as it does for git.
    const child =
      process.platform === 'win32'
        ? spawn(`${command} "${file}"`, { shell: true, stdio: 'inherit' })
        : spawn('sh', ['-c', `${command} "$1"`, 'sh', file], { stdio: 'inherit' });
    child.once('error', () => resolve(false));
    child.once('close', (status) => resolve(status === 0));
  });
}
