export const APPEARANCES = ['system', 'light', 'dark'] as const;
export type Appearance = (typeof APPEARANCES)[number];

/** What a reader chose for this browser. A browser that refuses storage just forgets it. */
export const remember = (window: Window, name: string, value: string): void => {
  try {
    window.localStorage.setItem(`wayfelt-dashboard-${name}`, value);
  } catch {
    // The choice then lasts as long as this page.
  }
};

export const recall = (window: Window, name: string): string | null => {
  try {
    return window.localStorage.getItem(`wayfelt-dashboard-${name}`);
  } catch {
    return null;
  }
};

export const recallAppearance = (window: Window): Appearance =>
  APPEARANCES.find((id) => id === recall(window, 'appearance')) ?? 'system';
