/** Shows the control that shares a page: by the device where it can, else by copying the address. */
export function copyLinks() {
  for (const box of document.querySelectorAll('.share[data-share]')) {
    const button = box.querySelector('button');
    const status = box.querySelector('[data-said]');
    const canShare = typeof navigator.share === 'function' && matchMedia('(pointer: coarse)').matches;
    if (!canShare && !navigator.clipboard) {
      box.hidden = true;
      continue;
    }
    if (canShare) button.textContent = button.dataset.label;
    button.addEventListener('click', async () => {
      const url = box.dataset.share;
      try {
        if (canShare) await navigator.share({ title: document.title, url });
        else {
          await navigator.clipboard.writeText(url);
          status.textContent = status.dataset.said;
        }
      } catch {
        // The reader thought better of it.
      }
    });
  }
}
