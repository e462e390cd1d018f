import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import EleventyDevServer from '@11ty/eleventy-dev-server';
import { decodeSource } from '../content/source-text.ts';
import { fileOf } from '../files/file-of.ts';
import { COMPANION_POLICY, companionAnswer } from './companion/answer.ts';
import { withCompanion } from './companion/panel.ts';
import { LocalDesk } from './local-desk.ts';
import { OVERLAY_CSS, withOverlay } from './overlay.ts';
import type { PreviewSite } from './preview-site.ts';

export interface PreviewServerOptions {
  readonly port: number;
  readonly content: string;
  readonly onReady: (url: string) => void;
}

/** Eleventy's server, heard on this machine alone. */
class LoopbackServer extends EleventyDevServer {
  override _serverListen(port: number): void {
    this.server.listen({ port, host: 'localhost' });
  }

  // What it tells open pages is their markup, drafts included: no page of another site may listen.
  override setupReloadNotifier(): void {
    super.setupReloadNotifier();
    if (this.updateServer) this.updateServer.options.verifyClient = ({ req }) => isOwn(req);
  }
}

// How many open pages are sent their new markup; others reload when told to.
const REMEMBERED = 8;

/** Serves a preview and tells open pages when it has changed. */
export class PreviewServer {
  readonly #site: PreviewSite;
  readonly #content: string;
  readonly #server: LoopbackServer;
  readonly #desk: LocalDesk;
  #visited: readonly string[] = [];
  /** The markup that open pages were last sent. */
  readonly #shown = new Map<string, string>();
  /** How many updates there have been. */
  #updates = 0;
  /** For each page that was served and has not connected yet, oldest first: how many updates it had seen. */
  #unconnected: readonly number[] = [];
  #sending: Promise<void> = Promise.resolve();

  constructor(site: PreviewSite, options: PreviewServerOptions) {
    this.#site = site;
    this.#content = path.resolve(options.content);
    this.#desk = new LocalDesk(options.content, () => site.styleSheets);
    this.#server = new LoopbackServer('dateline', '.', {
      port: options.port,
      middleware: [(request, response) => this.#respond(request, response)],
      messageOnStart: ({ localhostUrl }) => {
        options.onReady(localhostUrl);
        return false;
      },
      logger: { info: () => undefined, log: () => undefined, error: (text) => process.stderr.write(`${text}\n`) },
    });
    this.#server.serve(options.port);
  }

  async ready(): Promise<void> {
    await this.#server.ready();
    // A save between a page's markup and its connection would otherwise never reach it.
    this.#server.updateServer?.on('connection', () => {
      const [seen = this.#updates, ...others] = this.#unconnected;
      this.#unconnected = others;
      // What fails here failed when it was first sent, and was told then.
      if (seen < this.#updates) void this.#sendInTurn().catch(() => undefined);
    });
  }

  /**
   * Brings every open page up to date: in place where its markup is sent along, by reloading elsewhere. With `only`, an
   * address, that page alone is made again; the others are sent as they are, since a page without markup would reload.
   */
  async update(only?: string): Promise<void> {
    if (only !== undefined && !this.#visited.includes(only)) return;
    this.#updates += 1;
    await this.#sendInTurn(only);
  }

  close(): Promise<void> {
    return this.#server.close();
  }

  // Two at once could end in the wrong order, and leave the older state on the screen.
  #sendInTurn(only?: string): Promise<void> {
    const sent = this.#sending.then(() => this.#send(only));
    this.#sending = sent.catch(() => undefined);
    return sent;
  }

  async #send(only?: string): Promise<void> {
    const templates = await Promise.all(
      this.#visited.map(async (url) => {
        const shown = only === undefined || url === only ? undefined : this.#shown.get(url);
        return { url, inputPath: url, content: shown ?? (await this.#page(url)) };
      }),
    );
    this.#server.reload({ files: templates.map(({ inputPath }) => inputPath), build: { templates } });
  }

  async #page(address: string): Promise<string> {
    const { body } = await this.#site.answer(address);
    const page = this.#laidOver(String(body), address);
    this.#shown.set(address, page);
    return page;
  }

  #laidOver(page: string, address: string): string {
    // An open page whose scripts change is loaded anew, and structured data changes with every word.
    const shown = page.replace(/<script type="application\/ld\+json">.*?<\/script>\n?/s, '');
    const readSource = (file: string): string => {
      try {
        return decodeSource(readFileSync(fileOf(this.#content, file))) ?? '';
      } catch {
        return '';
      }
    };
    return withOverlay(withCompanion(shown, address), this.#site.diagnostics, { content: this.#content, readSource });
  }

  async #respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isOwn(request)) {
      response.statusCode = 403;
      response.end('This preview answers on localhost only.');
      return;
    }
    try {
      const address = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
      if (LocalDesk.has(address)) {
        await this.#desk.answer(address, request, response);
        return;
      }
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        response.statusCode = 405;
        response.end();
        return;
      }
      await this.#get(address, response);
    } catch (error) {
      response.statusCode = error instanceof URIError ? 400 : 500;
      response.setHeader('Content-Type', 'text/plain; charset=utf-8');
      response.end(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }

  async #get(address: string, response: ServerResponse): Promise<void> {
    response.setHeader('Cache-Control', 'no-store');
    if (address === '/.dateline/overlay.css') {
      response.setHeader('Content-Type', 'text/css; charset=utf-8');
      response.end(OVERLAY_CSS);
      return;
    }
    const own = await companionAnswer(address, this.#site);
    if (own) {
      response.setHeader('Content-Type', own.type);
      response.setHeader('Content-Security-Policy', COMPANION_POLICY);
      response.end(own.body);
      return;
    }
    const seen = this.#updates;
    const { status, type, body } = await this.#site.answer(address);
    response.statusCode = status;
    response.setHeader('Content-Type', type);
    for (const [name, value] of Object.entries(this.#site.headersFor(address))) response.setHeader(name, value);
    if (typeof body !== 'string') {
      response.end(body);
      return;
    }
    const page = this.#laidOver(body, address);
    this.#unconnected = [...this.#unconnected, seen].slice(-REMEMBERED);
    if (status === 200) {
      this.#visited = [address, ...this.#visited.filter((other) => other !== address)].slice(0, REMEMBERED);
      this.#shown.set(address, page);
      for (const old of this.#shown.keys()) if (!this.#visited.includes(old)) this.#shown.delete(old);
    }
    response.end(page);
  }
}

// A page elsewhere could point a name of its own at this machine (DNS rebinding) and read what is not published yet.
function isOwn({ headers }: IncomingMessage): boolean {
  const isLocal = (host: string) => /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(host);
  if (!isLocal(headers.host ?? '')) return false;
  return headers.origin === undefined || isLocal(headers.origin.replace(/^https?:\/\//, ''));
}
