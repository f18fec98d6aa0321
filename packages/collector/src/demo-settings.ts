import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importSettings } from '@wayfelt/protocol/settings-check';
import type { SettingsStore } from './settings/store.js';

export interface DemoSettingsOptions {
  settings: SettingsStore;
  /** The demo's folder; its settings are `settings.json` beside it. */
  demo: string;
  now: number;
}

/** The site that the demo's script tag and the simulated visitors name. */
const SITE = 'demo';

/**
 * Gives the demo's site the settings that come with it (names, pages, standards, beliefs), so that its first figures
 * have words. A site that has any version of its own is left alone. Throws where the file is no sound settings.
 */
export async function seedDemoSettings({
  settings,
  demo,
  now,
}: DemoSettingsOptions): Promise<void> {
  const file = join(demo, '../settings.json');
  if (!existsSync(file)) return;
  if ((await settings.newest(SITE)).version !== 0) return;
  const read = importSettings(readFileSync(file, 'utf8'));
  if (!read.ok) {
    const faults = read.faults.map(({ field, expected }) => `${field}: expected ${expected}`);
    throw new Error(`${file} cannot be used. ${faults.join('; ')}`);
  }
  const added = await settings.add(SITE, {
    base: 0,
    settings: read.settings,
    author: 'demo',
    note: 'What comes with the demo',
    at: now,
  });
  if (added !== 'stale') await settings.publish(SITE, added, { author: 'demo', at: now });
}
