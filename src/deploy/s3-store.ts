import { hash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import type { BucketTarget } from '../schema/deploy.ts';
import { DeployError } from './deploy-error.ts';
import type { ObjectStore } from './object-store.ts';
import type { FileHeaders } from './release.ts';

export interface BucketKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

const TRIES = 4;

/** A bucket, or a folder of it, over the REST API of S3 with signatures of version 4. */
export class S3Store implements ObjectStore {
  readonly #client: AwsClient;
  readonly #bucket: string;
  readonly #root: string;
  readonly #host: string;

  constructor({ bucket, region, endpoint, folder }: BucketTarget, keys: BucketKeys) {
    // The bucket stands in the path: every store understands that, whatever names its certificate has.
    const store = (endpoint ?? `https://s3.${region}.amazonaws.com`).replace(/\/+$/, '');
    this.#host = new URL(store).host;
    this.#bucket = `${store}/${bucket}`;
    this.#root = folder === undefined ? '' : `${folder}/`;
    this.#client = new AwsClient({ ...keys, service: 's3', region, retries: TRIES });
  }

  async get(key: string): Promise<Uint8Array | undefined> {
    const response = await this.#ask('GET', key, {});
    if (response.status === 404) {
      // A bucket that is not there would look like an empty one.
      if ((await response.text()).includes('NoSuchBucket')) throw this.#refusal(key, response.status, 'NoSuchBucket');
      return undefined;
    }
    return new Uint8Array(await response.arrayBuffer());
  }

  async put(key: string, bytes: Uint8Array, headers: FileHeaders): Promise<void> {
    // With the hash in the signature the store refuses what the network has damaged.
    const checked = { ...storeHeaders(headers), 'X-Amz-Content-Sha256': hash('sha256', bytes) };
    await this.#done(await this.#ask('PUT', key, checked, bytes), key);
  }

  async copy(from: string, to: string, headers: FileHeaders): Promise<void> {
    const source = encodePath(`/${this.#bucket.slice(this.#bucket.lastIndexOf('/') + 1)}/${this.#root}${from}`);
    const response = await this.#ask('PUT', to, {
      ...storeHeaders(headers),
      'x-amz-copy-source': source,
      'x-amz-metadata-directive': 'REPLACE',
    });
    const text = await this.#done(response, to);
    // S3 begins to answer before the copy is done, so a failure may come with status 200.
    if (text.includes('<Error>')) throw this.#refusal(to, response.status, text);
  }

  async remove(key: string): Promise<void> {
    const response = await this.#ask('DELETE', key, {});
    if (response.status !== 404) await this.#done(response, key);
  }

  async #ask(method: string, key: string, headers: Record<string, string>, body?: Uint8Array): Promise<Response> {
    const url = this.#bucket + encodePath(`/${this.#root}${key}`);
    for (let attempt = 1; ; attempt++) {
      try {
        const init = { method, headers, ...(body ? { body: body as Uint8Array<ArrayBuffer> } : {}) };
        const response = await this.#client.fetch(url, init);
        if (response.ok || response.status === 404) return response;
        throw this.#refusal(key, response.status, await response.text());
      } catch (error) {
        if (error instanceof DeployError) throw error;
        const reason = (error as { cause?: { code?: string } }).cause?.code ?? String(error);
        if (attempt >= TRIES) throw new DeployError(`${this.#host} could not be reached: ${reason}`);
        await wait(200 * 2 ** attempt);
      }
    }
  }

  async #done(response: Response, key: string): Promise<string> {
    const text = await response.text();
    if (!response.ok) throw this.#refusal(key, response.status, text);
    return text;
  }

  #refusal(key: string, status: number, answer: string): DeployError {
    const code = /<Code>([^<]+)</.exec(answer)?.[1] ?? /\w+/.exec(answer)?.[0] ?? '';
    const cure = CURES[code];
    return new DeployError(`${this.#host} refused ${key}: ${status} ${code}${cure === undefined ? '' : ` (${cure})`}`);
  }
}

const CURES: Readonly<Record<string, string>> = {
  NoSuchBucket: 'there is no bucket of that name: see `bucket` in deploy.yaml',
  AccessDenied: 'the key needs to list the bucket, and to get, put and delete its objects',
  InvalidAccessKeyId: 'the store does not know AWS_ACCESS_KEY_ID',
  SignatureDoesNotMatch: 'AWS_SECRET_ACCESS_KEY does not belong to AWS_ACCESS_KEY_ID',
  AuthorizationHeaderMalformed: 'see `region` in deploy.yaml',
  RequestTimeTooSkewed: 'the clock of this machine is wrong',
};

function storeHeaders({ type, cache, redirect }: FileHeaders): Record<string, string> {
  // Headers are ASCII.
  const location = redirect?.replace(/[^\x21-\x7e]+/gu, encodeURIComponent);
  const lead = location === undefined ? {} : { 'x-amz-website-redirect-location': location };
  return { 'Content-Type': type, 'Cache-Control': cache, ...lead };
}

/** A path as RFC 3986 and the signature want it: all but unreserved characters encoded, slashes kept. */
function encodePath(path: string): string {
  return path
    .split('/')
    .map((part) =>
      encodeURIComponent(part).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`),
    )
    .join('/');
}
