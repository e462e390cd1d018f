import { codeFrame } from '../diagnostics/code-frame.ts';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import { html } from '../html/safe-html.ts';
import { copyButton, editorAddress } from './companion/panel.ts';

export interface OverlayOptions {
  /** Absolute path of the content folder, for links that open the editor. */
  readonly content: string;
  readonly readSource: (file: string) => string;
}

/** A page with what is wrong laid over it: the page below is the last good one. Without script, so it works on any page. */
export function withOverlay(page: string, diagnostics: readonly Diagnostic[], options: OverlayOptions): string {
  if (diagnostics.length === 0) return page;
  const errors = hasErrors(diagnostics);
  const items = diagnostics.map((diagnostic) => {
    const { file, line, column, severity, code, message, help } = diagnostic;
    const frame = codeFrame(diagnostic, options.readSource(file)).join('\n');
    return html`<li class="${severity}"><p><a href="${editorAddress(`${options.content}/${file}`, line, column)}">${file}:${line}:${column}</a> ${copyButton(`${options.content}/${file}:${line}:${column}`)} <a class="code" href="/_help/errors/#${code}">${code}</a></p><p>${message}</p><pre>${frame}</pre><p class="help">${help}</p></li>`;
  });
  const title = errors ? 'Not right yet: behind this is the last good page' : 'Worth a look';
  const overlay = html`<details id="dateline-overlay" class="${errors ? 'errors' : 'warnings'}"${errors ? html` open` : ''}><summary>${title} (${diagnostics.length})</summary><ol>${items}</ol></details>`;
  const styled = page.includes('</head>')
    ? page.replace('</head>', '<link rel="stylesheet" href="/.dateline/overlay.css"></head>')
    : `<link rel="stylesheet" href="/.dateline/overlay.css">${page}`;
  return styled.includes('</body>') ? styled.replace('</body>', () => `${overlay}</body>`) : styled + overlay;
}

export const OVERLAY_CSS = `
#dateline-overlay{position:fixed;inset:auto 0 0 0;z-index:2147483647;max-height:85vh;overflow:auto;background:#1d1f24;color:#f4f1ea;font:15px/1.5 system-ui,sans-serif;border-top:4px solid #d9822b;padding:0;text-align:left}
#dateline-overlay.errors{border-color:#e5484d}
#dateline-overlay summary{padding:.75rem 1.25rem;font-weight:600;cursor:pointer;position:sticky;top:0;background:inherit}
#dateline-overlay ol{margin:0;padding:0 1.25rem 1.25rem;list-style:none}
#dateline-overlay li{padding:.75rem 0;border-top:1px solid #3a3d45;margin:0}
#dateline-overlay p{margin:.15rem 0}
#dateline-overlay a{color:#9ecbff;font-weight:600}
#dateline-overlay a.code{font-weight:400;margin-left:.5rem}
#dateline-overlay pre{margin:.5rem 0;padding:.6rem .8rem;background:#121317;overflow:auto;font:13px/1.45 ui-monospace,monospace;border:0;color:inherit}
#dateline-overlay .help::before{content:"→ ";color:#7dd3a0}
@media print{#dateline-overlay{display:none}}
`;
