import { parentPort } from 'node:worker_threads';

/** What a thread does that another keeps busy: answers every piece in the order in which they came, one after the other. A piece that fails ends the thread. */
export function answerInTurn<Piece, Answer>(answer: (piece: Piece) => Answer | Promise<Answer>): void {
  let turn: Promise<void> = Promise.resolve();
  parentPort?.on('message', (piece: Piece) => {
    turn = turn.then(async () => parentPort?.postMessage(await answer(piece)));
  });
}
