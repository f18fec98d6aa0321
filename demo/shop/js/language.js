/** The page's language, and the text of it: `say('Lamps', '조명')`. */
export const language = document.documentElement.lang === 'ko' ? 'ko' : 'en';

export const say = (en, ko) => (language === 'ko' ? ko : en);

/** The shop has one price list, in won. */
export const won = (amount) =>
  new Intl.NumberFormat(language, { style: 'currency', currency: 'KRW' }).format(amount);

/** Where the shop's English pages lie; the Korean ones are in `ko/` below it. */
export const home = new URL('../', import.meta.url);

/** This page, in a language. */
export const pageIn = (wanted) => {
  const name = location.pathname.split('/').pop() ?? '';
  const url = new URL((wanted === 'ko' ? 'ko/' : '') + name, home);
  url.search = location.search;
  return url.href;
};
