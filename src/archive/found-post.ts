import type { PostEmbed } from '../markdown/body.ts';
import type { TweetSource } from '../schema/tweet.ts';
import type { Network } from './ask.ts';

/** A post as its address names it. */
export type PostAddress = Pick<PostEmbed, 'network' | 'id' | 'url'>;

/** A picture of a post that still lies with the network. */
export interface RemotePicture {
  readonly url: string;
  readonly alt: string;
}

/** What a network says of a post. */
export type FoundPost =
  | {
      readonly is: 'found';
      readonly post: TweetSource;
      readonly pictures: readonly RemotePicture[];
      /** What could not be had, in plain words. */
      readonly missing?: string;
      /** The text could still be had, and the network says that the post is deleted. */
      readonly deleted?: true;
    }
  /** It was there once, or never; nobody can tell. */
  | { readonly is: 'gone' }
  /** `limited`: the network wants to be left alone for a while. */
  | { readonly is: 'failed'; readonly reason: string; readonly limited?: true };

export interface Finding {
  readonly network: Network;
  /** IANA name of the zone in which times are told. */
  readonly timeZone: string;
  /** Whether pictures are wanted. */
  readonly pictures: boolean;
}

/** Asks a network for one post. */
export type FindPost = (address: PostAddress, finding: Finding) => Promise<FoundPost>;
