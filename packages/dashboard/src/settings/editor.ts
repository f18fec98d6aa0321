import { batch, computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { SiteSettings } from '@wayfelt/protocol';
import {
  settingsChanges,
  type SettingsChange,
  type SettingsFault,
  type SettingsMerge,
} from '@wayfelt/protocol/settings-check';
import { ApiError, refusalOf } from '../data/api.js';
import { createResource, type Resource } from '../data/resource.js';
import { recallAuthor, rememberAuthor } from '../data/remember.js';
import type { Dashboard } from '../state.js';

/** The settings as `GET /v1/settings` answers. */
export interface Fetched {
  site: string;
  version: number;
  live: number;
  newest: number;
  settings: SiteSettings;
}

/** Somebody else saved first: what they changed, and both sides joined. */
export interface Conflict {
  theirs: { version: number; author: string; at: number; changes: SettingsChange[] };
  merge: SettingsMerge;
}

/** What came of saving. */
export type Outcome =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved' | 'published'; version: number }
  | { kind: 'refused'; faults: SettingsFault[] }
  | { kind: 'failed'; cause: unknown }
  | { kind: 'conflict'; conflict: Conflict };

interface Work {
  base: number;
  saved: SiteSettings;
  draft: SiteSettings;
}

/** One site's settings while they are edited. */
export interface Editor {
  site: string;
  fetched: Resource<Fetched>;
  draft: ReadonlySignal<SiteSettings | undefined>;
  /** The version that is edited, and the one that pages get. */
  base: ReadonlySignal<number>;
  live: ReadonlySignal<number>;
  changes: ReadonlySignal<SettingsChange[]>;
  outcome: ReadonlySignal<Outcome>;
  author: ReadonlySignal<string>;
  setAuthor(name: string): void;
  edit(change: (settings: SiteSettings) => SiteSettings): void;
  discard(): void;
  save(how: { note: string; publish: boolean }): Promise<void>;
  /** Saves the joined settings on top of what the other saved. */
  resolve(settings: SiteSettings, how: { note: string; publish: boolean }): Promise<void>;
  /** Puts what was said of the last attempt away, and goes on with the draft as it was. */
  goOn(): void;
  /** Makes the newest version, or an old one's contents, live. */
  publish(version: number): Promise<void>;
  rollback(version: number): Promise<void>;
  stop(): void;
}

export const createEditor = (dashboard: Dashboard, site: string): Editor => {
  const { api } = dashboard;
  const key = `wayfelt-settings-${site}`;
  const fetched = createResource(
    () => site,
    (abort) => api.get<Fetched>('/v1/settings', { site }, abort),
  );
  const work = signal<Work | undefined>(keptWork(key));
  const live = signal(0);
  const outcome = signal<Outcome>({ kind: 'idle' });
  const author = signal(recallAuthor(window));
  const changes = computed(() =>
    work.value ? settingsChanges(work.value.saved, work.value.draft) : [],
  );

  const stopFollowing = effect(() => {
    const { value } = fetched.state.value;
    if (!value) return;
    live.value = value.live;
    // Unsaved work goes on with the version that it began with; saving then says what others did.
    if (changes.peek().length === 0)
      work.value = { base: value.version, saved: value.settings, draft: value.settings };
  });
  const stopKeeping = effect(() =>
    keepWork(key, changes.value.length > 0 ? work.value : undefined),
  );

  const send = async (method: string, path: string, body: object) => {
    const response = await fetch(api.url(path, { site }), {
      method,
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...body, author: author.peek() }),
    }).catch((cause: unknown) => {
      throw new ApiError('offline', String(cause));
    });
    const { status } = response;
    if (!response.ok && status !== 409 && status !== 422) throw await refusalOf(response);
    return { status, answer: (await response.json()) as unknown };
  };

  /** Runs one change on the collector, and tells what came of it. */
  const run = async (
    request: () => ReturnType<typeof send>,
    done: (answer: { version: number }) => void,
  ): Promise<void> => {
    outcome.value = { kind: 'saving' };
    try {
      const { status, answer } = await request();
      if (status === 409) outcome.value = { kind: 'conflict', conflict: answer as Conflict };
      else if (status === 422)
        outcome.value = { kind: 'refused', faults: (answer as { faults: SettingsFault[] }).faults };
      else batch(() => done(answer as { version: number }));
      fetched.refresh();
    } catch (cause) {
      outcome.value = { kind: 'failed', cause };
    }
  };

  const put = (base: number, settings: SiteSettings, how: { note: string; publish: boolean }) =>
    run(
      () => send('PUT', '/v1/settings', { base, settings, ...how }),
      ({ version }) => {
        work.value = { base: version, saved: settings, draft: settings };
        outcome.value = { kind: how.publish ? 'published' : 'saved', version };
      },
    );

  return {
    site,
    fetched,
    draft: computed(() => work.value?.draft),
    base: computed(() => work.value?.base ?? 0),
    live,
    changes,
    outcome,
    author,
    setAuthor(name) {
      author.value = name;
      rememberAuthor(window, name);
    },
    edit(change) {
      if (!work.value) return;
      work.value = { ...work.value, draft: change(work.value.draft) };
      if (outcome.value.kind !== 'saving') outcome.value = { kind: 'idle' };
    },
    discard() {
      if (work.value) work.value = { ...work.value, draft: work.value.saved };
      outcome.value = { kind: 'idle' };
      fetched.refresh();
    },
    async save(how) {
      if (work.value) await put(work.value.base, work.value.draft, how);
    },
    async resolve(settings, how) {
      if (outcome.value.kind === 'conflict')
        await put(outcome.value.conflict.theirs.version, settings, how);
    },
    goOn() {
      outcome.value = { kind: 'idle' };
    },
    publish: (version) =>
      run(
        () => send('POST', '/v1/settings/publish', { version }),
        () => (outcome.value = { kind: 'published', version }),
      ),
    rollback: (version) =>
      run(
        () => send('POST', '/v1/settings/rollback', { version, base: work.peek()?.base ?? 0 }),
        (answer) => (outcome.value = { kind: 'published', version: answer.version }),
      ),
    stop() {
      stopFollowing();
      stopKeeping();
      fetched.stop();
    },
  };
};

/** Unsaved work survives a reload of this tab. */
const keptWork = (key: string): Work | undefined => {
  try {
    return (JSON.parse(sessionStorage.getItem(key) ?? 'null') as Work | null) ?? undefined;
  } catch {
    return undefined;
  }
};
const keepWork = (key: string, work: Work | undefined): void => {
  try {
    if (work) sessionStorage.setItem(key, JSON.stringify(work));
    else sessionStorage.removeItem(key);
  } catch {
    // A browser that refuses storage keeps it as long as the page lives.
  }
};
