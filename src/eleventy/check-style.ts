import { statSync } from 'node:fs';
import type { Content } from '../content/load-content.ts';
import { locateProblems } from '../content/locate-problems.ts';
import { isStyleCode } from '../diagnostics/codes.ts';
import type { Diagnostic, Problem } from '../diagnostics/diagnostic.ts';
import { fileOf } from '../files/file-of.ts';
import type { PreparedPictures } from '../images/prepare-pictures.ts';
import { checkPictureSizes } from '../publication/check-picture-sizes.ts';
import { checkTags } from '../publication/check-tags.ts';
import type { TagMatcher } from '../publication/tags.ts';
import type { SiteChecks } from '../schema/checks.ts';

interface Styled {
  readonly root: string;
  readonly content: Content;
  readonly tags?: TagMatcher | undefined;
  /** Absent while the texts have errors, when no picture is looked at. */
  readonly pictures?: PreparedPictures | undefined;
}

/** Every note on style, as heavy as site.yaml makes it; without those that it or the file itself has silenced. */
export async function checkStyle({ root, content, tags, pictures }: Styled): Promise<readonly Diagnostic[]> {
  const found = [
    ...(tags ? checkTags(content, tags) : []),
    ...(pictures ? checkPictureSizes(content, (src) => sizeOf(root, src, pictures)) : []),
  ];
  return weighed(content, [...content.style, ...(await locateProblems(root, found.filter(isWanted(content))))]);
}

/** Notes on style as site.yaml and the files themselves want them. */
export function weighed({ site, silenced }: Content, style: readonly Diagnostic[]): readonly Diagnostic[] {
  const checks: SiteChecks = site?.checks ?? {};
  return style.flatMap((diagnostic) => {
    const { code, file } = diagnostic;
    if (!isStyleCode(code)) return diagnostic;
    const severity = checks[code] ?? 'warning';
    return severity === 'off' || silenced.get(file)?.includes(code) ? [] : { ...diagnostic, severity };
  });
}

/** Whether a build has to look at the style at all. */
export function hasStrictChecks({ site }: Content): boolean {
  return Object.values(site?.checks ?? {}).includes('error');
}

function isWanted({ site }: Content): (problem: Problem) => boolean {
  return ({ code }) => !isStyleCode(code) || site?.checks?.[code] !== 'off';
}

function sizeOf(root: string, src: string, { pictures }: PreparedPictures) {
  const picture = pictures.get(src);
  const bytes = picture && statSync(fileOf(root, src), { throwIfNoEntry: false })?.size;
  return picture && bytes !== undefined ? { width: picture.width, height: picture.height, bytes } : undefined;
}
