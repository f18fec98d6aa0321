/** What this browser keeps for its reader. One that refuses just forgets it. */
import { APPEARANCES, choiceCookie, type Appearance, type ReaderChoice } from '@wayfelt/protocol';

const YEAR_S = 31_536_000;

/** The collector has it in the page from the next time on. */
export const rememberChoice = (window: Window, name: ReaderChoice, value: string): void => {
  const secure = window.location.protocol === 'https:' ? '; Secure' : '';
  try {
    window.document.cookie = `${choiceCookie(name)}=${value}; Path=/; Max-Age=${YEAR_S}; SameSite=Strict${secure}`;
  } catch {
    // The choice then lasts as long as this page.
  }
};

/** As the page says it. */
export const chosenAppearance = ({ dataset }: HTMLElement): Appearance =>
  APPEARANCES.find((id) => id === dataset['appearance']) ?? 'system';

const AUTHOR = 'wayfelt-dashboard-author';

/** Who is named as the author of a change of the settings. */
export const rememberAuthor = (window: Window, name: string): void => {
  try {
    window.localStorage.setItem(AUTHOR, name);
  } catch {
    // They say it again next time.
  }
};

export const recallAuthor = (window: Window): string => {
  try {
    return window.localStorage.getItem(AUTHOR) ?? '';
  } catch {
    return '';
  }
};
