import { feedFiles, feedStyleFile } from '../feeds/feed-files.ts';
import type { SafeUrl } from '../html/safe-url.ts';
import type { PageContext } from '../pages/page-context.ts';
import type { TranslationGroups } from '../pages/translations.ts';
import type { MachineFile } from './machine-file.ts';

/** What the files that machines read are made of. */
export interface MachineFileSource {
  /** One for each edition, the main one first. */
  readonly contexts: readonly PageContext[];
  readonly groups: TranslationGroups;
  /** Addresses of the files in assets/, base path included, by their names there. */
  readonly assets: Readonly<Record<string, SafeUrl>>;
}

/** Every file of the site that is written for machines. No two have one address, and none has a page's. */
export function machineFiles({ contexts, assets }: MachineFileSource): readonly MachineFile[] {
  const icon = assets['icons/icon-512.png'];
  return [...contexts.flatMap((context) => feedFiles(context, icon)), feedStyleFile];
}
