/** A list with pauses in between, in which what comes from other processes and threads is dealt with. */
export async function* atEase<T>(list: Iterable<T>): AsyncIterable<T> {
  let given = 0;
  for (const item of list) {
    if (given++ % OFTEN === 0) await new Promise(setImmediate);
    yield item;
  }
}

const OFTEN = 100;
