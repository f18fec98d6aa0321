// Everything that the gallery shows and the browser tests look at.
export const FORMS = ['card', 'sheet', 'inline', 'tab', 'page'];
export const STATES = [
  'asking',
  'chosen',
  'full',
  'thanks',
  'kept',
  'memory',
  'lost',
  'stays',
  'takenBack',
  'folded',
];
export const MODES = ['light', 'dark'];
/** Left to right, in a tall script, and right to left. */
export const LANGS = ['en', 'ko', 'ar'];

/** CSS pixels of the window in which a form is shown. */
export const SIZES = {
  card: [480, 660],
  sheet: [390, 760],
  inline: [860, 640],
  tab: [480, 660],
  page: [390, 760],
};

/** A question that stands in the page is never folded, and a full page is never closed. */
export const shows = (form, state) =>
  !(state === 'folded' && (form === 'inline' || form === 'page')) &&
  !((state === 'stays' || state === 'takenBack') && form === 'page');
