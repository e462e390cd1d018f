import type { z } from 'zod';
import { slugOf } from '../language/slug.ts';
import type { Body } from '../markdown/body.ts';
import { typeset } from '../markdown/typography.ts';
import type { OwnChecks } from '../schema/checks.ts';
import { authorSchema, pageSchema, seriesSchema, tagSchema } from '../schema/records.ts';
import type { Author, Page, Series, TagRecord } from './article.ts';
import { checkAuthorStyle } from './check-style.ts';
import { digestOf } from './digest.ts';
import type { ReadDocument } from './read-article.ts';
import { FileReading } from './read-file.ts';
import { readImage } from './read-image.ts';
import type { ReadingSettings } from './settings.ts';
import { slugOfFile } from './slug-of-file.ts';
import { validate } from './validate.ts';

type Make<S extends z.ZodType, D> = (
  reading: FileReading,
  written: z.output<S>,
  body: Body,
  name: string,
) => D | undefined;

// Authors, tags, series and pages are read alike; each says only what its own front matter becomes.
function reader<S extends z.ZodType, D>(schema: S, make: Make<S, D>) {
  return (source: string, text: string, settings: ReadingSettings): ReadDocument<D> => {
    const reading = new FileReading(source, settings);
    const split = reading.split(text);
    if (!split.data) return { problems: reading.problems };
    const valid = validate(schema, split.data, source);
    reading.problems.push(...valid.problems);
    const { language = settings.language, checks } = (valid.value ?? {}) as { language?: string; checks?: OwnChecks };
    const body = reading.body(split, language);
    if (!valid.value) return { problems: reading.problems };
    const name = /([^/]+)\.md$/.exec(source)?.[1] ?? '';
    const document = make(reading, valid.value, body, name);
    const { problems } = reading;
    return document ? { document, body, problems, checks } : { problems, checks };
  };
}

export const readAuthor = reader(authorSchema, (reading, written, body, name): Author | undefined => {
  const { language } = reading.settings;
  const id = idOf(reading, name);
  const photo = written.photo && readImage(reading, written.photo, ['photo'], language);
  if (id === undefined) return undefined;
  checkAuthorStyle(reading, written, body);
  return {
    source: reading.source,
    id,
    name: written.name,
    links: written.links ?? [],
    body: digestOf(reading, body, undefined, language),
    ...(written.role ? { role: written.role } : {}),
    ...(photo ? { photo } : {}),
  };
});

export const readTag = reader(tagSchema, (reading, written, body, name): TagRecord | undefined => {
  const slug = slugOf(name, reading.settings.language);
  if (slug === '') {
    reading.report({
      code: 'slug-invalid',
      place: { at: 'file' },
      message: `\`${name}\` cannot stand in an address`,
      help: 'name the file in letters or digits: its name is the slug of the tag',
    });
    return undefined;
  }
  return {
    source: reading.source,
    slug,
    aliases: written.aliases ?? [],
    body: digestOf(reading, body, undefined, reading.settings.language),
    ...(written.label ? { label: written.label } : {}),
    ...(written.description ? { description: written.description } : {}),
  };
});

export const readSeries = reader(seriesSchema, (reading, written, body, name): Series | undefined => {
  const id = idOf(reading, name);
  if (id === undefined) return undefined;
  const description = written.description ? { description: written.description } : {};
  return {
    source: reading.source,
    id,
    title: written.title,
    body: digestOf(reading, body, undefined, reading.settings.language),
    ...description,
  };
});

export const readPage = reader(pageSchema, (reading, written, body): Page | undefined => {
  const language = written.language ?? reading.settings.language;
  const slug = written.slug ?? slugOfFile(reading, language);
  const image = written.image && readImage(reading, written.image, ['image'], language);
  if (slug === undefined) return undefined;
  return {
    source: reading.source,
    title: typeset(written.title, language),
    standfirst: typeset(written.standfirst?.trim() ?? '', language),
    slug,
    folders: foldersOf(reading.source, language),
    language,
    redirectFrom: written.redirectFrom ?? [],
    draft: written.draft ?? false,
    noindex: written.noindex ?? false,
    body: digestOf(reading, body, written.images, language),
    ...(image ? { image } : {}),
    ...(written.translationOf ? { translationOf: written.translationOf } : {}),
  };
});

// A page of another language lies in that language's folder, which the edition's prefix already stands for.
function foldersOf(source: string, language: string): string[] {
  const parts = source.split('/').slice(1, -1);
  if (source.endsWith('/index.md')) parts.pop();
  const folders = parts[0]?.toLowerCase() === language.toLowerCase() ? parts.slice(1) : parts;
  return folders.map((folder) => slugOf(folder, language)).filter((folder) => folder !== '');
}

function idOf(reading: FileReading, name: string): string | undefined {
  // A name that ends like a file would be one in the output.
  if (/^[a-z0-9]+(?:[-_.][a-z0-9]+)*$/.test(name) && !/\.(?:html|xml|json|txt|webmanifest)$/.test(name)) return name;
  reading.report({
    code: 'slug-invalid',
    place: { at: 'file' },
    message: `\`${name}\` cannot be an id`,
    help: 'name the file in lower-case letters, digits and hyphens: its name is the id and stands in the address',
  });
  return undefined;
}
