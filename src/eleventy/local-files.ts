import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, realpath, rm, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { writeWholeFile } from '../files/write-whole-file.ts';

/** A file below content/ as the desk knows it. Paths begin with `content/`, as they do in the repository. */
export interface LocalFile {
  readonly path: string;
  readonly size: number;
  /** Milliseconds since 1970, UTC. */
  readonly modified: number;
  /** Entity tag of this version (RFC 9110); only of texts, whose text is here too. */
  readonly tag?: string;
  readonly text?: string;
}

/** A request that cannot be met, with the status that says so. */
export class RefusedError extends Error {
  readonly status: 403 | 404 | 409 | 412 | 413 | 415;
  constructor(status: RefusedError['status'], message: string) {
    super(message);
    this.status = status;
  }
}

const TEXT = /\.(?:md|ya?ml|json)$/;
const WRITABLE = /\.(?:md|ya?ml|json|avif|gif|jpe?g|png|svg|webp|pdf|csv)$/i;
/** Larger than any picture that a newspaper is sent. */
export const MOST_BYTES = 60 * 1024 * 1024;

/** Reads and writes what lies in a content folder, and nothing that lies outside of it. */
export class LocalFiles {
  readonly #root: string;

  constructor(content: string) {
    this.#root = path.resolve(content);
  }

  /** Every file, sorted; hidden ones are left out. Texts come along. */
  async list(): Promise<readonly LocalFile[]> {
    const entries = await readdir(this.#root, { recursive: true, withFileTypes: true });
    const names = entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(this.#root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
      .filter((name) => !/(?:^|\/)\./.test(name))
      .sort();
    return Promise.all(names.map((name) => this.#describe(name)));
  }

  /** @throws RefusedError when there is no such file */
  async read(name: string): Promise<Buffer> {
    const file = await this.#place(name);
    return readFile(file).catch(() => {
      throw new RefusedError(404, `There is no content/${name}.`);
    });
  }

  /**
   * Writes a file whole. `version` is the tag of the version that it takes the place of, undefined for a new file.
   * @throws RefusedError when the file is there in another version: what somebody else wrote is not lost
   */
  async write(name: string, bytes: Buffer, version: string | undefined): Promise<LocalFile> {
    if (!WRITABLE.test(name)) throw new RefusedError(415, `content/${name} is no kind of file that belongs there.`);
    const file = await this.#place(name);
    await this.#expect(file, name, version);
    await mkdir(path.dirname(file), { recursive: true });
    await writeWholeFile(file, bytes);
    return this.#describe(name);
  }

  /** @throws RefusedError like `write` */
  async remove(name: string, version: string | undefined): Promise<void> {
    const file = await this.#place(name);
    await this.#expect(file, name, version ?? '*');
    await rm(file);
    // Git knows no empty folders, so neither does the desk.
    for (let folder = path.dirname(file); folder.startsWith(this.#root + path.sep); folder = path.dirname(folder))
      if (
        !(await rmdir(folder).then(
          () => true,
          () => false,
        ))
      )
        break;
  }

  async #expect(file: string, name: string, version: string | undefined): Promise<void> {
    const bytes = await readFile(file).catch(() => undefined);
    if (bytes === undefined && version === undefined) return;
    if (bytes === undefined) throw new RefusedError(412, `content/${name} is no longer there: somebody has moved it.`);
    if (version === undefined) throw new RefusedError(412, `There is a content/${name} already.`);
    if (version !== '*' && version !== tagOf(bytes))
      throw new RefusedError(
        412,
        `content/${name} has been changed outside of the desk since it was opened here. Copy what you wrote, reload the desk and enter it again.`,
      );
  }

  async #describe(name: string): Promise<LocalFile> {
    const file = path.join(this.#root, name);
    const { size, mtimeMs } = await stat(file);
    const described = { path: `content/${name}`, size, modified: Math.round(mtimeMs) };
    if (!TEXT.test(name)) return described;
    const bytes = await readFile(file);
    return { ...described, tag: tagOf(bytes), text: bytes.toString('utf8') };
  }

  /** Where a name lies on the disk. @throws RefusedError when that is outside, or hidden */
  async #place(name: string): Promise<string> {
    const parts = name.split('/');
    const isWrong = parts.some((part) => part === '' || part.startsWith('.') || /[\\:\0]/.test(part));
    if (isWrong) throw new RefusedError(403, `The desk does not touch content/${name}.`);
    const file = path.join(this.#root, ...parts);
    // A symbolic link could lead out of the folder: the nearest folder that exists says where it really is.
    let folder = path.dirname(file);
    let real = await realpath(folder).catch(() => undefined);
    while (real === undefined) {
      folder = path.dirname(folder);
      real = await realpath(folder).catch(() => undefined);
    }
    const root = await realpath(this.#root);
    const target = await realpath(file).catch(() => file);
    if (real !== root && !real.startsWith(root + path.sep))
      throw new RefusedError(403, `content/${name} leads out of content/.`);
    if (target !== file && !target.startsWith(root + path.sep))
      throw new RefusedError(403, `content/${name} leads out of content/.`);
    return file;
  }
}

function tagOf(bytes: Buffer): string {
  return `"${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}"`;
}
