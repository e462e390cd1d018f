import type { ContentPath } from '../content/article.ts';

/** Something that the report tells: what an import changed, or what it leaves to a person. */
export interface ImportNote {
  readonly kind: 'changed' | 'person';
  /** Empty where nothing was made of it. */
  readonly file: ContentPath;
  readonly line: number;
  readonly message: string;
}

/** Collects notes while the text of a file is still being made; `near` is a part of it by which the line is found. */
export class Notes {
  readonly #found = new Map<string, { kind: ImportNote['kind']; message: string; near: string }>();

  changed(message: string, near = ''): void {
    this.#found.set(`changed ${message} ${near}`, { kind: 'changed', message, near });
  }

  person(message: string, near = ''): void {
    this.#found.set(`person ${message} ${near}`, { kind: 'person', message, near });
  }

  /** The notes with their lines, once the text is there. */
  in(file: ContentPath, text: string): readonly ImportNote[] {
    const lines = text.split('\n');
    return [...this.#found.values()].map(({ kind, message, near }) => {
      const line = near === '' ? 0 : lines.findIndex((one) => one.includes(near));
      return { kind, file, line: Math.max(line, 0) + 1, message };
    });
  }
}
