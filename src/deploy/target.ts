import type { BucketTarget, ServerTarget } from '../schema/deploy.ts';
import { DeployError } from './deploy-error.ts';
import { deployToHost, forgetOnHost, releasesOfHost, rollBackHost } from './deploy-to-host.ts';
import { deployToStore, forgetInStore, releasesOfStore, rollBackStore } from './deploy-to-store.ts';
import type { Deployed, DeployOptions, KeptRelease } from './deployed.ts';
import type { BuiltSite } from './read-output.ts';
import { S3Store } from './s3-store.ts';
import { SshHost } from './ssh-host.ts';

/** Where a site is published, and what can be done there. Everything throws DeployError when it fails. */
export interface Target {
  deploy(site: BuiltSite, options: DeployOptions): Promise<Deployed>;
  /** Puts a kept release back: the one before the present without `release`. */
  rollBack(release: string | undefined, options: DeployOptions): Promise<Deployed>;
  /** From the oldest to the newest. */
  releases(): Promise<readonly KeptRelease[]>;
  /** Removes every release but the present one. */
  forget(): Promise<void>;
  close(): Promise<void>;
}

/** Variables of the environment; secrets come from nowhere else. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** @throws DeployError when the environment lacks a key. */
export async function openTarget(target: BucketTarget | ServerTarget, environment: Environment): Promise<Target> {
  if (target.to === 's3') return bucket(target, environment);
  const host = await SshHost.open(target, environment['DEPLOY_SSH_KEY']);
  const folder = target.path;
  return {
    deploy: (site, options) => deployToHost(site, host, folder, options),
    rollBack: (release, options) => rollBackHost(host, folder, release, options),
    releases: () => releasesOfHost(host, folder),
    forget: () => forgetOnHost(host, folder),
    close: () => host.close(),
  };
}

function bucket(target: BucketTarget, environment: Environment): Target {
  const secret = (name: string): string => {
    const value = environment[name];
    if (value === undefined || value === '') throw new DeployError(`${name} is not set in the environment`);
    return value;
  };
  const sessionToken = environment['AWS_SESSION_TOKEN'];
  const store = new S3Store(target, {
    accessKeyId: secret('AWS_ACCESS_KEY_ID'),
    secretAccessKey: secret('AWS_SECRET_ACCESS_KEY'),
    ...(sessionToken === undefined ? {} : { sessionToken }),
  });
  return {
    deploy: (site, options) => deployToStore(site, store, options),
    rollBack: (release, options) => rollBackStore(store, release, options),
    releases: () => releasesOfStore(store),
    forget: () => forgetInStore(store),
    close: async () => {},
  };
}
