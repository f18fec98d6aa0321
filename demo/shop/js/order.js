/** The last order, kept by the shop in this browser, so that later pages can speak of it. */
import { lampOf, priceWithAll } from './catalogue.js';

const KEY = 'onbit-order';

/** @returns {{ number: string, lamp: string, fitted: boolean, total: number } | undefined} */
export const lastOrder = () => {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
};

export const keepOrder = (order) => {
  try {
    localStorage.setItem(KEY, JSON.stringify(order));
  } catch {
    // a browser without storage still shows the example order
  }
};

/** What a visitor who has ordered nothing sees on the pages after the purchase. */
export const orderOrExample = () =>
  lastOrder() ?? {
    number: 'OB-0416-2291',
    lamp: 'dal',
    fitted: true,
    total: priceWithAll(lampOf('dal')),
  };

export const newOrderNumber = () => {
  const [a, b] = crypto.getRandomValues(new Uint16Array(2));
  return `OB-${String(a % 10_000).padStart(4, '0')}-${String(b % 10_000).padStart(4, '0')}`;
};

/** Writes the order's number and lamp wherever a page mentions them. */
export const writeOrder = (order) => {
  for (const place of document.querySelectorAll('[data-order]')) {
    const text = { number: order.number, lamp: lampOf(order.lamp).name }[place.dataset.order];
    if (text) place.textContent = text;
  }
};
