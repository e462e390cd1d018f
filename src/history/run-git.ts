import { spawn, spawnSync } from 'node:child_process';

/** Why git told nothing, as a clause in plain words. */
export class GitFailure extends Error {}

// Nothing of the machine's own settings may change what is printed, and nothing that a repository names is run.
const SETTINGS = ['core.quotePath=false', 'log.showSignature=false', 'core.fsmonitor=false', 'diff.renameLimit=4000'];
const OPTIONS = ['--no-pager', '--no-optional-locks', ...SETTINGS.flatMap((setting) => ['-c', setting])];
const environment = () => ({ ...process.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' });

/** What git prints in a folder. @throws GitFailure when there is no git, no repository, or git refuses. */
export function runGit(folder: string, args: readonly string[], input = ''): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', [...OPTIONS, ...args], { cwd: folder, env: environment(), stdio: 'pipe' });
    const printed: Buffer[] = [];
    let complaint = '';
    child.stdout.on('data', (piece: Buffer) => printed.push(piece));
    child.stderr.setEncoding('utf8').on('data', (piece: string) => {
      complaint += piece;
    });
    child.on('error', (error: NodeJS.ErrnoException) => reject(new GitFailure(withoutGit(error))));
    child.on('close', (status) => {
      if (status === 0) resolve(Buffer.concat(printed));
      else reject(new GitFailure(refusal(complaint)));
    });
    // A child that ends early closes its input; why it ended is what has to be told.
    child.stdin.on('error', () => undefined).end(input);
  });
}

/** The same, awaited where it stands. @throws GitFailure */
export function runGitSync(folder: string, args: readonly string[], input: string): Buffer {
  const ran = spawnSync('git', [...OPTIONS, ...args], { cwd: folder, env: environment(), input, maxBuffer: 2 ** 30 });
  if (ran.error) throw new GitFailure(withoutGit(ran.error));
  if (ran.status !== 0) throw new GitFailure(refusal(ran.stderr.toString()));
  return ran.stdout;
}

function withoutGit(error: NodeJS.ErrnoException): string {
  return error.code === 'ENOENT' ? 'git is not installed here' : `git cannot be run: ${error.message}`;
}

function refusal(complaint: string): string {
  if (/not a git repository/.test(complaint)) return 'this folder is in no git repository';
  if (/dubious ownership/.test(complaint))
    return 'the repository belongs to another user, and git does not read it: see `git config safe.directory`';
  if (/does not have any commits|bad default revision|unknown revision/.test(complaint))
    return 'nothing was committed yet';
  return `git says: ${complaint.trim().split('\n')[0] ?? 'nothing'}`;
}
