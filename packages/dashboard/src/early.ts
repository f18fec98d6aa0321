/**
 * What the first view waits for, asked before the dashboard's code has arrived: a script of its own, first in the page.
 * It signs nobody in: with a secret in the address there is nothing yet to ask for.
 */
import { parseAddress } from './address.js';
import { createApi } from './data/api.js';
import { keepEarly } from './data/early-answers.js';
import { recall, recallAppearance } from './data/remember.js';
import { reportQuery } from './data/report-request.js';
import { chooseLanguage } from './language.js';

const { screen, params } = parseAddress(window.location.hash);
if (!/\b(?:token|share)=/.test(window.location.hash)) {
  const { url } = createApi(fetch);
  const ask = (address: string): void =>
    keepEarly(window, address, fetch(address, { credentials: 'same-origin' }));
  const { site } = params;
  const report = site && reportQuery(screen, params, site, Date.now());
  // first what takes longest
  if (report) ask(url('/v1/report', report));
  ask(url('/v1/sites'));
  if (site) ask(url('/v1/settings', { site }));
  ask(url('/v1/session'));
}

const { head, documentElement: root, currentScript } = document;
const language = chooseLanguage(recall(window, 'language'), navigator.languages);
root.lang = language;
// else who chose the dark gets a flash of the light
root.dataset['appearance'] = recallAppearance(window);
const [texts, ...needed] = currentScript?.dataset[language]?.split(' ') ?? [];
for (const href of needed) {
  const link = document.createElement('link');
  link.rel = 'modulepreload';
  link.href = href;
  head.append(link);
}
// Read while the dashboard is still being compiled; where it fails, the dashboard asks once more.
if (texts) import(texts).catch(() => {});
