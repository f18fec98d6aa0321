import type { Core } from '@wayfelt/core';
import type { PageSettings } from '@wayfelt/protocol';

/**
 * Uses the settings that this browser remembers at once, and the collector's when they arrive. Never blocks; a
 * collector that does not answer, or answers nonsense, changes nothing.
 */
export const fetchSettings = async (core: Core, url: string): Promise<void> => {
  const use = (text: string) => {
    const settings: unknown = JSON.parse(text);
    if (settings && typeof settings === 'object') core.setSettings(settings as PageSettings);
  };
  const kept = core.memory.note();
  if (kept) use(kept);
  const response = await fetch(url, { credentials: 'omit' });
  const text = await response.text();
  if (response.ok && text !== kept) {
    use(text);
    core.memory.note(text);
  }
};
