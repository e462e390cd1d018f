import type { Worker } from 'node:worker_threads';

// One piece is worked on while the next lies ready: a thread that had to ask for it would wait for this one to listen.
const AT_HAND = 2;

/** Gives a thread one piece of work after the other, until `next` has none. Resolves when all are answered; rejects when the thread, `next` or `onAnswer` fails. */
export function keepBusy<Answer>(
  worker: Worker,
  next: () => unknown,
  onAnswer: (answer: Answer) => void,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let open = 0;
  const give = (): void => {
    const piece = next();
    if (piece === undefined) return;
    open++;
    worker.postMessage(piece);
  };
  worker.on('error', reject);
  // What a listener throws would end the process.
  const attempt = (work: () => void): void => {
    try {
      work();
      if (open === 0) resolve();
    } catch (error) {
      reject(error);
    }
  };
  worker.on('message', (answer: Answer) =>
    attempt(() => {
      open--;
      give();
      onAnswer(answer);
    }),
  );
  attempt(() => {
    for (let i = 0; i < AT_HAND; i++) give();
  });
  return promise;
}
