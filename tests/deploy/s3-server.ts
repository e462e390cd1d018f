import { mkdtemp, rm } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import S3rver from '@20minutes/s3rver';
import { onTestFinished } from 'vitest';
import type { BucketKeys } from '../../src/deploy/s3-store.ts';
import type { BucketTarget } from '../../src/schema/deploy.ts';

const BUCKET = 'news-example';
const WEBSITE = `<WebsiteConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
<IndexDocument><Suffix>index.html</Suffix></IndexDocument><ErrorDocument><Key>404.html</Key></ErrorDocument>
</WebsiteConfiguration>`;

/** The key that the server knows from the start. */
export const KEYS: BucketKeys = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface S3Server {
  readonly target: BucketTarget;
  /** What the website of the bucket answers a reader. */
  readonly visit: (address: string) => Promise<Answer>;
}

/** Starts a server that speaks S3 on this machine alone, with one empty bucket, until the test has finished. */
export async function startS3Server(): Promise<S3Server> {
  const directory = await mkdtemp(path.join(tmpdir(), 'dateline-s3-'));
  const server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory,
    configureBuckets: [{ name: BUCKET, configs: [WEBSITE] }],
  });
  const { port } = await server.run();
  onTestFinished(async () => {
    await server.close();
    await rm(directory, { recursive: true, force: true });
  });
  return {
    target: { to: 's3', bucket: BUCKET, region: 'eu-central-1', endpoint: `http://127.0.0.1:${port}` },
    visit: (address) => visit(port, address),
  };
}

// As a browser that was led there by the name of the website.
function visit(port: number, address: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { host: `${BUCKET}.s3-website.amazonaws.com` };
    request({ host: '127.0.0.1', port, path: encodeURI(address), headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on('error', reject)
      .end();
  });
}
