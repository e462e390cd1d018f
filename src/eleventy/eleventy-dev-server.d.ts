declare module '@11ty/eleventy-dev-server' {
  import type { IncomingMessage, Server, ServerResponse } from 'node:http';

  export interface DevServerOptions {
    readonly port?: number;
    readonly domDiff?: boolean;
    readonly messageOnStart?: (details: { readonly localhostUrl: string }) => string | false;
    readonly middleware?: readonly ((
      request: IncomingMessage,
      response: ServerResponse,
      next: () => void,
    ) => void | Promise<void>)[];
    readonly logger?: {
      readonly info: (text: string) => void;
      readonly log: (text: string) => void;
      readonly error: (text: string) => void;
    };
  }

  export interface UpdatedTemplate {
    readonly url: string;
    readonly inputPath: string;
    readonly content: string;
  }

  export default class EleventyDevServer {
    constructor(name: string, directory: string, options?: DevServerOptions);
    readonly server: Server;
    /** The open pages' connections; there once the server listens. */
    readonly updateServer?: {
      readonly clients: ReadonlySet<unknown>;
      readonly options: { verifyClient?: (info: { readonly req: IncomingMessage }) => boolean };
      on(event: 'connection', listener: () => void): void;
    };
    portRetryCount: number;
    _serverListen(port: number): void;
    setupReloadNotifier(): void;
    serve(port: number): void;
    ready(): Promise<void>;
    reload(event: {
      readonly files?: readonly string[];
      readonly build?: { readonly templates: readonly UpdatedTemplate[] };
    }): void;
    close(): Promise<void>;
  }
}
