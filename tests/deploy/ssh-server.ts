import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import type { ServerTarget } from '../../src/schema/deploy.ts';

const SSHD = '/usr/sbin/sshd';

/** What is missing for a server of SSH and rsync on this machine; undefined when nothing is. */
export const MISSING = [SSHD, '/usr/bin/rsync', '/usr/bin/ssh', '/usr/bin/ssh-keygen'].find(
  (file) => !existsSync(file),
);

export interface SshServer {
  readonly target: ServerTarget;
  /** Text of the private key that the server lets in. */
  readonly key: string;
  readonly folder: string;
}

/** Starts a server of SSH for this user on this machine alone, with keys of its own, until the test has finished. */
export async function startSshServer(): Promise<SshServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'dateline-sshd-'));
  const at = (name: string): string => path.join(folder, name);
  for (const name of ['host', 'user']) execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', at(name)]);
  const port = await freePort();
  const config = `Port ${port}
ListenAddress 127.0.0.1
HostKey ${at('host')}
AuthorizedKeysFile ${at('user.pub')}
PidFile none
UsePAM no
StrictModes no
PasswordAuthentication no
PermitRootLogin prohibit-password
`;
  await writeFile(at('config'), config);
  // A server that root starts leaves its rights behind in this folder; a user's does without.
  if (userInfo().uid === 0) execFileSync('mkdir', ['-p', '/run/sshd']);
  const server = spawn(SSHD, ['-D', '-e', '-f', at('config')], { stdio: 'ignore' });
  onTestFinished(async () => {
    server.kill();
    await rm(folder, { recursive: true, force: true });
  });
  await answers(port);
  const [type, text] = (await readFile(at('host.pub'), 'utf8')).split(' ');
  return {
    target: {
      to: 'ssh',
      host: '127.0.0.1',
      user: userInfo().username,
      port,
      path: at('srv'),
      hostKey: `${type} ${text}`,
    },
    key: await readFile(at('user'), 'utf8'),
    folder: at('srv'),
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answers(port: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const reached = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (reached) return;
    await wait(50);
  }
  throw new Error('the server of SSH did not start');
}
