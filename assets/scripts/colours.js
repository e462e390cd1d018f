// Runs before the first paint: the colours a reader chose, so that none others flash up.
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
