// Runs before the first paint: the colours a reader chose, so that none others flash up. All else waits for the page.
{
  const root = document.documentElement;
  root.dataset.script = '';
  try {
    const chosen = localStorage.getItem('colours');
    if (chosen === 'dark' || chosen === 'light') root.dataset.colours = chosen;
  } catch {
    // Storage may be forbidden; then the system's colours hold.
  }
}
document.addEventListener('DOMContentLoaded', () => {
  switchColours();
  sayHowLongAgo();
  openFootnotes();
  playVideos();
  copyLinks();
  orderUpdates();
});
addEventListener('beforeprint', writeAddresses);

/** On paper a link within the site is the whole address that the publication has, wherever this copy was read. */
function writeAddresses() {
  // An article that first appeared elsewhere has its canonical address there; what describes it stands beside it.
  const own = ['link[type="application/json+oembed"]', 'link[rel="canonical"]'];
  const here = own.map((link) => document.querySelector(link)?.href).find(Boolean) ?? location.href;
  for (const link of document.querySelectorAll('.prose a[href]')) {
    const written = link.getAttribute('href');
    if (!/^(?:#|[a-z][a-z\d+.-]*:)/i.test(written)) link.dataset.address = new URL(written, here).href;
  }
}

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

/** Says how long ago an article of these days appeared, in the reader's own time: nothing that stands on the page moves. */
function sayHowLongAgo() {
  const box = document.querySelector('.article-when');
  const time = box?.querySelector('.time-published time');
  const seconds = (Date.parse(time?.dateTime) - Date.now()) / 1000;
  if (!box || !time.dateTime.includes('T') || seconds > 0 || seconds < -3 * 86_400) return;
  const [size, unit] = [
    [86_400, 'day'],
    [3600, 'hour'],
    [60, 'minute'],
  ].find(([size]) => -seconds >= size) ?? [60, 'minute'];
  const hint = document.createElement('p');
  hint.className = 'time-ago';
  hint.textContent = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: 'auto' }).format(
    Math.ceil(seconds / size),
    unit,
  );
  const { height } = box.parentElement.getBoundingClientRect();
  box.append(hint);
  if (box.parentElement.getBoundingClientRect().height !== height) hint.remove();
}

/** Opens a footnote where it is called; without script, or in an old browser, the link leads down to it. */
function openFootnotes() {
  if (!HTMLElement.prototype.showPopover) return;
  const notes = document.querySelector('.footnotes');
  if (!notes) return;
  const box = document.createElement('div');
  box.popover = 'auto';
  box.className = 'footnote-open';
  box.tabIndex = -1;
  box.setAttribute('role', 'dialog');
  notes.after(box);
  let call;
  let seen = false;
  const place = () => {
    const { left, top, bottom } = call.getBoundingClientRect();
    const { width, height } = box.getBoundingClientRect();
    const below = bottom + 8 + height < innerHeight;
    box.style.setProperty('--note-left', `${Math.max(16, Math.min(left - 24, innerWidth - width - 16))}px`);
    box.style.setProperty('--note-top', `${below ? bottom + 8 : Math.max(16, top - height - 8)}px`);
  };
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('.footnote-ref a') : null;
    const note = link && document.getElementById(link.hash.slice(1));
    if (!note || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    box.replaceChildren(...[...note.cloneNode(true).childNodes]);
    for (const back of box.querySelectorAll('.footnote-back')) back.remove();
    for (const named of box.querySelectorAll('[id]')) named.removeAttribute('id');
    box.setAttribute('aria-label', `${notes.getAttribute('aria-label')}: ${link.textContent}`);
    call = link;
    seen = false;
    box.showPopover();
    place();
    box.focus({ preventScroll: true });
  });
  // It stays with its call while the page moves, and goes with it. A call that was opened by keyboard may only be on its
  // way into view.
  const follow = () => {
    if (!box.matches(':popover-open')) return;
    const { top, bottom } = call.getBoundingClientRect();
    const inView = bottom >= 0 && top <= innerHeight;
    if (seen && !inView) box.hidePopover();
    else place();
    seen ||= inView;
  };
  addEventListener('scroll', follow, { passive: true });
}
