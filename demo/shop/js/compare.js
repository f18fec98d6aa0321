/** Three lamps side by side; the full price only when it is asked for. */
import { DEPOSIT, LAMPS, lampOf, priceWithAll } from './catalogue.js';
import { say, won } from './language.js';

const wanted = lampOf(new URLSearchParams(location.search).get('with'));
const shown = [wanted, ...LAMPS.filter((lamp) => lamp !== wanted)].slice(0, 3);
const plug = say('A plug, 5 minutes', '콘센트 연결, 5분');

const row = (name, cell, kind = '') =>
  `<tr class="${kind}">${name ? `<th scope="row">${name}</th>` : '<td></td>'}${shown.map((lamp) => `<td>${cell(lamp)}</td>`).join('')}</tr>`;

const table = document.querySelector('#compare');
table.querySelector('thead').innerHTML =
  `<tr><td><span class="unseen">${say('Property', '항목')}</span></td>${shown
    .map((lamp) => `<th scope="col"><onbit-lamp model="${lamp.id}"></onbit-lamp>${lamp.name}</th>`)
    .join('')}</tr>`;

const rows = [
  row(say('What it is', '어떤 조명'), (lamp) => lamp.line),
  row(say('Brightness', '밝기'), (lamp) => `${lamp.lumens.toLocaleString()} lm`),
  row(say('Power', '소비 전력'), (lamp) => `${lamp.watts} W`),
  row(say('Installing', '설치'), (lamp) => lamp.fitting ?? plug),
  row(say('Repairable for', '수리 보장'), () => say('15 years', '15년')),
  row(say('Lamp', '조명 가격'), (lamp) => won(lamp.price)),
];
const reveal = [
  row(say('Installed by us', '방문 설치'), (lamp) =>
    lamp.fit ? won(lamp.fit) : say('not needed', '필요 없음'),
  ),
  row(say('Return deposit', '회수 보증금'), () => won(DEPOSIT)),
  row(say('All in', '모두 더한 가격'), (lamp) => won(priceWithAll(lamp)), 'total'),
  row(
    '',
    (lamp) =>
      `<a class="button" href="checkout.html?lamp=${lamp.id}">${say(`Choose ${lamp.name}`, `${lamp.name} 고르기`)}</a>`,
  ),
];

const body = table.querySelector('tbody');
body.innerHTML = rows.join('');

const button = document.querySelector('#reveal');
button.addEventListener('click', () => {
  body.insertAdjacentHTML('beforeend', reveal.join(''));
  button.hidden = true;
  document.querySelector('#revealed').hidden = false;
  body.querySelector('.total').scrollIntoView({ block: 'center' });
  window.wayfelt.touchpoint('consideration/price-reveal');
  window.wayfelt.ask('consideration/price-reveal');
});
