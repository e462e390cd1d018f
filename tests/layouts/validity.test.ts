import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { renderView } from '../../layouts/pages/render-view.ts';
import { everyView } from './fixtures.ts';
import { site } from './site.ts';

const plain = (text: string): string => text;
const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // Line ends and the one-line loops of templates are nobody's fault.
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    'doctype-style': 'off',
    'long-title': 'off',
    // Our fixtures repeat one article.
    'no-redundant-role': 'off',
  },
});

describe.each(['en', 'uk'])('in %s', (language) => {
  it.each(everyView(plain, language))('$layout is valid HTML', async (view) => {
    const report = await validator.validateString(renderView(view, site(plain, language)));
    const messages = report.results.flatMap((result) =>
      result.messages.map(({ line, message, ruleId }) => `${line}: ${message} (${ruleId})`),
    );
    expect(messages).toEqual([]);
  });
});
