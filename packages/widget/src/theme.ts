import type { Theme } from '@wayfelt/protocol';
import { inkOn, mix, readable, type Colour } from './colour.js';
import type { Host } from './host.js';

/** WCAG 2.2 AA: 4.5 for text, 3 for the edges of controls; a little more, since rows are tinted under the pointer. */
const TEXT_RATIO = 5.2;
const EDGE_RATIO = 3.2;

/**
 * Keeps the question's colours those of the site's settings, of the page's `--wayfelt-*` variables (which win), and
 * of light and dark, live. Returns what looks again (after a change of settings) and what stops looking.
 */
export function followTheme(
  host: Host,
  themeNow: () => Theme | undefined,
): { refresh(): void; stop(): void } {
  const page = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme:dark)');
  const refresh = () => {
    const theme = themeNow() ?? {};
    const given = getComputedStyle(host.element);
    const read = (name: string, otherwise: string) =>
      given.getPropertyValue(`--wayfelt-${name}`).trim() || otherwise;
    const isDark =
      (theme.mode ?? 'system') === 'system' ? pageIsDark(page, dark) : theme.mode === 'dark';
    const surface = parse(read('surface', theme.surface ?? (isDark ? '#1e1f25' : '#fff')));
    const text = readable(
      parse(read('text', theme.text ?? (isDark ? '#f2f2f5' : '#1a1b20'))),
      surface,
      TEXT_RATIO,
    );
    const accent = readable(parse(read('accent', theme.accent ?? css(text))), surface, EDGE_RATIO);
    const values = {
      surface: css(surface),
      text: css(text),
      muted: css(readable(mix(text, surface, 0.35), surface, TEXT_RATIO)),
      line: css(mix(surface, text, 0.1)),
      edge: css(readable(mix(surface, text, 0.3), surface, EDGE_RATIO)),
      accent: css(accent),
      ink: css(inkOn(accent)),
      radius: read('radius', theme.radius ?? '20px'),
      font: read('font', theme.font ?? 'system-ui,sans-serif'),
      x: read('offset-x', `${theme.offsetX ?? 20}px`),
      y: read('offset-y', `${theme.offsetY ?? 20}px`),
      scheme: isDark ? 'dark' : 'light',
    };
    for (const [name, value] of Object.entries(values)) {
      host.style?.setProperty(`--${name}`, value, 'important');
    }
  };
  const observer = new MutationObserver(refresh);
  observer.observe(page, { attributes: true });
  dark.addEventListener('change', refresh);
  refresh();
  return {
    refresh,
    stop() {
      observer.disconnect();
      dark.removeEventListener('change', refresh);
    },
  };
}

/** A page that has settled on one scheme is followed; else the system's wish. */
const pageIsDark = (page: Element, dark: MediaQueryList): boolean => {
  const scheme = getComputedStyle(page).colorScheme;
  const isLight = scheme.includes('light');
  return isLight === scheme.includes('dark') ? dark.matches : !isLight;
};

const css = (colour: Colour): string => `rgb(${colour.join(' ')})`;

/** Any CSS colour, through the only reader that browsers offer. What is none of them is black, and corrected. */
const parse = (colour: string): Colour => {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d');
  if (!context) return [0, 0, 0];
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0] = context.getImageData(0, 0, 1, 1).data;
  return [r, g, b];
};
