import type { Site } from '../../schema/site.ts';
import type { ImportRules } from '../import-rules.ts';
import type { MediaLibrary } from '../pictures.ts';
import type { Attachments } from './attachments.ts';
import type { OldAddresses } from './old-addresses.ts';
import type { WxrItem } from './wxr.ts';

/** What all items of one export share. */
export interface ItemContext {
  readonly site: Site;
  readonly attachments: Attachments;
  readonly library: MediaLibrary;
  readonly old: OldAddresses;
  readonly authorsOf: (item: WxrItem) => readonly string[];
  readonly sectionOf: (item: WxrItem) => string | undefined;
  readonly tagsOf: (item: WxrItem) => readonly string[];
  /** Addresses that an item before has taken along; each can lead to one page only. */
  readonly redirected: Set<string>;
  readonly rules: ImportRules;
}
