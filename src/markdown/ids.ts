/** The ids of one body. Every id it gives is new, whatever was asked for. */
export class Ids {
  readonly #taken = new Set<string>();
  readonly #next = new Map<string, number>();

  /** `wanted` itself, or with the first free number after it: `talks-2`. */
  unique(wanted: string): string {
    let id = wanted;
    if (this.#taken.has(wanted)) {
      let n = this.#next.get(wanted) ?? 2;
      while (this.#taken.has(`${wanted}-${n}`)) n++;
      id = `${wanted}-${n}`;
      this.#next.set(wanted, n + 1);
    }
    this.#taken.add(id);
    return id;
  }

  /** Notes an id that stands in the text already. */
  claim(id: string): void {
    this.#taken.add(id);
  }

  /** In the order in which they were given. */
  get all(): string[] {
    return [...this.#taken];
  }
}
