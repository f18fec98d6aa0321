import type { SiteSettings } from '@wayfelt/protocol';
import type { PageVisits, PastChange, PastPreview } from '@wayfelt/protocol/settings-check';

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
  /** Visited pages since a UTC day (its number since 1970), those with the most visits first. */
  pages(site: string, sinceDay: number): Promise<PageVisits[]>;
  past: PastStore;
}

/** Where a stored record is, as far as rules are concerned. */
export interface PastPlace {
  page: string;
  /** `''`: none. */
  stage: string;
  /** `''`: none. */
  touchpoint: string;
  /** Which source named the stage; absent where none did. */
  source: string | undefined;
}

/** The stage to which a record belongs now; undefined where it stays. */
export type StageNow = (place: PastPlace) => string | undefined;

/** Applies corrected rules to what is stored already. Moves records and their counts; erases and invents nothing. */
export interface PastStore {
  preview(site: string, days: number, stageNow: StageNow, now: number): Promise<PastPreview>;
  apply(
    site: string,
    days: number,
    stageNow: StageNow,
    by: { author: string; at: number; version: number },
  ): Promise<PastChange>;
  /** Puts everything back where it was. Only the newest change that still stands can be undone. */
  undo(
    site: string,
    past: number,
    by: { author: string; at: number },
  ): Promise<'undone' | 'not-newest'>;
  /** Newest first. */
  log(site: string): Promise<PastChange[]>;
}
