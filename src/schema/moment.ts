/** A point in time as an editor wrote it, in the publication's zone. Plain data, so that it can be cached and sent between threads. */
export interface Moment {
  /** Milliseconds since 1970, UTC. */
  readonly epoch: number;
  /** ISO 8601 with the offset of the publication's zone: `2025-07-04T18:20:00+03:00`. */
  readonly iso: string;
  /** Only a day was written; the time is then the start of that day. */
  readonly dateOnly: boolean;
}
