/** Arrows, as in a table: left and right to the neighbouring stage, up and down inside of it. Tab stays what it is. */
export const moveByArrows = (event: KeyboardEvent): void => {
  const from = event.target;
  if (!(from instanceof HTMLElement) || !from.matches('a, button')) return;
  const column = from.closest('.stage-column');
  if (!column) return;
  const next = aim(event.key, from, column);
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
};

const aim = (key: string, from: HTMLElement, column: Element): HTMLElement | undefined => {
  const stops = stopsIn(column);
  const index = stops.indexOf(from);
  const down = { ArrowUp: -1, ArrowDown: 1 }[key];
  if (down) return stops[index + down];
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined;
  const beside = key === 'ArrowLeft' ? column.previousElementSibling : column.nextElementSibling;
  if (!beside) return undefined;
  const others = stopsIn(beside);
  // The last is where a step is added, in every column.
  return index === stops.length - 1 ? others.at(-1) : others[Math.min(index, others.length - 1)];
};

const stopsIn = (column: Element): HTMLElement[] => [
  ...column.querySelectorAll<HTMLElement>('a, button:not(:disabled)'),
];
