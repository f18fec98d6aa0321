/** Thanks stay this long. */
const THANKS_MS = 6_000;

/** Acts after a while, and not before the pointer and the focus have left the element. */
export function onceLeft(element: HTMLElement, act: () => void): void {
  setTimeout(
    () => (element.matches(':hover,:focus-within') ? onceLeft(element, act) : act()),
    THANKS_MS,
  );
}
