import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { median } from './table.ts';
import { ROOT } from './workshop.ts';

const SAVES = 11;
const BROWSER = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((file) => existsSync(file));

/** From `npm start` to the first page, and from a save to the changed page on the screen, in a real browser. */
export async function measurePreview(content: string, file: string): Promise<string> {
  if (BROWSER === undefined) return 'not measured: there is no Chromium';
  const began = performance.now();
  const server = spawn(
    process.execPath,
    [path.join(ROOT, 'src/cli/dateline.mjs'), 'start', '--port', '0', '--content', content],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const source = path.join(content, file);
  const original = readFileSync(source, 'utf8');
  const browser = await chromium.launch({ executablePath: BROWSER, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const url = await addressOf(server.stdout);
    await fetch(url).then((response) => response.text());
    const first = performance.now() - began;
    const page = await browser.newPage();
    await page.goto(new URL(pathOf(original, file), url).href);
    await page.waitForTimeout(1000);
    const saves: number[] = [];
    for (let i = 0; i < SAVES; i++) {
      const word = `saved${i}word`;
      // Asked for in the page itself, so that no round trip of the driver is measured.
      const shown = page.evaluate(
        (wanted) =>
          new Promise<number>((resolve) => {
            const look = (): void => {
              if (document.body.textContent?.includes(wanted)) resolve(Date.now());
              else requestAnimationFrame(look);
            };
            look();
          }),
        word,
      );
      await page.waitForTimeout(50);
      const saved = Date.now();
      writeFileSync(source, original.replace('\n\n', `\n\n${word} `));
      saves.push((await shown) - saved);
      await page.waitForTimeout(1500);
    }
    return `first page after ${(first / 1000).toFixed(2)} s; save to screen ${Math.round(median(saves))} ms, slowest of ${SAVES} ${Math.round(Math.max(...saves))} ms`;
  } finally {
    writeFileSync(source, original);
    await browser.close();
    server.kill('SIGINT');
  }
}

function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    output.on('data', (data) => {
      text += data;
      const [url] = /http:\/\/localhost:\d+\//.exec(text) ?? [];
      if (url) resolve(url);
    });
    output.on('close', () => reject(new Error('the preview did not start')));
  });
}

function pathOf(text: string, file: string): string {
  const [, year, month, day] = /^date:\s*['"]?(\d{4})-(\d\d)-(\d\d)/m.exec(text) ?? [];
  return `/${year}/${month}/${day}/${path.basename(file, '.md').replace(/^\d{4}-\d\d-\d\d-/, '')}/`;
}
