import type { Theme } from '@wayfelt/protocol';
import { inkOn, mix, readable, WHITE, type Colour } from './colour.js';
import type { Host } from './host.js';

/** WCAG 2.2 AA: 4.5 for text, 3 for the edges of controls; a little more, since rows are tinted under the pointer. */
const TEXT_RATIO = 5.4;
const EDGE_RATIO = 3.2;

/** Gives the host the looks of the page's `--wayfelt-*` variables, else of the site's settings, else our own. */
export function applyTheme(
  { element, setProperty }: Host,
  theme: Theme = {},
  darkSystem: boolean,
): void {
  const variables = getComputedStyle(element);
  const read = (name: string, otherwise = '') =>
    variables.getPropertyValue('--wayfelt-' + name).trim() || otherwise;
  // Without a set mode, a page that has settled on one scheme is followed; else the system.
  const scheme = [theme.mode, getComputedStyle(document.documentElement).colorScheme].find(
    (each) => each === 'dark' || each === 'light',
  );
  const dark = scheme ? scheme === 'dark' : darkSystem;
  const surface = parse(read('surface', theme.surface), dark ? [30, 31, 37] : WHITE);
  const paint = (name: string, colour: Colour, ratio = 0) => {
    const painted = readable(colour, surface, ratio);
    setProperty(name, `rgb(${painted})`);
    return painted;
  };
  const ink = mix(inkOn(surface), surface, 0.1);
  const text = paint('text', parse(read('text', theme.text), ink), TEXT_RATIO);
  const accent = paint('accent', parse(read('accent', theme.accent), text), EDGE_RATIO);
  paint('surface', surface);
  paint('ink', inkOn(accent));
  paint('line', mix(surface, text, 0.1));
  paint('edge', mix(surface, text, 0.3), EDGE_RATIO);
  paint('muted', mix(text, surface, 0.35), TEXT_RATIO);
  setProperty('scheme', dark ? 'dark' : 'light');
  setProperty('radius', read('radius', theme.radius ?? '20px'));
  setProperty('font', read('font', theme.font ?? 'system-ui,sans-serif'));
  setProperty('x', read('offset-x', (theme.offsetX ?? 20) + 'px'));
  setProperty('y', read('offset-y', (theme.offsetY ?? 20) + 'px'));
}

/** Any CSS colour, through the only reader that browsers offer; what is none of them is black, and corrected. */
const parse = (colour: string, otherwise: Colour): Colour => {
  const context = document.createElement('canvas').getContext('2d');
  if (!context || !colour) return otherwise;
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
};
