// The content folder of the preview, as the file system of the browser that Sveltia CMS writes to. No picker, no account,
// any browser: what it reads and writes goes through the server that sent the page.

/** Where Sveltia CMS looks for its files within the file system of the browser. */
const INSIDE = 'sveltia-cms-test';
const API = 'files/';

class LocalFiles {
  /** What is known of each file by its path: size, time, the tag of the version that was read, and the text of texts. */
  #known = new Map();

  async list() {
    const response = await asked(API, {});
    this.#known = new Map((await response.json()).map((file) => [file.path, file]));
  }

  has(path) {
    return this.#known.has(path);
  }

  /** Names of what lies in a folder, with whether each is a folder itself. */
  below(folder) {
    const names = new Map();
    const prefix = folder === '' ? '' : `${folder}/`;
    for (const path of this.#known.keys()) {
      if (!path.startsWith(prefix)) continue;
      const [name, ...rest] = path.slice(prefix.length).split('/');
      names.set(name, rest.length > 0);
    }
    return names;
  }

  async read(path) {
    const known = this.#known.get(path);
    if (!known) throw new DOMException(`There is no ${path}`, 'NotFoundError');
    const name = path.slice(path.lastIndexOf('/') + 1);
    const options = { lastModified: known.modified };
    if (known.text !== undefined) return new File([known.text], name, options);
    const response = await asked(API + encodeURI(path), {});
    const blob = await response.blob();
    return new File([blob], name, { ...options, type: blob.type });
  }

  /** Writes a file unless somebody else has changed it in the meantime. @throws Error that says so */
  async write(path, blob) {
    const known = this.#known.get(path);
    const isText = /\.(?:md|ya?ml|json)$/.test(path);
    const body = isText ? withEnds(await blob.text(), known?.text) : blob;
    const condition = known?.tag ? { 'If-Match': known.tag } : { 'If-None-Match': '*' };
    const response = await asked(API + encodeURI(path), { method: 'PUT', headers: condition, body });
    const { tag, size, modified } = await response.json();
    this.#known.set(path, { path, tag, size, modified, ...(isText ? { text: body } : {}) });
  }

  async remove(path) {
    const known = this.#known.get(path);
    if (!known) throw new DOMException(`There is no ${path}`, 'NotFoundError');
    await asked(API + encodeURI(path), { method: 'DELETE', headers: { 'If-Match': known.tag } });
    this.#known.delete(path);
  }
}

// Sveltia CMS reads lines in one form and trims the end; where the rest is the same, so are line ends and end.
function withEnds(text, before) {
  if (before === undefined) return text;
  const lines = before.includes('\r\n') ? text.replace(/\r?\n/g, '\r\n') : text;
  return lines.trimEnd() + (/\s*$/.exec(before)[0] || '\n');
}

async function asked(address, options) {
  const response = await fetch(new URL(address, document.baseURI), options);
  if (!response.ok) throw new Error(await response.text());
  return response;
}

class LocalHandle {
  constructor(files, path) {
    this.files = files;
    this.path = path;
    this.name = path.slice(path.lastIndexOf('/') + 1);
  }

  async isSameEntry(other) {
    return this.path === other.path;
  }

  async queryPermission() {
    return 'granted';
  }

  async requestPermission() {
    return 'granted';
  }
}

class LocalFile extends LocalHandle {
  kind = 'file';
  /** What was written to a file that is not in place yet. */
  #pending;

  async getFile() {
    return this.#pending ? new File([this.#pending], this.name) : this.files.read(this.path);
  }

  async createWritable() {
    const parts = [];
    return {
      write: async (data) => void parts.push(data),
      close: async () => {
        this.#pending = new Blob(parts);
        // Sveltia CMS writes aside first and then moves into place; only what is in place is sent.
        if (!this.name.startsWith('.')) await this.#put();
      },
    };
  }

  async move(folder, name) {
    const from = this.path;
    const isAside = this.name.startsWith('.');
    if (!isAside) this.#pending = await this.getFile();
    this.path = folder.path === '' ? name : `${folder.path}/${name}`;
    this.name = name;
    await this.#put();
    if (!isAside && from !== this.path) await this.files.remove(from);
  }

  async #put() {
    await this.files.write(this.path, this.#pending);
    this.#pending = undefined;
  }
}

class LocalFolder extends LocalHandle {
  kind = 'directory';

  async *entries() {
    for (const [name, isFolder] of this.files.below(this.path)) {
      const path = this.#join(name);
      yield [name, isFolder ? new LocalFolder(this.files, path) : new LocalFile(this.files, path)];
    }
  }

  async getFileHandle(name, { create = false } = {}) {
    const path = this.#join(name);
    if (!create && !this.files.has(path)) throw new DOMException(`There is no ${path}`, 'NotFoundError');
    return new LocalFile(this.files, path);
  }

  async getDirectoryHandle(name) {
    // Folders come and go with their files, so one that is not there yet is as good as empty.
    return new LocalFolder(this.files, this.#join(name));
  }

  async removeEntry(name) {
    const path = this.#join(name);
    if (this.files.has(path)) await this.files.remove(path);
  }

  #join(name) {
    return this.path === '' ? name : `${this.path}/${name}`;
  }
}

/** Puts the content folder where Sveltia CMS looks for its files. */
export async function useLocalFiles() {
  const files = new LocalFiles();
  await files.list();
  const root = { getDirectoryHandle: async (name) => (name === INSIDE ? new LocalFolder(files, '') : undefined) };
  Object.defineProperty(navigator.storage, 'getDirectory', { value: async () => root });
}
