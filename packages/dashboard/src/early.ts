/**
 * What the first view waits for, asked before the dashboard's code has arrived: a script of its own, first in the page.
 * It signs nobody in: with a secret in the address there is nothing yet to ask for.
 */
import { parseAddress } from './address.js';
import { createApi } from './data/api.js';
import { keepEarly, keepTogether } from './data/early-answers.js';
import { reportQuery } from './data/report-request.js';
import { chooseLanguage } from './language.js';
import type { Texts } from './texts/en.js';

const { screen, params } = parseAddress(window.location.hash);
if (!/\b(?:token|share)=/.test(window.location.hash)) {
  const { get, url } = createApi(fetch);
  const { site } = params;
  const report = site && reportQuery(screen, params, site, Date.now());
  keepTogether(window, get, [
    url('/v1/sites'),
    url('/v1/session'),
    ...(site ? [url('/v1/settings', { site })] : []),
    ...(report ? [url('/v1/report', report)] : []),
  ]);
}

const { documentElement: root, currentScript } = document;
const language = chooseLanguage(root.dataset['language'], navigator.languages);
root.lang = language;
const file = currentScript?.dataset[language];
// while the dashboard is still being compiled; where it fails, the dashboard asks once more
if (file)
  keepEarly(
    window,
    language,
    import(file).then(({ texts }: { texts: Texts }) => texts),
  );
