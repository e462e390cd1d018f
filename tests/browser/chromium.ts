import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const CANDIDATES = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser of this machine; undefined when there is none, and the tests that need it say so. */
export const CHROMIUM = CANDIDATES.find((candidate) => candidate !== undefined && existsSync(candidate));

export function launch(): Promise<Browser> {
  if (CHROMIUM === undefined) throw new Error('no Chromium on this machine: install it, or name it in CHROMIUM');
  // The browser's own errands to its maker would only fail and be logged.
  const quiet = [
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', ...quiet] });
}
