/** What a reader would miss: every address that a page or feed of a site names and that is not there. */
export async function findBroken(
  files: Iterable<string>,
  read: (file: string) => string | Promise<string>,
): Promise<readonly string[]> {
  const there = new Set(files);
  const broken: string[] = [];
  for (const file of there) {
    if (!/\.(?:html|xml)$/.test(file)) continue;
    for (const address of addressesIn(await read(file))) {
      const wanted = decodeURI(address.slice(1)).replace(/(^|\/)$/, '$1index.html');
      if (!there.has(wanted)) broken.push(`${file} → ${address}`);
    }
  }
  return broken;
}

/** Addresses within the site that a text names: of pages, and of what pages are made of. */
export function addressesIn(text: string): readonly string[] {
  const attributes = [...text.matchAll(/\s(?:href|src|data|poster)="(\/[^"#?]*)/g)].map(([, address = '']) => address);
  const sets = [...text.matchAll(/\s(?:srcset|imagesrcset)="([^"]*)"/g)].flatMap(([, set = '']) =>
    set.split(',').map((one) => one.trim().split(/\s/)[0] ?? ''),
  );
  const links = [...text.matchAll(/<link>(\/[^<]*)</g)].map(([, address = '']) => address);
  return [...attributes, ...sets.filter((one) => one.startsWith('/')), ...links];
}
