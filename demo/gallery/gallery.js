import { FORMS, LANGS, MODES, shows, SIZES, STATES } from './states.js';

const all = document.querySelector('#all');
const element = (tag, properties, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};

for (const form of FORMS) {
  const [width, height] = SIZES[form];
  const row = element('div', { className: 'row' });
  for (const state of STATES.filter((each) => shows(form, each))) {
    for (const mode of MODES) {
      for (const lang of LANGS) {
        const title = [state, mode, lang].join(' · ');
        row.append(
          element(
            'figure',
            {},
            element('iframe', {
              src: `one.html?${new URLSearchParams({ form, state, mode, lang })}`,
              title: `${form} · ${title}`,
              loading: 'lazy',
              width,
              height,
            }),
            element('figcaption', {}, title),
          ),
        );
      }
    }
  }
  all.append(element('h2', {}, form), row);
}
