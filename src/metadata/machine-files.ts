import { feedFiles, feedStyleFile } from '../feeds/feed-files.ts';
import type { SafeUrl } from '../html/safe-url.ts';
import type { PageContext } from '../pages/page-context.ts';
import type { TranslationGroups } from '../pages/translations.ts';
import { articleJsonFiles } from './article-json.ts';
import { buildFile } from './build-file.ts';
import { goneFiles } from './gone.ts';
import { MachineFile } from './machine-file.ts';
import { oembedFiles } from './oembed.ts';
import type { OldAddresses } from './old-addresses.ts';
import { redirectFiles } from './redirect-files.ts';
import { type HeaderRule, headersFile } from './response-headers.ts';
import { robotsText } from './robots.ts';
import { securityTextFiles } from './security-text.ts';
import { serviceWorkerFiles } from './service-worker.ts';
import { sitemapFiles } from './sitemap-files.ts';
import { webManifest } from './web-manifest.ts';

/** What the files that machines read are made of. */
export interface MachineFileSource {
  /** One for each edition, the main one first. */
  readonly contexts: readonly PageContext[];
  readonly groups: TranslationGroups;
  /** Addresses of the files in assets/, base path included, by their names there. */
  readonly assets: Readonly<Record<string, SafeUrl>>;
  readonly headers: readonly HeaderRule[];
  readonly old: OldAddresses;
}

/** Files of which there are the more the more articles there are: they tell their inputs. */
export function bulkFiles({
  contexts,
  groups,
  assets,
}: Pick<MachineFileSource, 'contexts' | 'groups' | 'assets'>): readonly MachineFile[] {
  const icon = assets['icons/icon-512.png'];
  return [
    ...contexts.flatMap((context) => feedFiles(context, icon)),
    ...contexts.flatMap((context) => articleJsonFiles(context, groups)),
    ...contexts.flatMap((context) => oembedFiles(context, groups)),
  ];
}

/** The other files that are written for machines. No two of all have one address, and none has a page's. */
export function machineFiles({ contexts, groups, assets, headers, old }: MachineFileSource): readonly MachineFile[] {
  const [main] = contexts;
  if (!main) return [];
  return [
    feedStyleFile,
    ...sitemapFiles(contexts, groups),
    new MachineFile('/manifest.webmanifest', () => webManifest(main, assets)),
    ...redirectFiles(old.redirects, main.publication, main.book, main.base),
    ...goneFiles(old.gone, main.publication, main.base),
    headersFile(headers, main.base),
    buildFile(main.publication),
    ...securityTextFiles(main),
    ...serviceWorkerFiles(main),
    new MachineFile('/robots.txt', () => robotsText(main.publication.site, main.base)),
  ];
}
