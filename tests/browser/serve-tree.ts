import { onTestFinished } from 'vitest';
import { startTreeServer, type TreeServer } from './tree-server.ts';

/** Serves a built site until the test has finished. `base` is the path under which it was built. */
export async function serveTree(tree: ReadonlyMap<string, Buffer>, base = ''): Promise<TreeServer> {
  const server = await startTreeServer(tree, { base });
  onTestFinished(() => server.close());
  return server;
}
