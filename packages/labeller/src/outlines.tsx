import { useEffect, useState } from 'preact/hooks';
import { touchpointsHere } from './here.js';
import { useAround, useWork } from './use-labels.js';

interface Outline {
  key: string;
  label: string;
  element: Element;
}

/** A frame around each touchpoint of the page, with its name; the page itself is not touched. */
export function Outlines() {
  const { language } = useAround();
  const { draft } = useWork();
  useRedraw();
  const outlines = touchpointsHere(draft).flatMap(({ id, touchpoint, elements }): Outline[] =>
    elements.map((element, index) => ({
      key: `${id} ${index}`,
      label: touchpoint?.name?.[language] ?? touchpoint?.name?.['en'] ?? id,
      element,
    })),
  );
  return (
    <div class="outlines" aria-hidden="true">
      {outlines.map(({ key, label, element }) => (
        <Frame key={key} element={element} label={label} />
      ))}
    </div>
  );
}

/** A frame where an element is now. Its place is set on the style object, which strict policies allow. */
export function Frame({ element, label }: { element: Element; label: string }) {
  const { top, left, width, height } = element.getBoundingClientRect();
  if (width === 0 && height === 0) return null;
  const style = {
    top: `${top - 3}px`,
    left: `${left - 3}px`,
    width: `${width + 6}px`,
    height: `${height + 6}px`,
  };
  return (
    <div class="frame" style={style}>
      <span>{label}</span>
    </div>
  );
}

/** Draws again when the page scrolled, was resized or changed, at most once per frame of the screen. */
export const useRedraw = (): void => {
  const { shell } = useAround();
  const [, redraw] = useState(0);
  useEffect(() => {
    let waiting = 0;
    const soon = () => {
      waiting ||= requestAnimationFrame(() => {
        waiting = 0;
        redraw((n) => n + 1);
      });
    };
    const resized = new ResizeObserver(soon);
    // Not the body: an application may replace it.
    const page = document.documentElement;
    resized.observe(page);
    const changed = new MutationObserver((mutations) => {
      if (mutations.some(({ target }) => target !== shell)) soon();
    });
    changed.observe(page, { subtree: true, childList: true, attributes: true });
    addEventListener('scroll', soon, { capture: true, passive: true });
    return () => {
      cancelAnimationFrame(waiting);
      resized.disconnect();
      changed.disconnect();
      removeEventListener('scroll', soon, { capture: true });
    };
  }, [shell]);
};
