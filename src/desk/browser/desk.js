// Starts Sveltia CMS with the forms, files and previews of this publication.

import { fileOf, formOf } from './form-shape.js';
import { useLocalFiles } from './local-files.js';
import { registerPictures } from './pictures.js';
import { registerPreviews } from './previews.js';
import CMS from './sveltia/npm/index.js';

const USER = 'sveltia-cms.user';

async function start() {
  const response = await fetch('config.json', { cache: 'no-store' });
  const { cms, shapes, languages, isLocal, hosts, styles } = await response.json();
  speakOnlyWith(hosts);
  for (const [name, shape] of Object.entries(shapes)) {
    CMS.registerCustomFormat(`dateline-${name}`, 'md', {
      fromFile: (text) => formOf(text, shape, languages),
      toFile: (form) => fileOf(form, shape, languages),
    });
  }
  registerPictures(CMS);
  registerPreviews(CMS, { cms, styles, isLocal });
  if (isLocal) {
    await useLocalFiles();
    // There is no account to sign in with, so nobody is asked.
    localStorage.setItem(USER, JSON.stringify({ backendName: 'test-repo' }));
  }
  await CMS.init({ config: cms });
}

// Sveltia CMS also asks for new versions of itself and how its hosts are. Nobody else is to know that there is a newsroom.
function speakOnlyWith(hosts) {
  const { fetch } = window;
  const known = new Set([location.origin, ...hosts]);
  window.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, document.baseURI);
    const isKnown = known.has(url.origin) || /^(?:blob|data):$/.test(url.protocol);
    return isKnown ? fetch(input, init) : Promise.resolve(Response.error());
  };
}

start().catch((error) => {
  document.body.textContent = `The desk could not be opened: ${error.message}`;
});
