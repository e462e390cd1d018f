/** What a deploy or a roll-back did, or would do. */
export interface Deployed {
  readonly release: string;
  /** Files whose bytes travel to the target. */
  readonly uploads: readonly string[];
  /** Files that readers see anew, uploads among them. */
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

export interface DeployOptions {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Put every file again, as if nothing were known of what stands there. */
  readonly all?: boolean;
  /** Say what would be done, and do nothing. */
  readonly dryRun?: boolean;
  /** How many releases are kept, the new one among them. */
  readonly keep?: number;
}

/** A release that can be put in place again. */
export interface KeptRelease {
  readonly id: string;
  /** When it was first put in place, ISO 8601 in UTC. */
  readonly at: string;
  readonly isCurrent: boolean;
}
