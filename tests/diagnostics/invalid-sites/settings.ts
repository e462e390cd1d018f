import { SITE_YAML } from '../../small-site.ts';
import { type InvalidSite, lines, withKeys } from './invalid-site.ts';

export const WRONG_SETTINGS: readonly InvalidSite[] = [
  {
    code: 'key-unknown',
    when: 'a key of site.yaml is misspelt',
    files: { 'site.yaml': `${SITE_YAML}licence: https://example.org/\n` },
    at: 'site.yaml:8:1',
    marked: 'licence',
    help: 'did you mean `license`?',
  },
  {
    code: 'key-missing',
    when: 'site.yaml has no url',
    files: { 'site.yaml': lines('name: The Test Post', 'language: en', 'timeZone: Europe/Kyiv') },
    at: 'site.yaml:1:1',
    help: 'such as https://news.example',
  },
  {
    code: 'value-invalid',
    when: 'the pattern of addresses would leave the site',
    files: { 'site.yaml': `${SITE_YAML}permalinks: {article: "/../{slug}/"}\n`, 'articles/ferries.md': withKeys() },
    at: 'site.yaml:8:23',
    marked: '"/../{slug}/"',
    help: 'pattern',
  },
  {
    code: 'value-invalid',
    when: 'the pattern of addresses has a placeholder that does not exist',
    files: { 'site.yaml': `${SITE_YAML}permalinks: {article: "/{jahr}/{slug}/"}\n`, 'articles/ferries.md': withKeys() },
    at: 'site.yaml:8:23',
    marked: '"/{jahr}/{slug}/"',
    help: 'pattern',
  },
  {
    code: 'value-invalid',
    when: 'two sections have one slug',
    files: { 'site.yaml': `${SITE_YAML}  - {slug: news, name: Again}\n` },
    at: 'site.yaml:8:12',
    marked: 'news',
    help: 'write `sections[3].slug` as: slug',
  },
  {
    code: 'zone-invalid',
    when: 'the time zone is none that exists',
    files: { 'site.yaml': SITE_YAML.replace('Europe/Kyiv', 'Europe/Lantern') },
    at: 'site.yaml:4:11',
    marked: 'Europe/Lantern',
    help: 'such as Europe/Kyiv',
  },
];
