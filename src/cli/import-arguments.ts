import { existsSync, statSync } from 'node:fs';
import { didYouMean } from '../diagnostics/nearest.ts';
import { UsageError } from './options.ts';

export const IMPORT_KINDS = ['wordpress', 'feed', 'hugo', 'jekyll', 'eleventy'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

const FILES: Partial<Readonly<Record<ImportKind, string>>> = { wordpress: 'FILE.xml', feed: 'FILE' };

export interface ImportSource {
  readonly kind: ImportKind;
  readonly place: string;
}

/** The system and the file or folder that a command names. @throws UsageError */
export function importSource([written, place, ...more]: readonly string[]): ImportSource {
  const kind = IMPORT_KINDS.find((one) => one === written);
  if (kind === undefined)
    throw new UsageError(
      written === undefined
        ? 'what to import is missing: npm run import -- wordpress FILE.xml'
        : `there is no import from ${written}: ${didYouMean(written, IMPORT_KINDS, `from ${IMPORT_KINDS.join(', ')}`)}`,
    );
  const wanted = FILES[kind] === undefined ? 'folder' : 'file';
  if (place === undefined)
    throw new UsageError(`the ${wanted} is missing: npm run import -- ${kind} ${FILES[kind] ?? 'DIR'}`);
  if (more.length > 0) throw new UsageError(`one at a time, not ${more[0]} as well`);
  if (/^https?:\/\//.test(place)) throw new UsageError(`an import reads from the disk: save ${place} to a file first`);
  if (!existsSync(place)) throw new UsageError(`there is no ${wanted} ${place}`);
  if (statSync(place).isDirectory() !== (wanted === 'folder'))
    throw new UsageError(`${kind} is imported from a ${wanted}, and ${place} is none`);
  return { kind, place };
}

/** `politics=ukraine,arts=culture` as a map, categories in lower case. @throws UsageError */
export function sectionMap(written: string | undefined, known: readonly string[]): ReadonlyMap<string, string> {
  const pairs = (written ?? '').split(',').filter((pair) => pair.trim() !== '');
  return new Map(
    pairs.map((pair) => {
      const [category = '', section = ''] = pair.split('=').map((part) => part.trim());
      if (!known.includes(section))
        throw new UsageError(
          section === ''
            ? `--sections is a list of category=section: ${pair.trim()} has no section`
            : `there is no section ${section}: ${didYouMean(section, known, `sections: ${known.join(', ')}`)}`,
        );
      return [category.toLowerCase(), section] as const;
    }),
  );
}
