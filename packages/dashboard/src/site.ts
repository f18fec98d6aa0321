import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import { DEFAULT_SETTINGS, type SiteSettings } from '@wayfelt/protocol';
import type { Report } from '@wayfelt/report';
import type { Query } from './data/api.js';
import { asked, CHOICES, reportQuery, SAID, sliceQuery } from './data/report-request.js';
import { createResource, type Resource } from './data/resource.js';
import type { Dashboard } from './state.js';
import { whenIdle } from './when-idle.js';

/** How often a collector without any record is asked whether it has one. */
const FIRST_RECORD_MS = 2_000;

/** Who reads: the team, or a guest with a shared link to one site. */
export type Reader = { role: 'team' } | { role: 'guest'; site: string; comments: boolean };

export interface SiteRow {
  site: string;
  /** When the newest record arrived, epoch milliseconds. */
  last: number;
}

/** Filters whose values are nowhere but in what visitors did: one that is in the address is looked up. */
const CHECKED = ['touchpoint', 'locale', 'source'] as const;
/** Sentences are worth no more of the collector's time than this. */
const SAID_EVERY_MS = 15_000;

/** Of a period without other filters. */
export type Choices = Pick<Report, 'response'> & { touchpoints: { touchpoint?: string }[] };

/** The sites that this reader may see, and the one that is looked at. */
export interface Sites {
  all: Resource<SiteRow[]>;
  current: ReadonlySignal<string | undefined>;
  /** Undefined until it is known. */
  reader: ReadonlySignal<Reader | undefined>;
  /** The report of the address's slice, followed live, with the parts that the screen draws. */
  report: Resource<Report>;
  /** Journey alone: its sentences, which take longer. */
  said: Resource<Pick<Report, 'sentences'>>;
  /** What may be chosen in the filters: whatever the period has. Asked for from `wantChoices` on. */
  choices: Resource<Choices>;
  wantChoices(): void;
  /** Begins to ask for what can wait: the sentences, and what arrives from now on. Returns what ends it. */
  listen(): () => void;
  /** The site's settings: the defaults until they are read. */
  settings: ReadonlySignal<SiteSettings>;
  /** Nothing that the first view draws is still being asked for. */
  settled: ReadonlySignal<boolean>;
  /** The slice's query, for further questions of a screen. */
  query: ReadonlySignal<Query | undefined>;
}

export const createSites = (dashboard: Dashboard): Sites => {
  const { api, address, live } = dashboard;
  const all = createResource(
    () => 'sites',
    async (signal) => sitesOf(await api.get<unknown>('/v1/sites', {}, signal)),
  );
  const session = createResource(
    () => 'session',
    (signal) => api.get<Reader>('/v1/session', {}, signal),
  );
  /** What was heard of last is what somebody is working on. */
  const newest = computed(() =>
    all.state.value.value?.reduce<SiteRow | undefined>(
      (latest, row) => (latest && latest.last >= row.last ? latest : row),
      undefined,
    ),
  );
  const current = computed(() => address.value.params['site'] ?? newest.value?.site);
  const isSignedOut = computed(() => all.state.value.error?.trouble === 'signed-out');
  const query = computed(() => {
    const site = current.value;
    return site === undefined ? undefined : sliceQuery(address.value.params, site, dashboard.now());
  });
  const reportOf = <T>(wanted: () => Query | undefined): Resource<T> => {
    const query = computed(wanted);
    const key = computed(() => query.value && api.url('/v1/report', query.value));
    return createResource(
      () => key.value,
      (signal) => api.get<T>('/v1/report', query.peek(), signal),
      () => query.peek()?.['fields'],
    );
  };
  // Whoever draws more of it names it in `report-request.ts`.
  const drawn = computed(() => {
    const { screen, params } = address.value;
    const site = current.value;
    return site === undefined ? undefined : reportQuery(screen, params, site, dashboard.now());
  });
  const report = reportOf<Report>(() => drawn.value);
  const listening = signal(false);
  const said = reportOf<Pick<Report, 'sentences'>>(() =>
    listening.value && address.value.screen === 'journey' && query.value
      ? { ...query.value, ...asked(SAID) }
      : undefined,
  );
  const choicesWanted = signal(false);
  const choices = reportOf<Choices>(() => {
    const { site, from, to } = query.value ?? {};
    const { params } = address.value;
    const wanted = choicesWanted.value || CHECKED.some((name) => params[name]);
    return wanted && site !== undefined ? { site, from, to, ...asked(CHOICES) } : undefined;
  });
  let saidAt = 0;
  const read = createResource(
    () => current.value,
    (signal) =>
      api.get<{ settings: SiteSettings }>('/v1/settings', { site: current.peek() }, signal),
  );
  const settings = computed(() => read.state.value.value?.settings ?? DEFAULT_SETTINGS);
  effect(() => {
    if (live.pulse.value === 0) return;
    report.refresh();
    if (dashboard.now() - saidAt > SAID_EVERY_MS) {
      saidAt = dashboard.now();
      said.refresh();
    }
    // A colleague may have published other names.
    read.refresh();
  });
  // Whoever comes back to this tab may have pasted the script tag into another site meanwhile.
  let before = false;
  effect(() => {
    if (live.state.value !== 'live') return;
    if (before) all.refresh();
    before = true;
  });
  // Signing in answers who reads, too.
  effect(() => {
    if (all.state.value.value && session.state.peek().error) session.refresh();
  });
  // There is no stream before there is a site: the first record of all is waited for.
  effect(() => {
    if (all.state.value.value?.length === 0) setTimeout(all.refresh, FIRST_RECORD_MS);
  });
  return {
    all,
    current,
    reader: computed(() => session.state.value.value),
    report,
    said,
    choices,
    wantChoices: () => (choicesWanted.value = true),
    listen() {
      listening.value = true;
      let end: (() => void) | undefined;
      const callOff = whenIdle(() => {
        end = effect(() => {
          const site = isSignedOut.value ? undefined : current.value;
          live.follow(
            site && api.url('/v1/stream', { site }),
            all.state.peek().value?.find((row) => row.site === site)?.last,
          );
        });
      });
      return () => {
        callOff();
        end?.();
      };
    },
    settings,
    settled: computed(() => {
      const first = [all, session, current.value && read, drawn.value && report];
      return first.every((asked) => !asked || !asked.state.value.loading);
    }),
    query,
  };
};

/** Resolves once what the first view draws has been answered, or refused. */
export const firstAnswers = ({ settled }: Sites): Promise<void> =>
  new Promise((resolve) => {
    const stop = effect(() => {
      if (!settled.value) return;
      resolve();
      // not before it has begun
      queueMicrotask(() => stop());
    });
  });

const sitesOf = (answer: unknown): SiteRow[] => {
  const rows = Array.isArray(answer)
    ? answer
    : typeof answer === 'object' && answer && 'sites' in answer && Array.isArray(answer.sites)
      ? answer.sites
      : [];
  return rows.flatMap((row: unknown) => {
    if (typeof row !== 'object' || !row || !('site' in row) || typeof row.site !== 'string')
      return [];
    return { site: row.site, last: 'last' in row && typeof row.last === 'number' ? row.last : 0 };
  });
};
