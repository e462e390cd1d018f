import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ServerTarget } from '../schema/deploy.ts';
import { DeployError } from './deploy-error.ts';
import type { RemoteHost } from './remote-host.ts';

/** A server over the machine's own `ssh` and `rsync`, with the configuration and the agent of whoever runs them. */
export class SshHost implements RemoteHost {
  readonly #target: ServerTarget;
  readonly #options: readonly string[];
  readonly #secrets: string;

  private constructor(target: ServerTarget, options: readonly string[], secrets: string) {
    this.#target = target;
    this.#options = options;
    this.#secrets = secrets;
  }

  /** `privateKey` is the text of a key, for machines that have none; `close` removes what was written of it. */
  static async open(target: ServerTarget, privateKey: string | undefined): Promise<SshHost> {
    const secrets = await mkdtemp(path.join(tmpdir(), 'dateline-ssh-'));
    const file = async (name: string, text: string): Promise<string> => {
      const named = path.join(secrets, name);
      await writeFile(named, text.endsWith('\n') ? text : `${text}\n`, { mode: 0o600 });
      return named;
    };
    // Nobody is there to be asked for a password.
    const options = ['-o', 'BatchMode=yes', '-o', 'ConnectTimeout=20', '-C'];
    if (target.port !== undefined) options.push('-p', String(target.port));
    if (target.user !== undefined) options.push('-l', target.user);
    if (privateKey !== undefined) options.push('-i', await file('key', privateKey), '-o', 'IdentitiesOnly=yes');
    if (target.hostKey !== undefined) {
      const known = await file('known_hosts', `dateline-target ${target.hostKey}`);
      options.push('-o', `UserKnownHostsFile=${known}`, '-o', 'HostKeyAlias=dateline-target');
      options.push('-o', 'StrictHostKeyChecking=yes');
    }
    // One connection serves all that follows. Where it fails, the first command says why.
    options.push('-o', `ControlPath=${path.join(secrets, 'c')}`);
    const master = ['-o', 'ControlMaster=yes', '-o', 'ControlPersist=60', '-fN', '--', target.host];
    await quietly('ssh', [...options, ...master]);
    return new SshHost(target, options, secrets);
  }

  async close(): Promise<void> {
    await quietly('ssh', [...this.#options, '-O', 'exit', '--', this.#target.host]);
    await rm(this.#secrets, { recursive: true, force: true });
  }

  run(script: string, args: readonly string[], input = ''): Promise<string> {
    const command = ['sh', '-c', script, 'sh', ...args].map(quoted).join(' ');
    return this.#start('ssh', [...this.#options, '--', this.#target.host, command], input);
  }

  async send(directory: string, files: readonly string[], to: string): Promise<void> {
    const shell = ['ssh', ...this.#options].map((word) => (/\s/.test(word) ? `"${word}"` : word)).join(' ');
    const host = this.#target.host.includes(':') ? `[${this.#target.host}]` : this.#target.host;
    // Times may lie where hashes do not, so what is named is sent without a look at them.
    const options = ['-rtz', '--ignore-times', '--perms', '--chmod=D755,F644', '--from0', '--files-from=-'];
    const places = [`${directory.replace(/\/*$/, '')}/`, `${host}:${to}/`];
    await this.#start('rsync', [...options, '--protect-args', '-e', shell, '--', ...places], files.join('\0'));
  }

  #start(program: string, args: readonly string[], input: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const child = spawn(program, args, { stdio: 'pipe' });
      const out: Buffer[] = [];
      const err: Buffer[] = [];
      child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
      child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
      child.once('error', (error: NodeJS.ErrnoException) => {
        const missing = error.code === 'ENOENT';
        reject(new DeployError(missing ? `\`${program}\` is not installed on this machine` : error.message));
      });
      child.once('close', (code) => {
        if (code === 0) return resolve(Buffer.concat(out).toString());
        const said = Buffer.concat(err).toString().trim();
        reject(new DeployError(`${this.#target.host}: ${said || `${program} ended with status ${code}`}`));
      });
      // A program that ends early says why by its status.
      child.stdin.on('error', () => {});
      child.stdin.end(input);
    });
  }
}

/** A word of a shell of POSIX, whatever stands in it. */
const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;

/** Runs a program whose outcome does not matter; it may go on by itself, so it holds none of our streams. */
function quietly(program: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore' });
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
}
