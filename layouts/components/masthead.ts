import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { SafeUrl } from '../../src/html/safe-url.ts';
import { primarySubtag } from '../../src/language/language.ts';
import type { LogoView } from '../../src/pages/part-views.ts';
import type { SiteView } from '../../src/pages/site-view.ts';
import type { Locale } from './locale.ts';
import { picture } from './picture.ts';

export interface MastheadParts {
  readonly site: SiteView;
  readonly locale: Locale;
  readonly section: SafeUrl | undefined;
  readonly front: boolean;
}

/** Name of the publication, its editions and its sections. On the front page the name is the page's heading. */
export function masthead({ site, locale, section, front }: MastheadParts): SafeHtml {
  const { words } = locale;
  const name = html`<a class="nameplate" href="${site.home}">${site.logo === undefined ? site.name : logo(site.logo)}</a>`;
  return html`<header class="masthead">
<div class="masthead-top">
${editions(site, locale)}
<div class="masthead-tools">${searchLink(site, locale)}${colourSwitch(locale)}${
    site.support !== undefined &&
    html`<a class="masthead-support" href="${site.support.href}">${site.support.label}</a>`
  }</div>
</div>
${front ? html`<h1 class="masthead-name">${name}</h1>` : html`<p class="masthead-name">${name}</p>`}
${front && site.tagline !== '' && html`<p class="masthead-tagline">${site.tagline}</p>`}
${
  site.sections.length > 0 &&
  html`<nav class="sections" aria-label="${words.sections}"><ul>${site.sections.map(
    ({ label, href }) => html`<li><a href="${href}"${href === section && html` aria-current="true"`}>${label}</a></li>`,
  )}</ul></nav>`
}
</header>`;
}

// Both are in the page, since a reader may choose other colours than the system's; what is not shown is not loaded.
function logo({ light, dark }: LogoView): SafeHtml {
  if (dark === undefined) return html`<span class="logo">${picture(light, 'logo', 'now')}</span>`;
  return html`<span class="logo logo-light">${picture(light, 'logo', 'later')}</span><span class="logo logo-dark">${picture(dark, 'logo', 'later')}</span>`;
}

function editions({ editions: list, language }: SiteView, { words }: Locale): SafeHtml {
  if (list.length < 2) return html`<span></span>`;
  return html`<nav class="editions" aria-label="${words.editions}"><ul>${list.map(
    (edition) =>
      html`<li><a href="${edition.href}" hreflang="${edition.language}" lang="${edition.language}"${
        primarySubtag(edition.language) === primarySubtag(language) && html` aria-current="true"`
      }>${edition.name}</a></li>`,
  )}</ul></nav>`;
}

function searchLink({ places }: SiteView, { words, wordsMark }: Locale): SafeHtml {
  return html`<a class="masthead-search" href="${places.search}"${wordsMark}><span>${words.search.title}</span></a>`;
}

// Its room is kept while it is hidden, so that nothing moves when the script shows it.
function colourSwitch({ words, wordsMark }: Locale): SafeHtml {
  return html`<button class="colour-switch" type="button" data-colours-switch aria-pressed="false" aria-label="${words.coloursDark}"${wordsMark}></button>`;
}
