import type { Load } from './inside.js';
import type { Wayfelt, WayfeltOptions } from './types.js';
import { connect } from './wayfelt.js';

const PARTS = {
  asking: () => import('./asking.js'),
  more: () => import('./more.js'),
  widget: () => import('@wayfelt/widget'),
};
const load = ((part: keyof typeof PARTS) => PARTS[part]()) as Load;

/** Starts Wayfelt on this page and puts it at `window.wayfelt`; where it is there already, that one is returned. */
export const createWayfelt = (options: WayfeltOptions): Wayfelt => {
  const host = window as unknown as { wayfelt?: Wayfelt & { q?: unknown } };
  if (host.wayfelt?.rate && !host.wayfelt.q) return host.wayfelt;
  const { wayfelt, start } = connect(options, load);
  host.wayfelt = wayfelt;
  queueMicrotask(start);
  return wayfelt;
};
