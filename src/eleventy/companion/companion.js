// Of the preview alone: readers never get this file.
const panel = document.getElementById('dateline-panel');
const isFramed = window.top !== window;

if (panel && isFramed) {
  // The page within the panel shows itself alone, whatever a save brings along.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('#dateline-panel, #dateline-overlay { display: none }');
  document.adoptedStyleSheets = [sheet];
} else if (panel) {
  // A save gives the page its new markup, in which the panel is folded: what the editor chose counts.
  const OPEN = 'dateline-panel-open';
  const apply = () => {
    if (panel.open !== (sessionStorage.getItem(OPEN) === 'yes')) panel.open = !panel.open;
  };
  panel.querySelector('summary')?.addEventListener('click', (event) => {
    event.preventDefault();
    sessionStorage.setItem(OPEN, panel.open ? 'no' : 'yes');
    apply();
  });
  new MutationObserver(apply).observe(panel, { attributes: true, attributeFilter: ['open'] });
  apply();
}

document.addEventListener('click', async (event) => {
  const button = event.target instanceof Element ? event.target.closest('[data-copy]') : null;
  if (!(button instanceof HTMLElement)) return;
  const label = button.textContent;
  try {
    await navigator.clipboard.writeText(button.dataset['copy'] ?? '');
    button.textContent = 'Copied';
  } catch {
    button.textContent = button.dataset['copy'] ?? '';
    return;
  }
  setTimeout(() => {
    button.textContent = label;
  }, 1500);
});
