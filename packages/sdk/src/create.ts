import type { Files, Load } from './inside.js';
import type { Wayfelt, WayfeltOptions } from './types.js';
import { connect } from './wayfelt.js';

const FILES: { [F in keyof Files]: () => Promise<Files[F]> } = {
  page: () => import('./page.js'),
  asking: () => import('./asking.js'),
  more: () => import('./more.js'),
  courier: () => import('./courier.js'),
  widget: () => import('@wayfelt/widget'),
  element: () => import('@wayfelt/widget/element'),
  labeller: () => import('@wayfelt/labeller'),
};
const load = ((file: keyof Files) => FILES[file]()) as Load;

/** Where a page is only rendered, on a server, nobody feels anything yet: every verb is there and does nothing. */
const absent: Wayfelt = {
  stage: () => undefined,
  touchpoint: () => undefined,
  ask: async () => ({ asked: false, why: 'load' }),
  rate: async () => 'lost',
  outcome: async () => 'lost',
  standing: () => undefined,
  consent: () => undefined,
  on: () => () => undefined,
  flush: async () => ({ waiting: 0 }),
  forget: async () => undefined,
  handover: async () => undefined,
  explain: async () => undefined,
};

/**
 * Starts Wayfelt on this page and puts it at `window.wayfelt`; where it is there already, that one is returned. On a
 * server, without a window, what is returned does nothing.
 */
export const createWayfelt = (options: WayfeltOptions): Wayfelt => {
  if (typeof window === 'undefined') return absent;
  const host = window as unknown as { wayfelt?: Wayfelt & { q?: unknown } };
  if (host.wayfelt?.rate && !host.wayfelt.q) return host.wayfelt;
  const { settings } = options;
  const inline = typeof settings === 'object' ? JSON.stringify(settings) : settings;
  const { wayfelt, start } = connect({ ...options, settings: inline }, load);
  host.wayfelt = wayfelt;
  queueMicrotask(start);
  return wayfelt;
};
