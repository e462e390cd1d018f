import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { loadYaml } from '../content/load-site.ts';
import { locateAll } from '../content/locate.ts';
import type { Diagnostic, KeyPath, Problem } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import type { Site } from '../schema/site.ts';
import { type Mapping, mappingSchema } from './import-rules.ts';

/** A mapping file, or everything that is wrong with it. Undefined when there is no such file. */
export async function readMapping(
  file: string,
  site: Site,
): Promise<{ readonly value?: Mapping; readonly diagnostics: readonly Diagnostic[] } | undefined> {
  const [folder, name] = [path.dirname(file), path.basename(file)];
  const loaded = await loadYaml(folder, name, mappingSchema);
  if (loaded?.value === undefined) return loaded;
  const problems = unknownSections(loaded.value, name, site);
  if (problems.length === 0) return loaded;
  return { diagnostics: locateAll(problems, await readFile(file, 'utf8')) };
}

function unknownSections({ sections = {}, fixed = {} }: Mapping, file: string, site: Site): readonly Problem[] {
  const known = site.sections.map(({ slug }) => slug);
  const named: readonly (readonly [KeyPath, string | undefined])[] = [
    ...(['categories', 'folders'] as const).flatMap((by) =>
      Object.entries(sections[by] ?? {}).map(([from, to]) => [['sections', by, from], to] as const),
    ),
    [['sections', 'otherwise'], sections.otherwise],
    [['fixed', 'section'], fixed.section],
  ];
  return named.flatMap(([keys, section]): Problem[] =>
    section === undefined || known.includes(section)
      ? []
      : [
          {
            code: 'section-unknown',
            file,
            place: { at: 'value', path: keys },
            message: `there is no section \`${section}\` in site.yaml`,
            help: didYouMean(section, known, `sections: ${known.join(', ')}`),
          },
        ],
  );
}
