import type { BodyPart } from './body.ts';

/** Collects a body as it is written: finished markup and data in order, and beside them the plain text. */
export class Output {
  readonly #parts: BodyPart[] = [];
  #markup = '';
  #text = '';

  write(markup: string): void {
    this.#markup += markup;
  }

  part(part: Exclude<BodyPart, string>): void {
    if (this.#markup !== '') this.#parts.push(this.#markup);
    this.#markup = '';
    this.#parts.push(part);
  }

  /** Adds to the plain text only. */
  say(text: string): void {
    this.#text += text;
  }

  endBlock(): void {
    this.#text += '\n';
  }

  get parts(): readonly BodyPart[] {
    return this.#markup === '' ? this.#parts : [...this.#parts, this.#markup];
  }

  get text(): string {
    return this.#text;
  }
}
