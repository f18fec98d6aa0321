import { SiteChoice } from '../components/filter-bar.js';
import type { ComponentType, JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ScreenProps } from '../app.js';
import { Empty, Load } from '../components/states.js';
import { useDashboard } from '../state.js';
import { createEditor, type Editor } from './editor.js';
import { AskingPage } from './pages/asking.js';
import { CoveragePage } from './pages/coverage.js';
import { JourneyMap } from './pages/journey-map.js';
import { LookPage } from './pages/look.js';
import { PrivacyPage } from './pages/privacy.js';
import { RulesPage } from './pages/rules.js';
import { StandardsPage } from './pages/standards.js';
import { TouchpointsPage } from './pages/touchpoints.js';
import { TransferPage } from './pages/transfer.js';
import { VersionsPage } from './pages/versions.js';
import { WordingPage } from './pages/wording.js';
import { SaveBar } from './save-bar.js';
import css from './settings.css?inline';
import type { SettingsTexts } from './texts/en.js';
import { EditingContext } from './use-editor.js';

/** The parts of the settings in the order of the navigation; the name is the address: `#/settings/rules`. */
const PAGES: { [page in keyof SettingsTexts['pages']]: ComponentType } = {
  journey: JourneyMap,
  rules: RulesPage,
  touchpoints: TouchpointsPage,
  asking: AskingPage,
  standards: StandardsPage,
  wording: WordingPage,
  look: LookPage,
  privacy: PrivacyPage,
  coverage: CoveragePage,
  versions: VersionsPage,
  transfer: TransferPage,
};
const NAMES = Object.keys(PAGES) as (keyof typeof PAGES)[];

/** What a team decides about its site. */
export const Settings = ({ sites }: ScreenProps): JSX.Element => {
  const dashboard = useDashboard();
  const texts = useTexts(dashboard.language.value);
  const site = sites.current.value;
  useStyle();
  if (!texts) return <div />;
  if (sites.reader.value?.role === 'guest') {
    const { title, text } = dashboard.texts.value.shell.trouble.forbidden;
    return (
      <>
        <h1>{texts.title}</h1>
        <Empty title={title} text={text} />
      </>
    );
  }
  return (
    <>
      <h1>{texts.title}</h1>
      <SiteChoice sites={sites} />
      {site === undefined ? (
        <Load of={sites.all.state.value} again={sites.all.refresh}>
          {() => <p>{dashboard.texts.value.shell.loading}</p>}
        </Load>
      ) : (
        <OfSite key={site} site={site} texts={texts} />
      )}
    </>
  );
};

const OfSite = ({ site, texts }: { site: string; texts: SettingsTexts }): JSX.Element => {
  const dashboard = useDashboard();
  const editor = useMemo(() => createEditor(dashboard, site), [dashboard, site]);
  useEffect(() => editor.stop, [editor]);
  const { rest } = dashboard.address.value;
  const page = NAMES.find((name) => name === rest.split('/')[0]) ?? 'journey';
  const Page = PAGES[page];
  // Another page of the settings begins at its top.
  useEffect(() => window.scrollTo(0, 0), [rest]);
  useEffect(() => {
    const current = document.querySelector('.settings-nav [aria-current]');
    current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [page]);
  return (
    <EditingContext.Provider value={{ editor, texts }}>
      <nav class="settings-nav" aria-label={texts.navigation}>
        {NAMES.map((name) => (
          <a
            key={name}
            href={dashboard.href('settings', name)}
            aria-current={name === page ? 'page' : undefined}
          >
            {texts.pages[name]}
          </a>
        ))}
      </nav>
      <Load of={editor.fetched.state.value} again={editor.fetched.refresh}>
        {({ newest, live }) => (
          <div class="settings-page">
            <Unpublished editor={editor} newest={newest} live={live} texts={texts} />
            <Page />
            <SaveBar />
          </div>
        )}
      </Load>
    </EditingContext.Provider>
  );
};

interface UnpublishedProps {
  editor: Editor;
  newest: number;
  live: number;
  texts: SettingsTexts;
}

const Unpublished = ({ editor, newest, live, texts }: UnpublishedProps): JSX.Element | null =>
  newest > live && editor.changes.value.length === 0 ? (
    <p class="unpublished" role="status">
      {texts.unpublished(newest, live)}{' '}
      <button type="button" class="plain" onClick={() => void editor.publish(newest)}>
        {texts.publishNow}
      </button>
    </p>
  ) : null;

/** The settings' own words, which the other screens do not download. */
const useTexts = (language: string): SettingsTexts | undefined => {
  const [texts, setTexts] = useState<SettingsTexts>();
  useEffect(() => {
    const file = language === 'ko' ? import('./texts/ko.js') : import('./texts/en.js');
    void file.then((loaded) => setTexts(loaded.texts));
  }, [language]);
  return texts;
};

/** The settings' own style, as a constructed sheet: the page's policy allows no inline styles. */
const useStyle = (): void => {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, []);
};
