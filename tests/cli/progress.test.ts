import { expect, onTestFinished, test, vi } from 'vitest';
import { siteOptions } from '../../src/cli/site-options.ts';
import { SmallSite } from '../small-site.ts';

test('what is done to pictures and what to share images are told apart, with the expected end', async () => {
  const { content } = await SmallSite.write({});
  const lines: string[] = [];
  const write = vi.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  const clock = vi.spyOn(performance, 'now').mockReturnValue(60_000);
  onTestFinished(() => {
    write.mockRestore();
    clock.mockRestore();
  });
  const asked = { content, output: '', cache: false, ledger: false, now: 0, jobs: 1 };
  const { onProgress } = siteOptions(asked, 'build');
  onProgress?.('pictures', 1, 2, 9000);
  onProgress?.('pictures', 2, 2, 0);
  onProgress?.('share images', 3, 3, 0);
  siteOptions(asked, 'check').onProgress?.('pictures', 1, 1, 0);
  expect(lines).toEqual([
    'Converting pictures: 1 of 2, about 9 s left\n',
    'Converting pictures: 2 of 2\n',
    'Drawing share images: 3 of 3\n',
    'Measuring pictures: 1 of 1\n',
  ]);
});
