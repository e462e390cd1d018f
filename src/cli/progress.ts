/** Tells how long work goes: one line that is rewritten on a terminal, a plain line now and then elsewhere. Writes to standard error, so that reports stay clean. */
export class Progress {
  #last = 0;
  readonly #terminal = process.stderr.isTTY === true;

  tell(doing: string, done: number, total: number, millisecondsLeft: number): void {
    const left = millisecondsLeft > 2000 ? `, about ${Math.ceil(millisecondsLeft / 1000)} s left` : '';
    const line = `${doing}: ${done} of ${total}${left}`;
    const now = performance.now();
    if (this.#terminal) process.stderr.write(`\r\u001b[K${done === total ? '' : line}`);
    else if (now - this.#last > 5000 || done === total) {
      this.#last = now;
      process.stderr.write(`${line}\n`);
    }
  }
}
