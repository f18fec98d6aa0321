// One question in one state, as the address says: ?form=card&state=stays&mode=dark&lang=ar
const wanted = new URLSearchParams(location.search);
const get = (name, otherwise) => wanted.get(name) ?? otherwise;
const state = get('state', 'asking');
const lang = get('lang', 'en');
document.documentElement.lang = lang;
document.documentElement.dir = lang === 'ar' ? 'rtl' : 'ltr';
document.documentElement.classList.toggle('dark', get('mode') === 'dark');

/** What the widget told its listener, in order. */
const told = (globalThis.told = []);
const listener = {
  seen: () => told.push(['seen']),
  async keep(answer) {
    told.push(['keep', answer]);
    return 'kept';
  },
  async send(answer) {
    told.push(['send', answer]);
    return ['kept', 'memory', 'lost'].includes(state) ? state : 'delivered';
  },
  async takeBack() {
    told.push(['takeBack']);
  },
  closed: (how) => told.push(['closed', how]),
};

const { ask } = await import(get('from', '/wayfelt-widget.js'));
const form = get('form', 'card');
const standing = form === 'inline' || form === 'page';
globalThis.opened = await ask(
  {
    ask: 'gallery',
    standing: 'prospect',
    form,
    order: get('order', 'worst-first'),
    locale: lang,
    intent: state === 'full',
    contact: state === 'full',
    reasons:
      state === 'full'
        ? ['Speed', 'Choice', 'Price'].map((text) => ({ id: text.toLowerCase(), text }))
        : [],
    theme: { mode: get('mode', 'light'), ...JSON.parse(get('theme', '{}')) },
    nonce: get('nonce', ''),
  },
  listener,
  standing ? document.querySelector('#place') : undefined,
);

const { shadowRoot } = document.querySelector('wayfelt-question');
const until = async (selector) => {
  while (!shadowRoot.querySelector(selector)) await new Promise(requestAnimationFrame);
  return shadowRoot.querySelector(selector);
};
const press = async (selector) => (await until(selector)).click();

if (form === 'tab' && state !== 'folded') await press('.pill');
if (!['asking', 'folded'].includes(state)) {
  await press(`[value="${get('level', '7')}"]`);
  await until('.chosen ~ .more');
}
if (['thanks', 'kept', 'memory', 'lost'].includes(state)) {
  await press('.send');
  await until('.said');
}
if (['stays', 'takenBack'].includes(state)) {
  await press('.icons button:last-child');
  await until('.said button');
}
if (state === 'takenBack') {
  await press('.said button');
  while (shadowRoot.querySelector('.said button')) await new Promise(requestAnimationFrame);
}
if (state === 'folded' && form !== 'tab') await press('.icons button');
for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
await Promise.allSettled(shadowRoot.getAnimations().map(({ finished }) => finished));
document.body.dataset.ready = 'yes';
