import { Hono } from 'hono';
import {
  checkSettings,
  mergeSettings,
  settingsChanges,
  shown,
  type SettingsFault,
} from '@wayfelt/protocol/settings-check';
import type { SiteSettings } from '@wayfelt/protocol';
import { authorOf, type Editing } from './access.js';
import { baseOf, bodyOf, numberIn, siteOf, versionOf, wrong } from './asked.js';
import type { SettingsStore } from './store.js';

const LISTED = 200;
const NOTE_LENGTH = 500;

export interface VersionRoutesOptions {
  settings: SettingsStore;
  /** Tells the open screens that this site changed. */
  changed: (site: string) => void;
  now: () => number;
}

/** What a team saves: which version it edited, and what the settings are now. */
interface Saving {
  base: number;
  settings: unknown;
  note: string;
  publish: boolean;
  author: unknown;
}

/** Reads and writes versions. Access is checked before. */
export function versionRoutes({ settings, changed, now }: VersionRoutesOptions): Hono<Editing> {
  const app = new Hono<Editing>();

  const publish = async (site: string, version: number, author: string) => {
    await settings.publish(site, version, { author, at: now() });
    changed(site);
  };

  /** The newest version (what an edit begins with), or the one that `?version=` names. */
  app.get('/v1/settings', async (c) => {
    const site = siteOf(c);
    const wanted = c.req.query('version');
    const live = await settings.current(site);
    const newest = await settings.newest(site);
    const version =
      wanted === undefined
        ? newest
        : await versionOf(settings, site, { field: 'version', given: numberIn(wanted) });
    c.header('Cache-Control', 'no-store');
    return c.json({ site, live: live.version, newest: newest.version, ...version });
  });

  app.put('/v1/settings', async (c) => {
    const site = siteOf(c);
    const saving = savingOf(await bodyOf(c));
    if ('faults' in saving) return c.json({ error: 'Not saved.', faults: saving.faults }, 422);
    const checked = checkSettings(saving.settings);
    if (!checked.ok)
      return c.json(
        { error: 'Not saved: these settings are not right.', faults: checked.faults },
        422,
      );
    const author = authorOf(c, saving.author);
    const added = await settings.add(site, {
      base: saving.base,
      settings: checked.settings,
      author,
      note: saving.note,
      at: now(),
    });
    if (added === 'stale') return c.json(await conflict(site, saving.base, checked.settings), 409);
    if (saving.publish) await publish(site, added, author);
    return c.json({ version: added, live: saving.publish, at: now(), author });
  });

  /** What somebody else saved meanwhile, and both sets of changes joined: nothing is lost, nothing is stored. */
  const conflict = async (site: string, baseVersion: number, mine: SiteSettings) => {
    const theirs = await settings.newest(site);
    const base = (await settings.version(site, baseVersion)) ?? theirs;
    const merge = mergeSettings(base.settings, mine, theirs.settings);
    const checked = checkSettings(merge.settings);
    return {
      error: `Not saved: ${theirs.author} saved version ${theirs.version} meanwhile.`,
      theirs: {
        version: theirs.version,
        author: theirs.author,
        at: theirs.at,
        note: theirs.note,
        changes: settingsChanges(base.settings, theirs.settings),
      },
      merge: { ...merge, faults: checked.ok ? [] : checked.faults },
    };
  };

  app.get('/v1/settings/versions', async (c) => {
    const site = siteOf(c);
    return c.json({ site, versions: await settings.versions(site, LISTED) });
  });

  app.get('/v1/settings/changes', async (c) => {
    const site = siteOf(c);
    const versionIn = (field: string) =>
      versionOf(settings, site, { field, given: numberIn(c.req.query(field)) });
    const [from, to] = [await versionIn('from'), await versionIn('to')];
    return c.json({ changes: settingsChanges(from.settings, to.settings) });
  });

  app.post('/v1/settings/publish', async (c) => {
    const site = siteOf(c);
    const body = await bodyOf(c);
    const given = body['version'];
    const { version } = await versionOf(settings, site, { field: 'version', given });
    if (version === 0) throw wrong('version', 'a version that was saved', given);
    await publish(site, version, authorOf(c, body['author']));
    return c.json({ live: version });
  });

  /** An old version's contents become a new version, and go live: history only grows. */
  app.post('/v1/settings/rollback', async (c) => {
    const site = siteOf(c);
    const body = await bodyOf(c);
    const old = await versionOf(settings, site, { field: 'version', given: body['version'] });
    const base = baseOf(body['base']);
    const author = authorOf(c, body['author']);
    const added = await settings.add(site, {
      base,
      settings: old.settings,
      author,
      note: `Back to version ${old.version}`,
      at: now(),
    });
    if (added === 'stale') return c.json(await conflict(site, base, old.settings), 409);
    await publish(site, added, author);
    return c.json({ version: added, live: added });
  });
  return app;
}

const savingOf = (body: Record<string, unknown>): Saving | { faults: SettingsFault[] } => {
  const { base, settings, note = '', publish = false, author } = body;
  const faults: SettingsFault[] = [];
  const report = (field: string, expected: string, value: unknown) =>
    faults.push({ field, expected, given: shown(value) });
  if (typeof base !== 'number' || !Number.isInteger(base) || base < 0)
    report('base', 'the number of the version that was edited, 0 for the defaults', base);
  if (typeof note !== 'string' || note.length > NOTE_LENGTH)
    report('note', `a text of at most ${NOTE_LENGTH} characters`, note);
  if (typeof publish !== 'boolean') report('publish', 'true or false', publish);
  if (settings === undefined) report('settings', 'the settings', settings);
  if (faults.length > 0) return { faults };
  return {
    base: base as number,
    settings,
    note: note as string,
    publish: publish as boolean,
    author,
  };
};
