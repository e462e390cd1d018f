import { hash } from 'node:crypto';
import type { PreparedSite } from './prepare-site.ts';

/** One of several parts of a site that are built by themselves, on as many machines. */
export interface Shard {
  /** From 1. */
  readonly number: number;
  readonly of: number;
}

/**
 * The part of a site that falls to a shard. The parts of all shards are the whole site, and no two share a file, so that
 * copying them into one folder unites them. Which part a file falls to follows from its address alone.
 */
export function partOf(site: PreparedSite, { number, of }: Shard): PreparedSite {
  const isOwn = (address: string): boolean => shardOf(address, of) === number;
  return {
    ...site,
    pages: site.pages.filter(({ path }) => isOwn(path)),
    files: site.files.filter(({ address }) => isOwn(address)),
    bulk: site.bulk.filter(({ address }) => isOwn(address)),
    share: site.share.only(isOwn),
    search: site.search.only(isOwn),
  };
}

function shardOf(address: string, of: number): number {
  return 1 + (Number.parseInt(hash('sha256', address).slice(0, 8), 16) % of);
}
