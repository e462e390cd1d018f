import { createServer } from 'node:net';

// As many as the server itself would try.
const TRIES = 10;

/**
 * The first port from `asked` on that nobody on this machine listens at; of 0, any. `asked` itself when there is none, so
 * that the server says why it cannot start.
 */
export async function freePort(asked: number): Promise<number> {
  for (let port = asked; port <= Math.min(asked + TRIES, 65_535); port++) {
    const found = await listenAt(port);
    if (found !== undefined) return found;
  }
  return asked;
}

function listenAt(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: 'localhost' }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}
