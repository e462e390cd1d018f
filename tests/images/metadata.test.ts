import sharp, { type Metadata } from 'sharp';
import { expect, test } from 'vitest';
import { readCredit } from '../../src/images/read-credit.ts';
import { openWorkshop, photo, plain } from './picture-workshop.ts';

/** A JPEG with the fields of record 2 of IPTC-IIM. */
async function jpegWithIptc(fields: Readonly<Record<number, string>>): Promise<Buffer> {
  const iim = Buffer.concat(
    Object.entries(fields).map(([dataset, text]) => {
      const data = Buffer.from(text);
      return Buffer.concat([Buffer.from([0x1c, 2, Number(dataset), data.length >> 8, data.length & 255]), data]);
    }),
  );
  const head = Buffer.from('Photoshop 3.0\0' + '8BIM\x04\x04\0\0\0\0', 'latin1');
  const segment = Buffer.concat([
    head,
    Buffer.from([iim.length >> 8, iim.length & 255]),
    iim,
    Buffer.alloc(iim.length % 2),
  ]);
  const length = segment.length + 2;
  const jpeg = await photo(60, 40).jpeg().toBuffer();
  return Buffer.concat([
    jpeg.subarray(0, 2),
    Buffer.from([0xff, 0xed, length >> 8, length & 255]),
    segment,
    jpeg.subarray(2),
  ]);
}

test('the place and the camera go, who took the picture stays, in every format', async () => {
  const shop = await openWorkshop();
  const exif = {
    IFD0: { Artist: 'Olena Bondar', Copyright: 'Suspilne & partners', Make: 'SecretCam' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '50/1 27/1 0/1' },
  };
  await shop.put('photo.jpg', photo(60, 40).jpeg().withExif(exif));
  await shop.put('alpha.png', plain(30, 20, { r: 9, g: 9, b: 9, alpha: 0.4 }).png().withExif(exif));
  const { files } = await shop.prepare(['photo.jpg', 'alpha.png']);
  expect(files).toHaveLength(6);
  for (const { source } of files) {
    const metadata = await sharp(source).metadata();
    expect(metadata.exif).toBeUndefined();
    expect(readCredit(metadata)).toEqual({ creator: 'Olena Bondar', copyright: 'Suspilne & partners' });
    expect((await sharp(source).toBuffer()).includes('SecretCam')).toBe(false);
  }
});

test('credit lines of IPTC are kept, the rest of IPTC is not', async () => {
  const shop = await openWorkshop();
  await shop.put('a.jpg', await jpegWithIptc({ 80: 'Ірина Чумак', 90: 'Kharkiv', 110: 'Reuters', 116: '(c) Reuters' }));
  const { files } = await shop.prepare(['a.jpg']);
  for (const { source } of files) {
    const metadata = await sharp(source).metadata();
    expect(metadata.iptc).toBeUndefined();
    expect(metadata.xmpAsString).not.toContain('Kharkiv');
    expect(readCredit(metadata)).toEqual({ creator: 'Ірина Чумак', credit: 'Reuters', copyright: '(c) Reuters' });
  }
});

test('XMP is reduced to its credit lines', async () => {
  const shop = await openWorkshop();
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" exif:GPSLatitude="50,27N" photoshop:Credit="AP &amp; AFP"
      xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmpRights:WebStatement="https://ap.example/rights?a=1&amp;b=2" xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/">
    <plus:Licensor><rdf:Seq><rdf:li rdf:parseType="Resource"><plus:LicensorURL>https://ap.example/licence</plus:LicensorURL></rdf:li></rdf:Seq></plus:Licensor>
    <dc:creator><rdf:Seq><rdf:li>Kateryna</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>`;
  await shop.put('a.jpg', photo(60, 40).jpeg().withXmp(xmp));
  const { files } = await shop.prepare(['a.jpg']);
  for (const { source } of files) {
    const metadata = await sharp(source).metadata();
    expect(metadata.xmpAsString).not.toContain('GPS');
    expect(readCredit(metadata)).toEqual({
      creator: 'Kateryna',
      credit: 'AP & AFP',
      rightsUrl: 'https://ap.example/rights?a=1&b=2',
      licensorUrl: 'https://ap.example/licence',
    });
  }
});

test('a picture that says nothing about its maker carries no metadata', async () => {
  const shop = await openWorkshop();
  await shop.put('a.jpg', photo(60, 40).jpeg());
  for (const { source } of (await shop.prepare(['a.jpg'])).files) {
    const { exif, xmp, iptc, icc } = await sharp(source).metadata();
    expect([exif, xmp, iptc, icc]).toEqual([undefined, undefined, undefined, undefined]);
  }
});

test('broken metadata counts as nothing said', () => {
  const nothing = {} as Metadata;
  const exif = Buffer.from('Exif\0\0II*\0\xff\xff\xff\xff', 'latin1');
  const iptc = Buffer.from([0x1c, 2, 80, 0xff, 0xff]);
  expect(readCredit({ ...nothing, exif, iptc, xmpAsString: '<dc:creator><rdf:li>half' })).toEqual({});
});
