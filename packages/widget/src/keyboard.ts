import type { Host } from './host.js';

/**
 * Phones lay their keyboard over the page: the sheet rises above it, and what is typed into stays in sight. Zooming
 * with two fingers is no keyboard. Returns what stops it.
 */
export function liftAboveKeyboard({ root, setProperties }: Host): () => void {
  const view = window.visualViewport;
  const lift = () => {
    if (!view) return;
    const covered = innerHeight - view.height - view.offsetTop;
    setProperties({ lift: (view.scale > 1 ? 0 : covered) + 'px' });
    root.activeElement?.scrollIntoView({ block: 'nearest' });
  };
  view?.addEventListener('resize', lift);
  return () => view?.removeEventListener('resize', lift);
}
