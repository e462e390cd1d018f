import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { keepBusy } from '../../src/concurrency/keep-busy.ts';

function worker(code: string): Worker {
  const started = new Worker(`const { parentPort } = require('node:worker_threads');\n${code}`, { eval: true });
  onTestFinished(async () => void (await started.terminate()));
  return started;
}

const pieces = (count: number): (() => number | undefined) => {
  let next = 0;
  return () => (next < count ? next++ : undefined);
};

test('every piece is answered once, in order, and two are with the thread at most', async () => {
  const doubling = worker('parentPort.on("message", (n) => parentPort.postMessage(n * 2));');
  const next = pieces(50);
  const answers: number[] = [];
  let given = 0;
  let most = 0;
  await keepBusy<number>(
    doubling,
    () => {
      const piece = next();
      if (piece !== undefined) given++;
      most = Math.max(most, given - answers.length);
      return piece;
    },
    (answer) => answers.push(answer),
  );
  expect(answers).toEqual(Array.from({ length: 50 }, (_, i) => i * 2));
  // The next is given before the answer is looked at.
  expect(most).toBe(3);
});

test('without a piece there is nothing to wait for', async () => {
  await keepBusy(worker('parentPort.on("message", () => {});'), pieces(0), () => undefined);
});

test('a thread that fails fails the work', async () => {
  const failing = worker(
    'parentPort.on("message", (n) => { if (n === 3) throw new Error("at three"); parentPort.postMessage(n); });',
  );
  await expect(keepBusy(failing, pieces(10), () => undefined)).rejects.toThrow('at three');
});

test('so does a piece that cannot be had, and an answer that cannot be taken', async () => {
  const echo = 'parentPort.on("message", (n) => parentPort.postMessage(n));';
  const next = pieces(10);
  const failing = (): number | undefined => {
    const piece = next();
    if (piece === 5) throw new Error('no fifth');
    return piece;
  };
  await expect(keepBusy(worker(echo), failing, () => undefined)).rejects.toThrow('no fifth');
  const refuse = (answer: number): void => {
    if (answer === 5) throw new Error('not five');
  };
  await expect(keepBusy(worker(echo), pieces(10), refuse)).rejects.toThrow('not five');
});
