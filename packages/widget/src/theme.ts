import type { Theme } from '@wayfelt/protocol';
import { inkOn, mix, readable, WHITE, type Colour } from './colour.js';
import type { Host } from './host.js';

/** WCAG 2.2 AA: 4.5 for text, 3 for the edges of controls; a little more, since rows are tinted under the pointer. */
const TEXT_RATIO = 5.4;
const EDGE_RATIO = 3.2;

/** Gives the host the looks of the page's `--wayfelt-*` variables, else of the site's settings, else our own. */
export function applyTheme(host: Host, theme: Theme = {}, darkSystem: boolean): void {
  const variables = getComputedStyle(host.element);
  const read = (name: string, otherwise = '') =>
    variables.getPropertyValue('--wayfelt-' + name).trim() || otherwise;
  // Without a set mode, a page that has settled on one scheme is followed; else the system.
  const scheme = [theme.mode, getComputedStyle(document.documentElement).colorScheme].find(
    (each) => each === 'dark' || each === 'light',
  );
  const dark = scheme ? scheme === 'dark' : darkSystem;
  const surface = parse(read('surface', theme.surface), dark ? [30, 31, 37] : WHITE);
  const ink = mix(inkOn(surface), surface, 0.1);
  const text = readable(parse(read('text', theme.text), ink), surface, TEXT_RATIO);
  const accent = readable(parse(read('accent', theme.accent), text), surface, EDGE_RATIO);
  host.setProperties({
    surface: css(surface),
    text: css(text),
    muted: css(readable(mix(text, surface, 0.35), surface, TEXT_RATIO)),
    line: css(mix(surface, text, 0.1)),
    edge: css(readable(mix(surface, text, 0.3), surface, EDGE_RATIO)),
    accent: css(accent),
    ink: css(inkOn(accent)),
    scheme: dark ? 'dark' : 'light',
    radius: read('radius', theme.radius ?? '20px'),
    font: read('font', theme.font ?? 'system-ui,sans-serif'),
    x: read('offset-x', (theme.offsetX ?? 20) + 'px'),
    y: read('offset-y', (theme.offsetY ?? 20) + 'px'),
  });
}

const css = (colour: Colour): string => `rgb(${colour})`;

/** Any CSS colour, through the only reader that browsers offer; what is none of them is black, and corrected. */
const parse = (colour: string, otherwise: Colour): Colour => {
  const context = document.createElement('canvas').getContext('2d');
  if (!context || !colour) return otherwise;
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
};
