import { expect, test } from 'vitest';
import { article, PIXEL, SmallSite } from '../small-site.ts';

// Both are written the same to the eye: й as one letter, and as и with a breve.
const nfc = (text: string) => text.normalize('NFC');
const nfd = (text: string) => text.normalize('NFD');

const filesNamed = (form: (text: string) => string) => ({
  [form('authors/olha.md')]: '---\nname: Olha\n---\n',
  [form('articles/літній/порт.md')]: article({ title: 'Port' }, 'See [the quay](набережний.md).\n'),
  [form('articles/літній/набережний.md')]: article(
    { title: 'Quay', related: ['літній/порт.md'], image: { src: 'краєвид-й.png', alt: 'A', credit: 'B' } },
    '![B](краєвид-й.png "Photo: C") and [data](числа-й.csv)\n',
  ),
  [form('articles/літній/краєвид-й.png')]: PIXEL,
  [form('articles/літній/числа-й.csv')]: 'a,b\n',
});

test('a site copied from a Mac, whose names are decomposed, is the same site', async () => {
  const composed = await (await SmallSite.write(filesNamed(nfc))).build();
  const decomposed = await (await SmallSite.write(filesNamed(nfd))).build();
  expect([...decomposed.keys()]).toEqual([...composed.keys()]);
  for (const [name, bytes] of composed)
    expect.soft({ name, same: decomposed.get(name)?.equals(bytes) }).toEqual({ name, same: true });
});

test('paths that were pasted in decomposed letters mean the same files', async () => {
  const files = filesNamed(nfc);
  const pasted = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name, typeof text === 'string' ? nfd(text) : text]),
  );
  const { diagnostics } = await (await SmallSite.write(pasted)).prepare();
  expect(diagnostics).toEqual([]);
});

test('two names that differ in nothing else are one too many', async () => {
  const { diagnostics } = await (
    await SmallSite.write({
      [nfc('articles/й.md')]: article({ slug: 'one' }),
      [nfd('articles/й.md')]: article({ slug: 'two' }),
    })
  ).prepare();
  expect(diagnostics.map(({ code, file }) => `${code} ${file}`)).toEqual([`address-conflict ${nfc('articles/й.md')}`]);
});
