import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { ROOT } from '../cli/run-dateline.ts';
import type { SmallSite } from '../small-site.ts';

const COMMAND = fileURLToPath(new URL('../../src/cli/dateline.mjs', import.meta.url));

/** Starts the preview of a site, which ends with the test, and returns its address. Of port 0 it takes any. */
export function openPreview(site: SmallSite, port = 0): Promise<string> {
  const args = [COMMAND, 'start', '--content', site.content, '--port', String(port), '--no-cache'];
  const server = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => stop(server));
  return addressOf(server);
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stdout?.on('data', (chunk) => {
      said += String(chunk);
      const url = /http:\/\/localhost:\d+\//.exec(said)?.[0];
      if (url) resolve(url);
    });
    server.once('exit', () => reject(new Error(`the preview ended: ${said}`)));
  });
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  await ended;
}
