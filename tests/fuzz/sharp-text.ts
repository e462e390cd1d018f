import fc from 'fast-check';
import { attack } from './attacks.ts';

/** Signs and words that mean something to YAML, Markdown or HTML, and characters that are easily got wrong. */
export const SHARP = [
  ...'\n\n\t :-#&*!|>\'"%@`[]{},?<=/\\~^$()_.0123',
  ...[
    '---',
    '...',
    '- ',
    '  ',
    '::: ',
    ':::\n',
    '![',
    '](',
    '[^1]',
    '[^1]: ',
    '\n> — ',
    '```\n',
    '| a |\n|---|\n',
    '\n\n',
    '> ',
    '1. ',
    '    ',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    '<script>',
    '</p>',
    '<div>',
    '</div>',
    '<b>',
    '</b>',
    '<table><tr><td>',
    '<blockquote class="twitter-tweet">',
    '</blockquote>',
  ],
  ...[
    '2026-02-31',
    '0000-00-00',
    '1984',
    'true',
    'null',
    'Photo:',
    'https://x.com/a/status/1',
    'https://youtu.be/abcdefghijk',
    'https://a.example/b',
    'javascript:',
  ],
  ...[
    '::: update 25:99',
    '::: factbox',
    '::: pullquote',
    '&a ',
    '*a',
    '!!set',
    '<<: ',
    '\ud800',
    '\u0000',
    '\u00a0',
    '\u2028',
    '\ufeff',
    '\ue000',
    '\ue001',
    'й',
    '漢',
    '🙂',
    'e\u0301',
  ],
];

/** Any of it in a row. */
export const sharpText: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...SHARP) }, fc.string({ unit: 'binary', maxLength: 6 })), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''));

/** Attacks amid what means something. */
export const hurtful: fc.Arbitrary<string> = fc.oneof(
  attack,
  sharpText,
  fc.array(fc.oneof(attack, sharpText), { minLength: 2, maxLength: 4 }).map((parts) => parts.join('')),
);
