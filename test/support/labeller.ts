/** Hands for the labeller's overlay: they press what a person reads. */
import type { Page } from './browsers.js';

export const LABELLER = 'wayfelt-labeller';

/** Waits until the overlay says this. */
export const says = (page: Page, wanted: string) =>
  page.waitFor(
    (name: string, part: string) =>
      document.querySelector(name)?.shadowRoot?.textContent?.includes(part),
    LABELLER,
    wanted,
  );

/** Clicks a button (or tab, or radio) of the overlay by its words. */
export const press = async (page: Page, label: string) => {
  await page.waitFor(
    (name: string, wanted: string) => {
      const root = document.querySelector(name)?.shadowRoot;
      for (const one of root?.querySelectorAll<HTMLElement>('[data-chosen]') ?? [])
        delete one.dataset['chosen'];
      const found = [
        ...(root?.querySelectorAll<HTMLButtonElement>('button, label.choice') ?? []),
      ].find(
        (one) =>
          one.textContent?.trim().startsWith(wanted) || one.getAttribute('aria-label') === wanted,
      );
      if (!found || found.disabled) return false;
      found.dataset['chosen'] = '';
      return true;
    },
    LABELLER,
    label,
  );
  await page.click(`${LABELLER} >>> [data-chosen]`);
};

/** Presses Tab until the focus is on what a person reads as this; `back`: Shift and Tab. */
export const tabTo = async (page: Page, wanted: string, way: 'on' | 'back' = 'on') => {
  for (let presses = 0; presses < 80; presses++) {
    const focused = await page.evaluate((name: string) => {
      const active = document.querySelector(name)?.shadowRoot?.activeElement;
      const label = active?.closest('label') ?? active;
      return active?.getAttribute('aria-label') ?? label?.textContent ?? '';
    }, LABELLER);
    if (focused.trim().startsWith(wanted)) return;
    if (way === 'back') await page.puppet?.keyboard.down('Shift');
    await page.press('Tab');
    if (way === 'back') await page.puppet?.keyboard.up('Shift');
  }
  throw new Error(`Tab never came to ${wanted}`);
};

/** Chooses in the overlay's first list. */
export const choose = (page: Page, value: string) =>
  page.waitFor(
    (name: string, wanted: string) => {
      const select = document.querySelector(name)?.shadowRoot?.querySelector('select');
      if (!select) return false;
      select.value = wanted;
      return select.dispatchEvent(new Event('change', { bubbles: true }));
    },
    LABELLER,
    value,
  );

/** Fills the overlay's field with this label. */
export const fill = (page: Page, label: string, value: string) =>
  page.waitFor(
    (name: string, wanted: string, typed: string) => {
      const root = document.querySelector(name)?.shadowRoot;
      const found = [...(root?.querySelectorAll('label') ?? [])].find((one) =>
        one.textContent?.trim().startsWith(wanted),
      );
      const input = found?.querySelector('input');
      if (!input) return false;
      input.value = typed;
      return input.dispatchEvent(new Event('input', { bubbles: true }));
    },
    LABELLER,
    label,
    value,
  );
