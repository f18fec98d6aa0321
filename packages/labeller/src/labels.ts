import type { Explanation, LabelHost, Question, SiteSettings } from '@wayfelt/protocol';
import {
  settingsChanges,
  toPageSettings,
  type SettingsFault,
} from '@wayfelt/protocol/settings-check';
import { createCollector, NoAnswer, type Collector, type Conflict } from './collector.js';

/** What came of the last thing that the person did. */
export type Notice =
  | { kind: 'published' | 'saved'; version: number }
  | { kind: 'refused'; faults: SettingsFault[] };

/** What is edited: a version, its contents, and its contents with what was changed here. */
export interface Work {
  base: number;
  saved: SiteSettings;
  draft: SiteSettings;
}

export interface LabelState {
  status: 'loading' | 'ready' | 'expired' | 'offline';
  work?: Work;
  explanation?: Explanation;
  conflict?: Conflict;
  notice?: Notice;
  busy: boolean;
  /** A question is shown: the panel keeps out of its way. */
  trying?: boolean;
}

/** The labeller's memory: the settings as they were and as they are edited, and the page as it is. */
export interface Labels {
  state(): LabelState;
  subscribe(listener: () => void): () => void;
  collector: Collector;
  load(): Promise<void>;
  /** Changes the draft; this page follows it at once, and the tab keeps it over page views. */
  edit(change: (settings: SiteSettings) => SiteSettings): void;
  discard(): void;
  save(how: { note: string; publish: boolean }): Promise<void>;
  /** Takes the joined settings as the draft, on top of what the other saved. */
  resolve(settings: SiteSettings): void;
  /** Shows a question as visitors would see it; records nothing. Resolves when it is closed. */
  tryOut(question: Pick<Question, 'touchpoint' | 'stage'>): Promise<void>;
  /** The page may have changed: asks it again. */
  look(): Promise<void>;
}

export const createLabels = (host: LabelHost, storage: Storage | undefined): Labels => {
  const collector = createCollector(host);
  const tab = createTab(storage, `wayfelt:label:${host.site}`);
  const listeners = new Set<() => void>();
  let state: LabelState = { status: 'loading', busy: false };

  const set = (next: LabelState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const setWork = (work: Work, change: Partial<LabelState> = {}) => {
    const { notice: _notice, conflict: _conflict, ...rest } = state;
    tab.keep(settingsChanges(work.saved, work.draft).length > 0 ? work : undefined);
    host.use(toPageSettings(work.draft, work.base));
    set({ ...rest, ...change, work });
    void labels.look();
  };
  const guarded = async (run: () => Promise<void>) => {
    set({ ...state, busy: true });
    try {
      await run();
    } catch (cause) {
      if (!(cause instanceof NoAnswer)) throw cause;
      set({ ...state, status: cause.why });
    } finally {
      set({ ...state, busy: false });
    }
  };

  const labels: Labels = {
    state: () => state,
    collector,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    load: () =>
      guarded(async () => {
        const { version, settings } = await collector.fetch();
        const fresh = { base: version, saved: settings, draft: settings };
        // What was begun on another page goes on; what others saved since shows up when it is saved.
        setWork(state.work ?? tab.kept() ?? fresh, { status: 'ready' });
      }),
    edit(change) {
      if (state.work) setWork({ ...state.work, draft: change(state.work.draft) });
    },
    discard() {
      if (state.work) setWork({ ...state.work, draft: state.work.saved });
    },
    save: ({ note, publish }) =>
      guarded(async () => {
        if (!state.work) return;
        const { base, draft } = state.work;
        const saved = await collector.save({ base, settings: draft, note, publish });
        if (saved.how === 'conflict') set({ ...state, conflict: saved.conflict });
        else if (saved.how === 'refused')
          set({ ...state, notice: { kind: 'refused', faults: saved.faults } });
        else {
          const { version } = saved;
          const notice = { kind: publish ? 'published' : 'saved', version } as const;
          setWork({ base: version, saved: draft, draft }, { notice });
        }
      }),
    resolve(settings) {
      if (!state.work || !state.conflict) return;
      setWork({ ...state.work, base: state.conflict.theirs.version, draft: settings });
    },
    async tryOut(question) {
      set({ ...state, trying: true });
      await host.preview(question);
      set({ ...state, trying: false });
    },
    async look() {
      const explanation = await host.explain();
      set({ ...state, explanation });
    },
  };
  return labels;
};

/** What this tab keeps of unsaved work. A browser that refuses storage keeps it as long as the page lives. */
const createTab = (storage: Storage | undefined, key: string) => ({
  kept(): Work | undefined {
    try {
      return (JSON.parse(storage?.getItem(key) ?? 'null') as Work | null) ?? undefined;
    } catch {
      return undefined;
    }
  },
  keep(work: Work | undefined) {
    try {
      if (work) storage?.setItem(key, JSON.stringify(work));
      else storage?.removeItem(key);
    } catch {
      // refused or full: see above
    }
  },
});
