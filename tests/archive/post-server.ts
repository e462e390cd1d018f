import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => void;

/** A server on loopback for `--via`: handlers by host and path, `publish.twitter.com/oembed`; everything else is 404. Ends with the test. */
export async function servePosts(handlers: Readonly<Record<string, Handler>>) {
  const asked: URL[] = [];
  const server = createServer((request, response) => {
    const url = new URL(`https:/${request.url}`);
    asked.push(url);
    const handler = handlers[url.host + url.pathname];
    if (handler) handler(request, response, url);
    else response.writeHead(404, { 'content-type': 'text/html' }).end('<!DOCTYPE html><title>Not found</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  );
  return { via: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

export const json =
  (data: unknown): Handler =>
  (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(data));
  };

export const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Handler =>
  (_, response) => {
    response.writeHead(code, headers).end();
  };

/** One handler after the other; the last stays. */
export function inTurn(...handlers: readonly Handler[]): Handler {
  let turn = 0;
  return (...args) => handlers[Math.min(turn++, handlers.length - 1)]?.(...args);
}

/** Says how long its answer is, sends half of it and hangs up. */
export const halfOf =
  (data: unknown): Handler =>
  (_, response) => {
    const whole = JSON.stringify(data);
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(whole)) });
    response.write(whole.slice(0, whole.length / 2), () => response.destroy());
  };

/** An address at which nobody listens any more. */
export async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}
