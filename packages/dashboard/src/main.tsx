import { render } from 'preact';
import { App } from './app.js';
import { createApi, type Api } from './data/api.js';
import { createLive } from './data/live.js';
import { chooseLanguage, loadTexts } from './language.js';
import { APPEARANCES, createDashboard, DashboardContext, recall } from './state.js';
import './styles/dashboard.css';
import './styles/charts.css';
import './styles/screens.css';
import './styles/print.css';

/** A sign-in or shared link (`#token=…`, `#share=…`) signs in once and leaves no trace in the address. */
const signInByLink = async (api: Api): Promise<void> => {
  const given = new URLSearchParams(window.location.hash.replace(/^#\/?(sign-in\?)?/, ''));
  const way = ['token', 'share'].find((name) => given.has(name));
  if (!way) return;
  const secret = given.get(way);
  given.delete(way);
  window.history.replaceState(null, '', given.size > 0 ? `#/journey?${given}` : '#/journey');
  await api.send('POST', '/v1/session', { [way]: secret }).catch(() => {
    // The screen then asks to sign in, and says why.
  });
};

const start = async (root: HTMLElement): Promise<void> => {
  const language = chooseLanguage(recall(window, 'language'), navigator.languages);
  const api = createApi((...request) => fetch(...request));
  await signInByLink(api);
  const dashboard = createDashboard({
    api,
    live: createLive(),
    window,
    language,
    texts: await loadTexts(language),
    appearance: APPEARANCES.find((id) => id === recall(window, 'appearance')) ?? 'system',
  });
  render(
    <DashboardContext.Provider value={dashboard}>
      <App />
    </DashboardContext.Provider>,
    root,
  );
};

const root = document.getElementById('app');
if (root) void start(root);
