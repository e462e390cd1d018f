import { expect, test } from 'vitest';
import { ask } from '../../src/archive/ask.ts';
import { inTurn, servePosts, status } from './post-server.ts';

const QUESTION = { accept: '*/*', mostBytes: 1000 };

async function asking(handler: ReturnType<typeof status>) {
  const { via, asked } = await servePosts({ 'posts.example/1': handler });
  const waits: number[] = [];
  const wait = async (milliseconds: number) => {
    waits.push(milliseconds);
  };
  const answer = await ask('https://posts.example/1', QUESTION, { fetch, wait, via });
  return { answer, waits, requests: asked.length };
}

test('trouble is tried again after longer and longer waits, four times in all', async () => {
  const { answer, waits, requests } = await asking(status(503));
  expect(answer).toEqual({ is: 'failed', reason: 'posts.example has trouble of its own (503), 4 times in a row' });
  expect(waits).toEqual([1000, 2000, 4000]);
  expect(requests).toBe(4);
});

test('Retry-After counts as seconds and as a date', async () => {
  const date = { date: 'Sat, 04 Jul 2026 12:00:00 GMT', 'retry-after': 'Sat, 04 Jul 2026 12:00:05 GMT' };
  const { waits } = await asking(inTurn(status(429, { 'retry-after': '3' }), status(429, date), status(404)));
  expect(waits).toEqual([3000, 5000]);
});

test('what is refused is not asked for again', async () => {
  for (const code of [400, 401, 403, 404, 410, 451]) expect((await asking(status(code))).requests).toBe(1);
});

test('an answer without end is given up', async () => {
  const { answer } = await asking((_, response) => {
    response.on('error', () => {});
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(1000)));
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  });
  expect(answer).toEqual({ is: 'failed', reason: 'posts.example sent more than 0.001 MB' });
});
