import { describe, expect, it } from 'vitest';
import { renderView } from '../../layouts/pages/render-view.ts';
import { everyView } from './fixtures.ts';
import { site } from './site.ts';

const HOSTILE = `"'><script>alert(1)</script><img src=x onerror=alert(1)>&lt;`;
const attack = (text: string): string => `${text} ${HOSTILE}`;

describe.each(everyView(attack))('$layout', (view) => {
  const page = renderView(view, site(attack, 'en'));

  it('shows hostile text as text, wherever it stands', () => {
    expect(page).not.toContain('<script>alert');
    expect(page).not.toContain('<img src=x');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('lets no text leave its attribute', () => {
    for (const [, attribute] of page.matchAll(/\s[\w-]+="([^"]*)"/g)) expect(attribute).not.toMatch(/[<>]/);
  });

  it('needs no exception from a strict policy', () => {
    expect(page).not.toMatch(/<[^>]*\s(?:style|on\w+)="/);
    expect(page).not.toMatch(/<style|<script(?![^>]*\ssrc=")/);
  });
});
