/** Dark or light by a button, remembered on the reader's own device. */
export function switchColours() {
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  const dark = () => (root.dataset.colours ?? (system.matches ? 'dark' : 'light')) === 'dark';
  for (const button of document.querySelectorAll('[data-colours-switch]')) {
    const show = () => button.setAttribute('aria-pressed', String(dark()));
    button.addEventListener('click', () => {
      const colours = dark() ? 'light' : 'dark';
      root.dataset.colours = colours;
      try {
        localStorage.setItem('colours', colours);
      } catch {
        // Then the choice lasts as long as the page.
      }
      show();
    });
    system.addEventListener('change', show);
    show();
  }
}
