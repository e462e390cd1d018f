import { expect, test } from 'vitest';
import { parseYaml } from '../../src/content/yaml.ts';
import { parseForeignYaml } from '../../src/import/markdown-site/foreign-yaml.ts';

test.each(['- ::: update 25:99Photo:', 'a: ', '- a: ', '{a: ', '[', '- ', '? '])(
  'what stands within itself thousands of times by `%s` is a fault in plain words',
  (unit) => {
    for (const end of ['', '\nb']) {
      const text = unit.repeat(10_000) + end;
      const { data, faults } = parseYaml(text);
      expect([data, faults.map(({ code }) => code)]).toEqual([undefined, ['yaml-invalid']]);
      expect(faults[0]?.message).not.toMatch(/stack/);
      expect(parseForeignYaml(text)).toBeUndefined();
    }
  },
);

test('nesting that is too deep is not taken for an alias', () => {
  const faults = ['[', '- ', '? '].map((unit) => parseYaml(`a:\n  ${unit.repeat(6000)}`).faults[0]?.message);
  expect(new Set(faults)).toEqual(
    new Set(['the YAML cannot be read: its lists or keys stand within one another too many times']),
  );
});
