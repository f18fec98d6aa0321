import type { LabelHost, SiteSettings } from '@wayfelt/protocol';
import type {
  SettingsChange,
  SettingsFault,
  SettingsMerge,
} from '@wayfelt/protocol/settings-check';

/** The settings as `GET /v1/settings` answers. */
export interface Fetched {
  version: number;
  live: number;
  settings: SiteSettings;
}

/** Somebody else saved first: what they changed, and both sides joined. */
export interface Conflict {
  theirs: { version: number; author: string; changes: SettingsChange[] };
  merge: SettingsMerge;
}

export type Saved =
  | { how: 'saved'; version: number; live: boolean }
  | { how: 'conflict'; conflict: Conflict }
  | { how: 'refused'; faults: SettingsFault[] };

export interface MatchingPages {
  pages: number;
  visits: number;
}

/** Why the collector gave nothing: the token is too old, or nobody answers. */
export class NoAnswer extends Error {
  constructor(readonly why: 'expired' | 'offline') {
    super(why);
    this.name = 'NoAnswer';
  }
}

export interface Collector {
  fetch(): Promise<Fetched>;
  save(saving: {
    base: number;
    settings: SiteSettings;
    note: string;
    publish: boolean;
  }): Promise<Saved>;
  matching(pattern: string): Promise<MatchingPages>;
}

export const createCollector = ({ collector, site, token }: LabelHost): Collector => {
  const call = async (path: string, method = 'GET', body?: unknown) => {
    const response = await fetch(
      `${collector}/v1/settings${path}site=${encodeURIComponent(site)}`,
      {
        method,
        credentials: 'omit',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      },
    ).catch(() => {
      throw new NoAnswer('offline');
    });
    if (response.status === 401 || response.status === 403) throw new NoAnswer('expired');
    if (response.status >= 500) throw new NoAnswer('offline');
    return { status: response.status, json: (await response.json()) as unknown };
  };

  return {
    fetch: async () => (await call('?')).json as Fetched,
    async save(saving) {
      const { status, json } = await call('?', 'PUT', saving);
      if (status === 409) return { how: 'conflict', conflict: json as Conflict };
      if (status >= 400)
        return { how: 'refused', faults: (json as { faults?: SettingsFault[] }).faults ?? [] };
      return { how: 'saved', ...(json as { version: number; live: boolean }) };
    },
    matching: async (pattern) =>
      (await call(`/pages?match=${encodeURIComponent(pattern)}&`)).json as MatchingPages,
  };
};
