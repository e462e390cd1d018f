import naughty from 'big-list-of-naughty-strings/blns.json' with { type: 'json' };
import fc from 'fast-check';
import { OWN_ATTACKS } from './own-attacks.ts';

/** Strings of the Big List of Naughty Strings (MIT), OWASP's filter evasions among them; those that mean nothing to a browser too. */
const LISTED: readonly string[] = naughty;

/** Every known attack, each once. */
export const ATTACKS: readonly string[] = [...new Set([...LISTED, ...Object.values(OWN_ATTACKS).flat()])].filter(
  (attack) => attack.trim() !== '',
);

const JOINTS = [
  '',
  ' ',
  '\n',
  '\n\n',
  '"',
  "'",
  '>',
  '<',
  '<b>',
  '</b>',
  '&',
  ';',
  '\t',
  '`',
  '*',
  '[',
  '](',
  ')',
  '|',
  '\\',
];

/** An attack, one that was cut or joined or changed in one place, or several. */
export const attack: fc.Arbitrary<string> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...ATTACKS) },
  fc
    .tuple(
      fc.constantFrom(...ATTACKS),
      fc.nat(400),
      fc.constantFrom(...JOINTS, '\u0000', '\u00a0', '\u200b'),
      fc.nat(3),
    )
    .map(
      ([text, at, put, cut]) =>
        `${text.slice(0, at % (text.length + 1))}${put}${text.slice((at % (text.length + 1)) + cut)}`,
    ),
  fc
    .array(fc.tuple(fc.constantFrom(...ATTACKS), fc.constantFrom(...JOINTS)), { minLength: 2, maxLength: 4 })
    .map((pairs) => pairs.flat().join('')),
  fc
    .tuple(fc.constantFrom(...ATTACKS), fc.constantFrom(...ATTACKS), fc.nat(200), fc.nat(200))
    .map(([a, b, i, j]) => a.slice(0, i) + b.slice(j % (b.length + 1))),
);
