import type { Host } from './host.js';

/** Inside the question the keys 1 to 8 choose the faces in the order they are shown; not while someone is typing. */
export function chooseByKey(
  { key, target, ctrlKey, metaKey, altKey }: KeyboardEvent,
  root: ShadowRoot,
): void {
  const typing = target instanceof Element && target.matches('[maxlength]');
  if (typing || ctrlKey || metaKey || altKey) return;
  const radio = root.querySelectorAll<HTMLInputElement>('[name=level]')[Number(key) - 1];
  radio?.focus();
  radio?.click();
}

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
