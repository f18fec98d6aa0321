import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { TouchpointSettings } from '@wayfelt/protocol';
import { settingsChanges } from '@wayfelt/protocol/settings-check';
import { AskingView } from './asking-view.js';
import { Outlines } from './outlines.js';
import { PageView } from './page-view.js';
import { Picker } from './picker.js';
import { PublishView } from './publish-view.js';
import { selectorsFor } from './selector.js';
import { TouchpointForm, type Placed } from './touchpoint-form.js';
import { TouchpointsView } from './touchpoints-view.js';
import { useAround, useLabels } from './use-labels.js';

const VIEWS = ['page', 'touchpoints', 'asking', 'publish'] as const;
type View = (typeof VIEWS)[number];

/** What the person is doing besides reading a view. */
type Doing =
  | { what: 'reading' }
  | { what: 'picking' }
  | { what: 'naming'; placed: Placed; before?: TouchpointSettings };

/** The overlay: a panel in a corner, outlines on the page, and the picker while an element is picked. */
export function Panel({ onLeave }: { onLeave: () => void }) {
  const { texts, labels } = useAround();
  const state = useLabels();
  const [view, setView] = useState<View>('page');
  const [doing, setDoing] = useState<Doing>({ what: 'reading' });
  const [folded, setFolded] = useState(false);
  const [left, setLeft] = useState(false);
  const [outlined, setOutlined] = useState(true);
  const focus = useFocusAfter();
  const changes = state.work ? settingsChanges(state.work.saved, state.work.draft).length : 0;
  const ready = state.status === 'ready' && state.work !== undefined;

  // The question has the corner that visitors see it in.
  const isRight = !state.work?.draft.theme.corner?.endsWith('left');
  const isLeft = state.trying ? isRight : left;
  const classes = `panel ${isLeft ? 'left' : ''} ${state.trying ? 'trying' : ''}`;

  if (doing.what === 'picking')
    return (
      <Picker
        onPick={(element) =>
          setDoing({ what: 'naming', placed: { by: 'selector', proposals: selectorsFor(element) } })
        }
        onStop={() => {
          setDoing({ what: 'reading' });
          focus('.body .main');
        }}
      />
    );

  return (
    <>
      {ready && outlined && <Outlines />}
      <section class={classes} aria-label={texts.region}>
        <header>
          <Mark />
          <h1>{texts.title}</h1>
          <button
            type="button"
            class="quiet"
            title={texts.side}
            aria-label={texts.side}
            onClick={() => setLeft(!left)}
          >
            ⇄
          </button>
          <button
            type="button"
            class="quiet"
            aria-expanded={!folded}
            title={folded ? texts.unfold : texts.fold}
            aria-label={folded ? texts.unfold : texts.fold}
            onClick={() => setFolded(!folded)}
          >
            {folded ? '▴' : '▾'}
          </button>
          <button
            type="button"
            class="quiet"
            title={texts.leave}
            aria-label={texts.leave}
            onClick={onLeave}
          >
            ×
          </button>
        </header>
        {!folded && !ready && (
          <div class="body" role="status">
            <p>{texts[state.status === 'ready' ? 'loading' : state.status]}</p>
            {state.status === 'offline' && (
              <button type="button" onClick={() => void labels.load()}>
                {texts.retry}
              </button>
            )}
          </div>
        )}
        {!folded && ready && doing.what === 'naming' && (
          <div class="body">
            <TouchpointForm
              key={doing.before?.id}
              placed={doing.placed}
              {...(doing.before ? { before: doing.before } : {})}
              onDone={() => {
                setDoing({ what: 'reading' });
                setView('touchpoints');
                focus('#tab-touchpoints');
              }}
            />
          </div>
        )}
        {!folded && ready && doing.what === 'reading' && (
          <>
            <Tabs view={view} changes={changes} onView={setView} />
            <div
              class="body"
              role="tabpanel"
              id="view"
              aria-labelledby={`tab-${view}`}
              tabIndex={0}
            >
              {view === 'page' && <PageView />}
              {view === 'touchpoints' && (
                <TouchpointsView
                  outlined={outlined}
                  onOutline={setOutlined}
                  onPick={() => setDoing({ what: 'picking' })}
                  onPage={() => setDoing({ what: 'naming', placed: { by: 'page' } })}
                  onEdit={(before) => setDoing({ what: 'naming', placed: placeOf(before), before })}
                />
              )}
              {view === 'asking' && <AskingView />}
              {view === 'publish' && <PublishView />}
            </div>
          </>
        )}
      </section>
    </>
  );
}

/** Puts the focus there with the next drawing: where it was is gone, and the next key would go to the page. */
const useFocusAfter = (): ((selector: string) => void) => {
  const { shell } = useAround();
  const wanted = useRef('');
  useLayoutEffect(() => {
    if (wanted.current) shell.shadowRoot?.querySelector<HTMLElement>(wanted.current)?.focus();
    wanted.current = '';
  });
  return (selector) => {
    wanted.current = selector;
  };
};

const placeOf = ({ places = [] }: TouchpointSettings): Placed => {
  const [place] = places;
  if (place?.by === 'selector')
    return { by: 'selector', proposals: [{ selector: place.selector, matches: 0 }] };
  return place?.by === 'page' ? { by: 'page', match: place.match } : { by: 'call' };
};

interface TabsProps {
  view: View;
  changes: number;
  onView: (view: View) => void;
}

/** Tabs as the ARIA practices describe them: one is in the tab order, arrows move. */
function Tabs({ view, changes, onView }: TabsProps) {
  const { texts } = useAround();
  const list = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  useLayoutEffect(() => {
    if (moved.current) list.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
    moved.current = false;
  }, [view]);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = step && VIEWS[(VIEWS.indexOf(view) + step + VIEWS.length) % VIEWS.length];
    if (!next) return;
    event.preventDefault();
    moved.current = true;
    onView(next);
  };
  return (
    <div class="tabs" role="tablist" aria-label={texts.views} ref={list} onKeyDown={move}>
      {VIEWS.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`tab-${name}`}
          aria-selected={name === view}
          aria-controls="view"
          tabIndex={name === view ? 0 : -1}
          onClick={() => onView(name)}
        >
          {texts[name]}
          {name === 'publish' && changes > 0 && (
            <span class="badge" aria-label={texts.changes(changes)}>
              {changes}
            </span>
          )}
        </button>
      ))}
    </div>
  );
}

/** The project's mark: a way with a felt step. */
function Mark() {
  return (
    <svg class="mark" viewBox="0 0 26 26" width="22" height="22" aria-hidden="true">
      <path
        d="M2 9l6 8 6-4 5-8 5 3"
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        stroke-linejoin="round"
        stroke-linecap="round"
      />
      <circle cx="14" cy="13" r="3.2" fill="currentColor" />
    </svg>
  );
}
