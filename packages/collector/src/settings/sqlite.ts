import { DEFAULT_SETTINGS } from '@wayfelt/protocol';
import { importSettings } from '@wayfelt/protocol/settings-check';
import { inTransaction, type Database, type Migration } from '../stores/sqlite/database.js';
import pagesSchema from './2026-11-22-pages.sql';
import schema from './2026-11-22-settings.sql';
import { readPages } from './sqlite-pages.js';
import { createSqlitePast } from './sqlite-past.js';
import type { SettingsStore, SettingsVersion, VersionSummary } from './store.js';

/** To be run after the records' own, to which the second refers. */
export const SETTINGS_MIGRATIONS: readonly Migration[] = [
  { name: '2026-11-22-settings', sql: schema },
  { name: '2026-11-22-settings-pages', sql: pagesSchema },
];

interface VersionRow {
  version: number;
  at: number;
  author: string;
  note: string;
  settings: string;
}

interface SummaryRow extends Omit<VersionRow, 'settings'> {
  publishedAt: number | null;
  publishedBy: string | null;
  live: number | null;
}

const NEWEST = `
SELECT version, at, author, note, settings FROM settings_version
WHERE site = ? ORDER BY version DESC LIMIT ?`;

const VERSION = `
SELECT version, at, author, note, settings FROM settings_version
WHERE site = ? AND version = ?`;

/** Each version once, in the order in which they went live, newest first. */
const PUBLISHED = `
SELECT v.version, v.at, v.author, v.note, v.settings
FROM (SELECT version, max(id) AS id FROM settings_publishing WHERE site = ?1 GROUP BY version) AS p
JOIN settings_version AS v ON v.site = ?1 AND v.version = p.version
ORDER BY p.id DESC LIMIT ?2`;

const LAST_PUBLISHING = 'SELECT max(id) AS id FROM settings_publishing WHERE site = ?';

const VERSIONS = `
SELECT v.version, v.at, v.author, v.note, p.at AS publishedAt, p.author AS publishedBy,
  p.id = (SELECT max(id) FROM settings_publishing WHERE site = ?1) AS live
FROM settings_version AS v
LEFT JOIN settings_publishing AS p ON p.id =
  (SELECT max(id) FROM settings_publishing WHERE site = ?1 AND version = v.version)
WHERE v.site = ?1 ORDER BY v.version DESC LIMIT ?2`;

const ADD = `
INSERT INTO settings_version (site, version, at, author, note, settings) VALUES (?, ?, ?, ?, ?, ?)`;

const PUBLISH = `
INSERT INTO settings_publishing (site, version, at, author) VALUES (?, ?, ?, ?)`;

/** How far back a sound version is looked for. */
const FALLBACKS = 20;

/** Settings in the same SQLite file as the records. */
export function createSqliteSettings(db: Database): SettingsStore {
  const newest = db.prepare(NEWEST);
  const version = db.prepare(VERSION);
  const published = db.prepare(PUBLISHED);
  const lastPublishing = db.prepare(LAST_PUBLISHING);
  // Asked for by every batch of records; only of sites that published, so that nobody can fill it with names.
  const live = new Map<string, { publishing: number; version: SettingsVersion }>();
  const versions = db.prepare(VERSIONS);
  const add = db.prepare(ADD);
  const publish = db.prepare(PUBLISH);
  const pages = readPages(db);
  const secret = db.prepare('SELECT secret FROM settings_secret');

  return {
    async current(site) {
      const { id: publishing } = lastPublishing.get(site) as { id: number | null };
      if (publishing === null) return VERSION_ZERO;
      const known = live.get(site);
      if (known?.publishing === publishing) return known.version;
      const found = firstSound(published.all(site, FALLBACKS) as VersionRow[]);
      live.set(site, { publishing, version: found });
      return found;
    },
    async newest(site) {
      return firstSound(newest.all(site, FALLBACKS) as VersionRow[]);
    },
    async version(site, number) {
      if (number === 0) return VERSION_ZERO;
      const row = version.get(site, number) as VersionRow | undefined;
      return row && sound(row);
    },
    async versions(site, limit) {
      return (versions.all(site, limit) as SummaryRow[]).map(summary);
    },
    async add(site, { base, settings, author, note, at }) {
      return inTransaction(db, () => {
        const [row] = newest.all(site, 1) as VersionRow[];
        const current = row?.version ?? 0;
        if (current !== base) return 'stale';
        add.run(site, current + 1, at, author, note, JSON.stringify(settings));
        return current + 1;
      });
    },
    async publish(site, number, { author, at }) {
      publish.run(site, number, at, author);
    },
    async secret() {
      return (secret.get() as { secret: string }).secret;
    },
    pages: async (site, sinceDay) => pages(site, sinceDay),
    past: createSqlitePast(db),
  };
}

const VERSION_ZERO: SettingsVersion = {
  version: 0,
  at: 0,
  author: '',
  note: '',
  settings: DEFAULT_SETTINGS,
};

const sound = ({ settings, ...row }: VersionRow): SettingsVersion | undefined => {
  const checked = importSettings(settings);
  return checked.ok ? { ...row, settings: checked.settings } : undefined;
};

/** The first version that this program can read; its number stays its own, so that an edit on it is seen as stale. */
const firstSound = (rows: VersionRow[]): SettingsVersion => {
  for (const row of rows) {
    const version = sound(row);
    if (version) return version;
  }
  return VERSION_ZERO;
};

const summary = ({ publishedAt, publishedBy, live, ...row }: SummaryRow): VersionSummary => ({
  ...row,
  ...(publishedAt === null ? {} : { published: { at: publishedAt, author: publishedBy ?? '' } }),
  live: live === 1,
});
