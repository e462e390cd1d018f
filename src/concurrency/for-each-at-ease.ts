const OFTEN = 100;

/** Does this for each of a list, with pauses in which what comes from other processes and threads is dealt with. */
export async function forEachAtEase<T>(list: Iterable<T>, work: (item: T) => void): Promise<void> {
  let done = 0;
  for (const item of list) {
    if (done++ % OFTEN === 0) await new Promise(setImmediate);
    work(item);
  }
}
