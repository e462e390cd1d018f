import type { Site } from '../schema/site.ts';

/** The part of site.yaml that decides how one file is read. It is part of the cache's key, so it holds no more than that. */
export interface ReadingSettings {
  readonly language: string;
  readonly timeZone: string;
  readonly html: 'sanitize' | 'escape' | 'trust';
  readonly requireCredit: boolean;
}

export function readingSettings(site: Site): ReadingSettings {
  return {
    language: site.language,
    timeZone: site.timeZone,
    html: site.markdown.html,
    requireCredit: site.images.requireCredit,
  };
}
