import type { Body, BodyImage, PostEmbed } from '../markdown/body.ts';
import type { ImageNotes } from '../schema/image.ts';
import type { BodyDigest, ContentImage } from './article.ts';
import type { FileReading } from './read-file.ts';
import { readBodyImage } from './read-image.ts';

/** The digest of a body: its pictures with their notes, its links, posts and players. Notes for a picture that the body does not show are reported. */
export function digestOf(
  reading: FileReading,
  body: Body,
  notes: Readonly<Record<string, ImageNotes>> | undefined,
  language: string,
): BodyDigest {
  const links: { href: string; line: number }[] = [];
  const posts: PostEmbed[] = [];
  const players = new Set<string>();
  const images: Record<string, ContentImage> = {};
  const see = (image: BodyImage): void => {
    const read = readBodyImage(reading, image, notesFor(image.src, notes), language);
    if (read) images[image.src] = read;
  };
  for (const part of body.parts) {
    if (typeof part === 'string') continue;
    if (part.type === 'link-open') links.push({ href: part.href, line: part.line });
    else if (part.type === 'post') posts.push(part);
    else if (part.type === 'video') players.add(new URL(part.player).origin);
    else if (part.type === 'figure' || part.type === 'inline-image') see(part.image);
    else if (part.type === 'gallery') part.images.forEach(see);
  }
  return { words: body.words, anchors: body.anchors, links, images, posts, players: [...players] };
}

// Notes may name the file as the body does, or by its bare name.
function notesFor(src: string, notes: Readonly<Record<string, ImageNotes>> | undefined): ImageNotes | undefined {
  return notes && (notes[src] ?? notes[src.slice(src.lastIndexOf('/') + 1)]);
}
