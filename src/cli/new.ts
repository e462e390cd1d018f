import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DateTime } from 'luxon';
import { loadSite } from '../content/load-site.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import { slugOf } from '../language/slug.ts';
import type { Command } from './main.ts';
import { parse, SITE_OPTIONS, siteArguments, UsageError } from './options.ts';

export const newArticle: Command = {
  usage: `npm run new -- "Headline" [options]\n\nBegins an article: a draft with valid front matter, in the folder of its month.\n\n  --content DIR    where the content is (content)\n  --section S      its section\n  --author ID      its author\n  --now ISO        its date`,
  async run(args) {
    const options = { ...SITE_OPTIONS, section: { type: 'string' }, author: { type: 'string' } } as const;
    const { values, positionals } = parse(args, options, true);
    const title = positionals.join(' ').trim();
    if (title === '') throw new UsageError('a headline is missing: npm run new -- "Ferries return to the estuary"');
    const { content, now } = siteArguments(values);
    const { value: site } = await loadSite(content);
    const language = site?.language ?? 'en';
    const slug = slugOf(title, language);
    if (slug === '') throw new UsageError(`the headline gives no file name: ${title}`);
    const time = DateTime.fromMillis(now, { zone: site?.timeZone ?? 'UTC' });
    const file = path.join(content, 'articles', time.toFormat('yyyy/MM'), `${slug}.md`);
    if (existsSync(file)) throw new UsageError(`there is an article of that name already: ${file}`);
    const sections = site?.sections.map((known) => known.slug) ?? [];
    const section = values.section ?? sections[0];
    if (section !== undefined && site && !sections.includes(section)) {
      throw new UsageError(
        `there is no section ${section}: ${didYouMean(section, sections, `sections: ${sections.join(', ')}`)}`,
      );
    }
    if (values.author !== undefined && !existsSync(path.join(content, 'authors', `${values.author}.md`))) {
      throw new UsageError(
        `there is no author ${values.author}: make ${path.join(content, 'authors', `${values.author}.md`)} first`,
      );
    }
    const keys = [
      `title: ${JSON.stringify(title)}`,
      'standfirst:',
      `date: ${time.toFormat('yyyy-MM-dd HH:mm')}`,
      values.author === undefined ? 'authors: []' : `authors: [${values.author}]`,
      ...(section === undefined ? [] : [`section: ${section}`]),
      'tags: []',
      'draft: true',
    ];
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, `---\n${keys.join('\n')}\n---\n\n`, { flag: 'wx' });
    process.stdout.write(
      `${file}\nWrite the text below the second line of dashes; take out \`draft: true\` when it is ready.\n`,
    );
    return 0;
  },
};
