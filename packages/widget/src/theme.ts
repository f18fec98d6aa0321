import type { Theme } from '@wayfelt/protocol';
import { inkOn, mix, readable, WHITE, type Colour } from './colour.js';
import type { Host } from './host.js';

/** WCAG 2.2 AA: 4.5 for text, 3 for the edges of controls; a little more, since rows are tinted under the pointer. */
const TEXT_RATIO = 5.4;
const EDGE_RATIO = 3.2;

/** Gives the host the looks of the page's `--wayfelt-*` variables, else of the site's settings, else our own. */
export function applyTheme(host: Host, theme: Theme = {}): void {
  const { mode } = theme;
  // One canvas for all colours, since each is a bitmap of its own.
  const context = document.createElement('canvas').getContext('2d');
  /** CSS colours laid over one another, through the only reader that browsers offer; what is no colour changes nothing. */
  const parse = (ground: Colour, ...colours: string[]): Colour => {
    if (!context) return ground;
    for (const colour of [css(ground), ...colours]) {
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
    }
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const variables = getComputedStyle(host.element);
  const read = (name: string, otherwise = '') =>
    variables.getPropertyValue('--wayfelt-' + name).trim() || otherwise;
  // Without a set mode the page is followed: light text, be it by its own style or by its `color-scheme`, is on dark ground.
  const page = getComputedStyle(document.body ?? document.documentElement);
  const dark = mode === 'dark' || (mode !== 'light' && inkOn(parse(WHITE, page.color)) !== WHITE);
  const surface = parse(dark ? [30, 31, 37] : WHITE, read('surface', theme.surface));
  const ink = mix(inkOn(surface), surface, 0.1);
  const text = readable(parse(ink, read('text', theme.text)), surface, TEXT_RATIO);
  const accent = readable(parse(text, read('accent', theme.accent)), surface, EDGE_RATIO);
  host.setProperties({
    scheme: dark ? 'dark' : 'light',
    surface: css(surface),
    text: css(text),
    muted: css(readable(mix(text, surface, 0.35), surface, TEXT_RATIO)),
    line: css(mix(surface, text, 0.1)),
    edge: css(readable(mix(surface, text, 0.3), surface, EDGE_RATIO)),
    accent: css(accent),
    ink: css(inkOn(accent)),
    radius: read('radius', theme.radius ?? '20px'),
    font: read('font', theme.font ?? 'system-ui,sans-serif'),
    x: read('offset-x', (theme.offsetX ?? 20) + 'px'),
    y: read('offset-y', (theme.offsetY ?? 20) + 'px'),
  });
}

const css = (colour: Colour): string => `rgb(${colour})`;
