// Registers the worker that keeps what was read, and tells it of the page that it came too late for.
const { worker } = document.querySelector('script[data-worker]').dataset;

async function keepWhatIsRead() {
  const policy = globalThis.trustedTypes?.createPolicy('offline', {
    createScriptURL: (address) => (address === worker ? address : ''),
  });
  await navigator.serviceWorker.register(policy?.createScriptURL(worker) ?? worker);
  const { active } = await navigator.serviceWorker.ready;
  const page = location.href.replace(/#.*/, '');
  const files = performance.getEntriesByType('resource').map(({ name }) => name);
  active.postMessage({ page, keep: [page, ...files] });
}

if ('serviceWorker' in navigator) {
  keepWhatIsRead().catch(() => {
    // Then the site works as it does without one.
  });
}
