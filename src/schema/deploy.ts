import { z } from 'zod';
import { field, slugText } from './field.ts';

// What stands in a command line of another machine; a name that begins with a hyphen would be an option there.
const hostName = z.string().regex(/^[A-Za-z0-9_][A-Za-z0-9._-]*$|^[0-9A-Fa-f:]+$/);
const folderOnServer = z.string().regex(/^\/[\p{L}\p{N}_.@+/-]*[^/]$/u);

/** A bucket of an object store that speaks S3. */
export const bucketTargetSchema = z.strictObject({
  to: field(z.literal('s3'), 's3 or ssh', 'Here `s3`: an object store that speaks S3.', 's3'),
  bucket: field(z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/), 'name', 'The bucket.', 'news-example'),
  region: field(
    z
      .string()
      .regex(/^[a-z0-9-]+$/)
      .default('us-east-1'),
    'name',
    'Where the bucket lies, in the words of its provider.',
    'eu-central-1',
  ),
  endpoint: field(
    z.url({ protocol: /^https?$/ }),
    'web address',
    'Address of the store; Amazon’s own for the region when left out.',
    'https://account.r2.cloudflarestorage.com',
  ).optional(),
  folder: field(
    z.string().regex(/^[^/\s][^\s]*[^/\s]$|^[^/\s]$/),
    'path',
    'Folder of the bucket, if the site does not stand at its root.',
    'site',
  ).optional(),
});

/** A web server that is reached by SSH. */
export const serverTargetSchema = z.strictObject({
  to: field(z.literal('ssh'), 's3 or ssh', 'Here `ssh`: a server, by rsync over SSH.', 'ssh'),
  host: field(hostName, 'host name', 'The server, or its name in `~/.ssh/config`.', 'www.news.example'),
  user: field(z.string().regex(/^[A-Za-z0-9_][A-Za-z0-9._-]*$/), 'name', 'Who writes there.', 'publisher').optional(),
  port: field(z.int().min(1).max(65535), 'number', 'Port of SSH, if not 22.', 2222).optional(),
  path: field(
    folderOnServer,
    'path from /',
    'Folder of the releases. The web server shows `current` in it.',
    '/srv/news',
  ),
  hostKey: field(
    z.string().regex(/^(?:ssh|ecdsa|sk)-[A-Za-z0-9@.-]+ [A-Za-z0-9+/=]+$/),
    'public key',
    'The server’s public key, so that a machine that has never met it knows it.',
    'ssh-ed25519 AAAAC3Nza…',
  ).optional(),
});

/** deploy.yaml: name of a target → where and how it is published. Secrets have no place in it. */
export const deploySchema = z.record(
  slugText,
  field(
    z.discriminatedUnion('to', [bucketTargetSchema, serverTargetSchema]),
    '{to: s3, bucket, …} or {to: ssh, host, path, …}',
    'A target of `npm run deploy`.',
    { to: 's3', bucket: 'news-example', region: 'eu-central-1' },
  ),
);

export type BucketTarget = z.output<typeof bucketTargetSchema>;
export type ServerTarget = z.output<typeof serverTargetSchema>;
export type DeployTarget = BucketTarget | ServerTarget;
