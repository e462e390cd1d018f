import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pictureName } from '../../src/images/conversion-settings.ts';
import { filesOf, planPicture, widthsFor } from '../../src/images/plan-picture.ts';

const size = fc.integer({ min: 1, max: 20_000 });

test.each([
  [1, [1]],
  [320, [320]],
  [330, [320]],
  [400, [320, 400]],
  [1600, [320, 640, 960, 1280, 1600]],
  [1920, [320, 640, 960, 1280, 1920]],
  [8000, [320, 640, 960, 1280, 1920]],
])('an original %i wide is served in %j', (width, widths) => {
  expect(widthsFor(width)).toEqual(widths);
});

test('no file is larger than its original, every height fits its width, no address is given twice', () => {
  fc.assert(
    fc.property(size, size, fc.boolean(), (width, height, hasAlpha) => {
      const picture = planPicture('name', { width, height, hasAlpha, colour: '#000000' });
      const files = filesOf(picture);
      expect(new Set(files.map((f) => f.address)).size).toBe(files.length);
      expect(picture.fallback.width).toBeLessThanOrEqual(1280);
      for (const file of files) {
        expect(file.width).toBeLessThanOrEqual(width);
        expect(file.height).toBeGreaterThan(0);
        expect(Math.abs(file.height - (file.width * height) / width)).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test('a name depends on the content alone', () => {
  expect(pictureName('a')).toBe(pictureName('a'));
  expect(pictureName('a')).not.toBe(pictureName('b'));
  expect(pictureName('a')).toMatch(/^[0-9a-f]{20}$/);
});
