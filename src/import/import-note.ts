import type { ContentPath } from '../content/article.ts';

/** Something that the report tells: what an import changed, or what it leaves to a person. */
export interface ImportNote {
  readonly kind: 'changed' | 'person';
  /** Empty where nothing was made of it. */
  readonly file: ContentPath;
  readonly line: number;
  /** What is told of all places of the same kind. */
  readonly message: string;
  /** What it is about in this place: an address, a name. */
  readonly detail?: string;
}

interface Found {
  readonly kind: ImportNote['kind'];
  readonly message: string;
  readonly near: string;
  readonly detail: string;
}

/** Collects notes while the text of a file is still being made; `near` is a part of it by which the line is found. */
export class Notes {
  readonly #found = new Map<string, Found>();

  changed(message: string, near = '', detail = ''): void {
    this.#add({ kind: 'changed', message, near, detail });
  }

  person(message: string, near = '', detail = ''): void {
    this.#add({ kind: 'person', message, near, detail });
  }

  /** The notes with their lines, once the text is there. */
  in(file: ContentPath, text: string): readonly ImportNote[] {
    const lines = text.split('\n');
    return [...this.#found.values()].map(({ kind, message, near, detail }) => {
      const line = near === '' ? 0 : lines.findIndex((one) => one.includes(near));
      return { kind, file, line: Math.max(line, 0) + 1, message, ...(detail === '' ? {} : { detail }) };
    });
  }

  #add(found: Found): void {
    this.#found.set(Object.values(found).join('\u0000'), found);
  }
}
