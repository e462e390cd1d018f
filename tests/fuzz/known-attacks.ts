import { article } from '../small-site.ts';
import { acceptedFields, attackedFiles, FIELDS, type Field, type RenderedSite, renderSite } from './attacked-site.ts';
import { ATTACKS } from './attacks.ts';

export interface AttackedCorpus {
  readonly rendered: RenderedSite;
  /** How many attacks stand in each field. */
  readonly placed: Readonly<Record<Field, number>>;
}

// Attacks that are errors where another file is named give no site; each of them is a diagnostic, and it is left out.
const MOST_TRIES = 12;

/** One site in which every attack stands in every field that takes it, an article each. @throws Error when what is refused does not become less. */
export async function renderCorpus(attacks: readonly string[] = ATTACKS): Promise<AttackedCorpus> {
  const placed = Object.fromEntries(FIELDS.map((field) => [field, 0])) as Record<Field, number>;
  const files = new Map<string, Readonly<Record<string, string | Uint8Array>>>();
  for (const [i, text] of attacks.entries()) {
    const fields = acceptedFields(text);
    for (const field of fields) placed[field]++;
    files.set(`v-${i}`, attackedFiles(`v-${i}`, text, fields));
  }
  for (let round = 0; round < MOST_TRIES; round++) {
    const rendered = await renderSite({ 'articles/plain.md': article(), ...Object.assign({}, ...files.values()) });
    if ('pages' in rendered) return { rendered, placed };
    const refused = new Set(rendered.errors.flatMap((error) => /\/(v-\d+)\.md/.exec(error)?.[1] ?? []));
    if (refused.size === 0) throw new Error(rendered.errors.join('\n'));
    // Text alone stays: what it names elsewhere (links, tags) is what was refused.
    for (const name of refused) {
      const text = attacks[Number(name.slice(2))] ?? '';
      const kept = new Set(
        [...acceptedFields(text)].filter(
          (field) => !(round === 0 ? ['tag'] : ['tag', 'body', 'page', 'address']).includes(field),
        ),
      );
      if (round > 1) files.delete(name);
      else files.set(name, attackedFiles(name, text, kept));
    }
  }
  throw new Error('the site of known attacks has errors however much of it is left out');
}
