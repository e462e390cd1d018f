/** Dark or light by a button, remembered on the reader's own device. */
function switchColours() {
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

/** Puts the player in the place of its link when a reader asks for it, and not before. */
function playVideos() {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('[data-player]') : null;
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const player = document.createElement('iframe');
    const address = new URL(link.dataset.player);
    address.searchParams.set('autoplay', '1');
    player.src = address.href;
    player.title = link.dataset.title;
    player.allow = 'autoplay; fullscreen; picture-in-picture';
    player.referrerPolicy = 'strict-origin-when-cross-origin';
    player.className = 'video-player';
    link.replaceWith(player);
    player.focus();
  });
}

/** Shows the control that shares a page: by the device where it can, else by copying the address. */
function copyLinks() {
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

/** Lets the reader of a live report choose which end of it comes first. */
function orderUpdates() {
  const button = document.querySelector('[data-order-updates]');
  const updates = [...document.querySelectorAll('.update')];
  if (!button || updates.length < 2) return;
  const { newest, oldest } = button.dataset;
  const mark = document.createComment('');
  updates[0].before(mark);
  button.addEventListener('click', () => {
    mark.after(...updates.reverse());
    button.textContent = button.textContent === newest ? oldest : newest;
  });
}

switchColours();
playVideos();
copyLinks();
orderUpdates();
