import type { SiteSettings } from '@wayfelt/protocol';

/** One immutable version of a site's settings. Version 0 is the defaults, of which nothing is stored. */
export interface SettingsVersion {
  version: number;
  /** Epoch milliseconds; 0 for version 0. */
  at: number;
  author: string;
  note: string;
  settings: SiteSettings;
}

/** A version in a list, without its contents. */
export interface VersionSummary extends Omit<SettingsVersion, 'settings'> {
  /** When this version went live last, and by whom. Absent: it never did. */
  published?: { at: number; author: string };
  /** This is what pages get now. */
  live: boolean;
}

export interface NewVersion {
  /** The version that was edited. */
  base: number;
  settings: SiteSettings;
  author: string;
  note: string;
  at: number;
}

/**
 * Keeps versions. Numbers go up by one per site, without gaps; nothing here is ever changed or removed.
 * What it answers is checked: a version that this program cannot read any more is passed over.
 */
export interface SettingsStore {
  /** What pages get: the version that went live last and is sound; version 0 where none ever did. */
  current(site: string): Promise<SettingsVersion>;
  /** The newest version, published or not; version 0 where a site has none. */
  newest(site: string): Promise<SettingsVersion>;
  version(site: string, version: number): Promise<SettingsVersion | undefined>;
  /** Newest first. */
  versions(site: string, limit: number): Promise<VersionSummary[]>;
  /** The new version's number; or that `base` is no longer the newest, and nothing was stored. */
  add(site: string, version: NewVersion): Promise<number | 'stale'>;
  publish(site: string, version: number, by: { author: string; at: number }): Promise<void>;
  /** Signs label tokens; never leaves the collector. */
  secret(): Promise<string>;
}
