import type { Token } from 'markdown-it';
import { escapeHtml } from '../html/safe-html.ts';
import { slugOf } from '../language/slug.ts';
import type { UpdateOpen } from './body.ts';
import type { BodyEnv } from './environment.ts';
import type { Output } from './output.ts';
import { attributionOf } from './quotes.ts';
import { typeset } from './typography.ts';

export function openContainer(token: Token, env: BodyEnv, out: Output): void {
  switch (token.meta?.['kind']) {
    case 'pullquote':
      out.write(`<aside class="pullquote">\n${attributionOf(token) === undefined ? '' : '<figure>\n'}<blockquote>\n`);
      break;
    case 'factbox':
      openFactbox(String(token.meta['title']), env, out);
      break;
    case 'update': {
      const update = updateOf(token);
      if (update === undefined) return;
      out.part(update);
      if (update.title !== undefined) {
        out.say(update.title);
        out.endBlock();
      }
    }
  }
}

export function closeContainer(token: Token, out: Output): void {
  switch (token.meta?.['kind']) {
    case 'pullquote':
    case 'factbox':
      out.write('</aside>\n');
      break;
    case 'update':
      if (updateOf(token) !== undefined) out.part({ type: 'update-close' });
  }
}

function openFactbox(written: string, env: BodyEnv, out: Output): void {
  if (written === '') {
    out.write('<aside class="factbox">\n');
    return;
  }
  const title = typeset(written, env.options.language);
  const id = env.ids.unique(`factbox-${slugOf(written, env.options.language) || 'box'}`);
  out.write(
    `<aside class="factbox" aria-labelledby="${id}">\n<p class="factbox-title" id="${id}">${escapeHtml(title)}</p>\n`,
  );
  out.say(title);
  out.endBlock();
}

function updateOf(token: Token): UpdateOpen | undefined {
  return token.meta?.['update'] as UpdateOpen | undefined;
}
