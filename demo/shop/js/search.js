/** Search and filters of the lamps; what is looked for stands in the address. */
import { LAMPS } from './catalogue.js';
import { say, won } from './language.js';

const form = document.querySelector('#filters');
const list = document.querySelector('#results');
const count = document.querySelector('#count');

const card = (lamp) => `<li class="card product">
  <div class="stage"><onbit-lamp model="${lamp.id}"></onbit-lamp></div>
  <div class="text"><h3>${lamp.name}</h3><p class="small">${lamp.line}</p>
    <p class="price">${won(lamp.price)}</p>
    <p class="more row"><a class="button quiet" href="compare.html?with=${lamp.id}">${say('Compare', '비교하기')}<span class="unseen"> ${lamp.name}</span></a></p>
  </div></li>`;

const sorters = {
  price: (a, b) => a.price - b.price,
  bright: (a, b) => b.lumens - a.lumens,
  loved: () => 0,
};

const show = () => {
  const { q, room, order } = Object.fromEntries(new FormData(form));
  const words = q.trim().toLowerCase();
  const found = LAMPS.filter(
    (lamp) =>
      (!room || lamp.rooms.includes(room)) &&
      `${lamp.id} ${lamp.name} ${lamp.line}`.toLowerCase().includes(words),
  ).sort(sorters[order]);
  list.innerHTML = found.map(card).join('');
  count.textContent =
    found.length > 0
      ? say(`${found.length} ${found.length === 1 ? 'lamp' : 'lamps'}`, `조명 ${found.length}개`)
      : say(
          'No lamp fits. Try fewer words or any room.',
          '맞는 조명이 없어요. 단어를 줄이거나 공간을 넓혀 보세요.',
        );
  return found.length;
};

const parameters = new URLSearchParams(location.search);
for (const [name, value] of parameters) {
  const field = form.elements.namedItem(name);
  if (field) field.value = value;
}

form.addEventListener('input', () => {
  const found = show();
  const asked = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  history.replaceState(null, '', `?${asked}`);
  window.wayfelt.touchpoint(found > 0 ? 'search/filter' : 'search/no-results');
});
form.addEventListener('change', () => window.wayfelt.ask('search/filter'), { once: true });
form.addEventListener('submit', (event) => event.preventDefault());
show();
