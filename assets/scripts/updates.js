/** Lets the reader of a live report choose which end of it comes first. */
export function orderUpdates() {
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
