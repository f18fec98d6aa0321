import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Frame, useRedraw } from './outlines.js';
import { selectorsFor } from './selector.js';
import { useAround } from './use-labels.js';

interface PickerProps {
  onPick: (element: Element) => void;
  onStop: () => void;
}

/** Where the arrow keys go from an element. */
const STEPS: { [key: string]: (element: Element) => Element | null } = {
  ArrowUp: ({ parentElement }) => parentElement,
  ArrowDown: ({ firstElementChild }) => firstElementChild,
  ArrowRight: ({ nextElementSibling, parentElement }) =>
    nextElementSibling ?? parentElement?.nextElementSibling ?? null,
  ArrowLeft: ({ previousElementSibling, parentElement }) => previousElementSibling ?? parentElement,
};

/** Lets one point at an element of the page, by pointer or by arrow keys; the page does not notice. */
export function Picker({ onPick, onStop }: PickerProps) {
  const { texts, shell } = useAround();
  const [element, setElement] = useState<Element>(
    () => document.querySelector('main, [role="main"]') ?? document.body,
  );
  useRedraw();
  // Two keys may come before the next drawing, and the second goes on from where the first has led.
  const here = useRef(element);
  // Before the browser paints: the next click is a pick already.
  useLayoutEffect(() => {
    const isOurs = (event: Event) => event.composedPath().includes(shell);
    const go = (next: Element) => {
      here.current = next;
      setElement(next);
    };
    const take = (event: Event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const point = (event: PointerEvent) => {
      // Browsers also tell a resting pointer when the page moves below it; the arrow keys must win then.
      if (event.movementX === 0 && event.movementY === 0) return;
      if (!isOurs(event) && event.target instanceof Element) go(event.target);
    };
    const press = (event: Event) => {
      if (!isOurs(event)) take(event);
    };
    const click = (event: Event) => {
      if (isOurs(event)) return;
      take(event);
      if (event.target instanceof Element) onPick(event.target);
    };
    const key = (event: KeyboardEvent) => {
      const step = STEPS[event.key];
      if (event.key === 'Escape') onStop();
      else if (event.key === 'Enter') onPick(here.current);
      else if (step) go(inPage(step(here.current)) ?? here.current);
      else return;
      take(event);
    };
    const options = { capture: true };
    addEventListener('pointermove', point, options);
    addEventListener('pointerdown', press, options);
    addEventListener('mousedown', press, options);
    addEventListener('click', click, options);
    addEventListener('keydown', key, options);
    return () => {
      removeEventListener('pointermove', point, options);
      removeEventListener('pointerdown', press, options);
      removeEventListener('mousedown', press, options);
      removeEventListener('click', click, options);
      removeEventListener('keydown', key, options);
    };
  }, [onPick, onStop, shell]);
  useEffect(() => element.scrollIntoView({ block: 'nearest' }), [element]);
  const [proposal] = selectorsFor(element);
  return (
    <>
      <div class="outlines picking" aria-hidden="true">
        <Frame element={element} label={element.localName} />
      </div>
      <section class="panel bar" aria-label={texts.pick}>
        <p>{texts.picking}</p>
        <p role="status">
          <code>{proposal?.selector}</code> <small>{texts.finds(proposal?.matches ?? 0)}</small>
        </p>
        <button type="button" onClick={onStop}>
          {texts.cancel}
        </button>
      </section>
    </>
  );
}

const inPage = (element: Element | null): Element | undefined =>
  element && document.body.contains(element) ? element : undefined;
