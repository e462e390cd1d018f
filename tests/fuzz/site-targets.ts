import fc from 'fast-check';
import { SITE_YAML } from '../small-site.ts';
import { acceptedFields, attackedFiles, FIELDS, renderSite } from './attacked-site.ts';
import { attack } from './attacks.ts';
import { hurtful, sharpText } from './sharp-text.ts';
import { faultsOfSite } from './site-faults.ts';
import { expectNone, type Target } from './target.ts';

const anyYaml = fc.oneof(attack, sharpText, hurtful);

/** Whole sites: everything between a text in the content and a byte in the output. */
export const SITE_TARGETS: readonly Target[] = [
  {
    name: 'pages',
    round: 4,
    property: () =>
      fc.asyncProperty(
        fc.array(fc.tuple(hurtful, fc.subarray([...FIELDS])), { minLength: 1, maxLength: 8 }),
        async (list) => {
          const files = list.map(([text, fields], i) => attackedFiles(`a-${i}`, text, acceptedFields(text, fields)));
          const rendered = await renderSite(Object.assign({}, ...files));
          // What one file says of another may still be wrong; that it is said without an exception is what counts then.
          if ('pages' in rendered) expectNone(faultsOfSite(rendered), JSON.stringify(list));
        },
      ),
  },
  {
    name: 'settings',
    round: 8,
    property: () =>
      fc.asyncProperty(settings, async (files) => {
        const rendered = await renderSite({ ...attackedFiles('a', 'Plain.', new Set()), ...files });
        if ('pages' in rendered) expectNone(faultsOfSite(rendered), JSON.stringify(files));
      }),
  },
];

const quoted = (text: string): string => JSON.stringify(text);

// Text in places where it is allowed, text in place of a file, and text in the place of a value.
const settings = fc.oneof(
  fc.tuple(attack, attack, anyYaml).map(([name, label, address]) => ({
    'site.yaml': `name: ${quoted(name)}\nurl: https://test.example\nlanguage: en\ntimeZone: Europe/Kyiv\ntagline: ${quoted(label)}\ndescription: ${quoted(label)}\nsections:\n  - {slug: news, name: ${quoted(label)}, description: ${quoted(name)}}\nnavigation:\n  - {label: ${quoted(label)}, href: ${quoted(address)}}\nsupport: {title: ${quoted(name)}, text: ${quoted(label)}, label: ${quoted(name)}, href: ${quoted(address)}}\npolicies: {ethics: ${quoted(address)}}\n`,
  })),
  fc.tuple(attack, anyYaml).map(([label, text]) => ({
    'site.yaml': SITE_YAML.replace('name: The Test Post', `name: ${quoted(label)}`),
    'gone.yaml': `/old/: ${quoted(text)}\n${quoted(`/${text}`)}: gone\n`,
  })),
  fc.tuple(anyYaml, anyYaml).map(([from, to]) => ({
    'redirects.yaml': `${quoted(`/${from}`)}: /2026/07/01/a/\n/x/: ${quoted(to)}\n`,
  })),
  fc
    .tuple(fc.constantFrom('site.yaml', 'redirects.yaml', 'gone.yaml', 'front.yaml', 'addresses.txt'), anyYaml)
    .map(([file, text]) => ({
      [file]: file === 'site.yaml' ? `${SITE_YAML}${text}` : text,
    })),
);
