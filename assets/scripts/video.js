/** Puts the player in the place of its link when a reader asks for it, and not before. */
export function playVideos() {
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
