import { render } from 'preact';
import { changeParams, formatAddress, parseAddress } from './address.js';
import { App } from './app.js';
import { ApiError, createApi, type Api } from './data/api.js';
import { createLive } from './data/live.js';
import { ContentWidth } from './charts/use-width.js';
import { chooseLanguage, loadTexts } from './language.js';
import { takeEarly, withEarly } from './data/early-answers.js';
import { chosenAppearance } from './data/remember.js';
import { createSites, firstAnswers } from './site.js';
import { createDashboard, DashboardContext, type RefusedLink } from './state.js';
import './styles/index.css';

/** An answer as near as this is waited for: the page is then drawn once, and not first as a frame that waits. */
const NEAR_MS = 250;

/**
 * A sign-in or shared link (`#token=…`, `#/journey?…&share=…`) signs in once and leaves no trace in the address or
 * the history.
 */
const signInByLink = async (api: Api): Promise<RefusedLink | undefined> => {
  const { hash } = window.location;
  const params = new URLSearchParams(
    hash.includes('?') ? hash.replace(/^[^?]*\?/, '') : hash.slice(1),
  );
  const way = (['token', 'share'] as const).find((name) => params.has(name));
  if (!way) return undefined;
  const secret = params.get(way);
  const address = parseAddress(hash);
  const cleaned = { ...address, params: changeParams(address.params, { [way]: undefined }) };
  window.history.replaceState(null, '', formatAddress(cleaned));
  try {
    await api.send('POST', '/v1/session', { [way]: secret });
    return undefined;
  } catch (cause) {
    // Any other trouble shows by itself, at the first question to the collector.
    return cause instanceof ApiError && cause.trouble === 'signed-out' ? way : undefined;
  }
};

/** Of the frame that stands in the page: a drawing whose place is known is laid out once. */
const contentWidthOf = (main: HTMLElement): number => {
  const { paddingLeft, paddingRight } = getComputedStyle(main);
  return main.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
};

const start = async (root: HTMLElement, main: HTMLElement): Promise<void> => {
  const language = chooseLanguage(
    document.documentElement.dataset['language'],
    navigator.languages,
  );
  const api = withEarly(
    window,
    createApi((...request) => fetch(...request)),
  );
  const refusedLink = await signInByLink(api);
  const dashboard = createDashboard({
    api,
    live: createLive(),
    window,
    language,
    texts: await takeEarly(window, language, () => loadTexts(language)),
    refusedLink,
    appearance: chosenAppearance(document.documentElement),
  });
  // A tab that nobody looks at must not hold one of the browser's six connections to the collector.
  const { live } = dashboard;
  const listen = (): void =>
    document.visibilityState === 'visible' ? live.resume() : live.pause();
  document.addEventListener('visibilitychange', listen);
  window.addEventListener('pagehide', live.pause);
  window.addEventListener('pageshow', listen);
  const sites = createSites(dashboard);
  await Promise.race([firstAnswers(sites), new Promise((resolve) => setTimeout(resolve, NEAR_MS))]);
  root.hidden = false;
  render(
    <DashboardContext.Provider value={dashboard}>
      <ContentWidth.Provider value={contentWidthOf(main)}>
        <App sites={sites} />
      </ContentWidth.Provider>
    </DashboardContext.Provider>,
    root,
  );
};

const root = document.getElementById('app');
const main = document.getElementById('main');
if (root && main) void start(root, main);
