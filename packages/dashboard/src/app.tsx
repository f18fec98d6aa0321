import { useSignal } from '@preact/signals';
import type { ComponentChildren, ComponentType, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { SCREENS, type ScreenId } from './address.js';
import { Appearance, LanguageChoice } from './components/preferences.js';
import { Actions } from './components/actions.js';
import { FilterBar } from './components/filter-bar.js';
import { Journey } from './screens/journey.js';
import { Later } from './components/later.js';
import { PrintedHead } from './components/printed-head.js';
import { useViewLine, ViewLineContext } from './components/view-line.js';
import { LineLost } from './components/line-lost.js';
import { Misread, Nowhere } from './components/misread.js';
import { Loading, Troubled } from './components/states.js';
import { SettingsContext } from './names.js';
import { ApiError } from './data/api.js';
import type { Sites } from './site.js';
import { useDashboard } from './state.js';

export interface ScreenProps {
  sites: Sites;
}

type Screen = ComponentType<ScreenProps>;

/** The first screen comes with the page; the others when they are opened. */
const LOADERS: { [screen in Exclude<ScreenId, 'journey' | 'nowhere'>]?: () => Promise<Screen> } = {
  touchpoints: async () => (await import('./screens/touchpoints.js')).Touchpoints,
  touchpoint: async () => (await import('./screens/touchpoint.js')).Touchpoint,
  gap: async () => (await import('./screens/gap.js')).Gap,
  outcomes: async () => (await import('./screens/outcomes.js')).Outcomes,
  voices: async () => (await import('./screens/voices.js')).Voices,
  compare: async () => (await import('./screens/compare.js')).Compare,
  settings: async () => (await import('./settings/settings.js')).Settings,
};

/** The frame: navigation, filters, and the screen that the address names. */
export const App = ({ sites }: ScreenProps): JSX.Element => {
  const { address, texts } = useDashboard();
  const { screen } = address.value;
  const { shell } = texts.value;
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  // once the page is drawn
  useEffect(sites.listen, [sites]);
  useEffect(() => {
    document.title = `${shell.screens[screen]} – Wayfelt`;
    if (!first.current) main.current?.focus({ preventScroll: true });
    first.current = false;
  }, [screen, shell]);
  return (
    <SettingsContext.Provider value={sites.settings}>
      <ViewLine sites={sites}>
        <div class="frame">
          <a class="skip" href="#main" onClick={(event) => skipTo(event, main.current)}>
            {shell.skip}
          </a>
          <Navigation screen={screen} sites={sites} />
          <main id="main" ref={main} tabIndex={-1} data-screen={screen}>
            {screen !== 'settings' && screen !== 'nowhere' && !sites.all.state.value.error && (
              <div class="bar">
                <FilterBar sites={sites} />
                <Actions sites={sites} />
              </div>
            )}
            <PrintedHead />
            {!sites.all.state.value.error && <LineLost />}
            {screen !== 'settings' && <Misread sites={sites} />}
            <Shown screen={screen} sites={sites} />
          </main>
        </div>
      </ViewLine>
    </SettingsContext.Provider>
  );
};

/** Beneath the settings, whose names it says. */
const ViewLine = ({
  sites,
  children,
}: {
  sites: Sites;
  children: ComponentChildren;
}): JSX.Element => (
  <ViewLineContext.Provider value={useViewLine(sites)}>{children}</ViewLineContext.Provider>
);

/** The hash is the address here, so the link moves the focus itself. */
const skipTo = (event: Event, main: HTMLElement | null): void => {
  event.preventDefault();
  main?.focus();
};

const Shown = ({ screen, sites }: { screen: ScreenId; sites: Sites }): JSX.Element | null => {
  const loaded = useSignal<{ screen: ScreenId; View?: Screen } | undefined>(undefined);
  useEffect(() => {
    if (screen === 'journey' || screen === 'nowhere') return;
    LOADERS[screen]?.().then(
      (View) => (loaded.value = { screen, View }),
      () => (loaded.value = { screen }),
    );
  }, [screen, loaded]);
  if (screen === 'nowhere') return <Nowhere />;
  const { error } = sites.all.state.value;
  if (error?.trouble === 'signed-out') return <Troubled error={error} again={sites.all.refresh} />;
  if (screen === 'journey') return <Journey sites={sites} />;
  if (loaded.value?.screen !== screen) return <Loading />;
  const { View } = loaded.value;
  return View ? <View sites={sites} /> : <Troubled error={notLoaded()} again={reload} />;
};

/** The line is down, or the collector has another version by now: a file that failed once is only read anew with the page. */
const notLoaded = (): ApiError =>
  new ApiError('offline', 'A part of the dashboard was not loaded.');
const reload = (): void => window.location.reload();

const Navigation = ({ screen, sites }: { screen: ScreenId; sites: Sites }): JSX.Element => {
  const { texts, href, live } = useDashboard();
  const { shell } = texts.value;
  const open = useSignal(false);
  const guest = sites.reader.value?.role === 'guest';
  const current = screen === 'touchpoint' ? 'touchpoints' : screen;
  return (
    <header class="side">
      <div class="brand-row">
        <a class="brand" href={href('journey')}>
          <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true">
            <path class="brand-line" d="M2 9l6 8 6-4 5-8 5 3" />
            <circle class="brand-dot" cx="14" cy="13" r="3.2" />
          </svg>
          Wayfelt
        </a>
        <button
          type="button"
          class="menu-button"
          aria-expanded={open.value}
          aria-controls="navigation"
          onClick={() => (open.value = !open.value)}
        >
          {shell.menu}
        </button>
      </div>
      <div class={open.value ? 'side-more open' : 'side-more'}>
        <nav id="navigation" aria-label={shell.navigation}>
          {SCREENS.filter((id) => id !== 'settings' || !guest).map((id) => (
            <a
              key={id}
              href={href(id)}
              aria-current={id === current ? 'page' : undefined}
              onClick={() => (open.value = false)}
            >
              {shell.screens[id]}
            </a>
          ))}
        </nav>
        <div class="preferences">
          {guest && <p class="quiet">{shell.readOnly}</p>}
          <p class={`live live-${live.state.value}`} role="status">
            {live.state.value === 'live' && shell.live}
            {live.state.value === 'waiting' && shell.waiting}
          </p>
          <LanguageChoice />
          <Later>{() => <Appearance />}</Later>
        </div>
      </div>
    </header>
  );
};
