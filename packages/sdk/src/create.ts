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

/** Starts Wayfelt on this page and puts it at `window.wayfelt`; where it is there already, that one is returned. */
export const createWayfelt = (options: WayfeltOptions): Wayfelt => {
  const host = window as unknown as { wayfelt?: Wayfelt & { q?: unknown } };
  if (host.wayfelt?.rate && !host.wayfelt.q) return host.wayfelt;
  const { wayfelt, start } = connect(options, load);
  host.wayfelt = wayfelt;
  queueMicrotask(start);
  return wayfelt;
};
