import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { loadSite } from '../content/load-site.ts';
import { deskConfig } from '../desk/desk-config.ts';
import { deskPage, deskSecurityPolicy } from '../desk/desk-page.ts';
import { deskSource } from '../desk/desk-source.ts';
import { siteSchema } from '../schema/site.ts';
import { typeOf } from './content-type.ts';
import { deskFiles } from './desk-files.ts';
import { LocalFiles, MOST_BYTES, RefusedError } from './local-files.ts';
import type { SiteFile } from './site-file.ts';

const ADMIN = '/admin/';
const FILES = '/admin/files/';

/** What the desk is made from while site.yaml cannot be read: it is there to mend things. */
const NO_SITE = siteSchema.parse({ name: 'Dateline', url: 'http://localhost/', language: 'en', timeZone: 'UTC' });

/** The desk of a preview: it works on the content folder of this machine. */
export class LocalDesk {
  readonly #content: string;
  readonly #files: LocalFiles;
  readonly #styleSheets: () => readonly string[];
  #scripts: ReadonlyMap<string, SiteFile> | undefined;

  /** `styleSheets` are the addresses of those that its previews are shown with. */
  constructor(content: string, styleSheets: () => readonly string[]) {
    this.#content = content;
    this.#files = new LocalFiles(content);
    this.#styleSheets = styleSheets;
  }

  /** Whether an address is the desk's. */
  static has(address: string): boolean {
    return address === '/admin' || address.startsWith(ADMIN);
  }

  /** Answers a request for one of its addresses (without query, decoded). Buffers, so that no reload script gets into the page. */
  async answer(address: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Content-Security-Policy', deskSecurityPolicy(undefined));
    try {
      if (address.startsWith(FILES)) await this.#answerFile(address.slice(FILES.length), request, response);
      else if (request.method !== 'GET' && request.method !== 'HEAD') send(response, 405, 'text/plain', '');
      else await this.#get(address, response);
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      send(response, error.status, 'text/plain; charset=utf-8', error.message);
    }
  }

  async #get(address: string, response: ServerResponse): Promise<void> {
    if (address === '/admin') {
      response.setHeader('Location', ADMIN);
      return send(response, 301, 'text/plain', '');
    }
    if (address === ADMIN) return send(response, 200, 'text/html; charset=utf-8', deskPage((await this.#site()).name));
    if (address === '/admin/config.json') return send(response, 200, 'application/json', await this.#config());
    this.#scripts ??= new Map(deskFiles().map((file) => [file.address, file]));
    const file = this.#scripts.get(address);
    if (!file) throw new RefusedError(404, `There is no ${address}.`);
    send(
      response,
      200,
      typeOf(address),
      'bytes' in file ? file.bytes : await readFile('source' in file ? file.source : file.shared),
    );
  }

  async #site() {
    return (await loadSite(this.#content)).value ?? NO_SITE;
  }

  async #config(): Promise<string> {
    const files = await this.#files.list();
    const articles = files
      .map((file) => file.path.slice('content/'.length))
      .filter((name) => /^articles\/.+\.md$/.test(name));
    const config = deskConfig(deskSource(await this.#site(), articles, true));
    return JSON.stringify({ ...config, styles: this.#styleSheets() });
  }

  async #answerFile(name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method, headers } = request;
    if (method === 'GET' && name === '')
      return send(response, 200, 'application/json', JSON.stringify(await this.#files.list()));
    const inside = insideContent(name);
    if (method === 'GET') return send(response, 200, typeOf(name), await this.#files.read(inside));
    if (method !== 'PUT' && method !== 'DELETE') return send(response, 405, 'text/plain', '');
    // Any program of this machine may have a page open; only the desk's own page may write.
    if (headers.origin !== `http://${headers.host}`) throw new RefusedError(403, 'Only the desk itself may write.');
    const version = headers['if-match'];
    if (method === 'PUT')
      return send(
        response,
        200,
        'application/json',
        JSON.stringify(await this.#files.write(inside, await bodyOf(request), version)),
      );
    await this.#files.remove(inside, version);
    send(response, 200, 'application/json', '{}');
  }
}

function insideContent(name: string): string {
  if (!name.startsWith('content/')) throw new RefusedError(403, `The desk does not touch ${name}.`);
  return name.slice('content/'.length);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new RefusedError(413, `The file is larger than ${MOST_BYTES / 1024 / 1024} MB.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.statusCode = status;
  response.setHeader('Content-Type', type);
  response.end(Buffer.from(body));
}
