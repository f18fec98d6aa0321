/** The order: what it costs with and without being installed, and what must be filled in. */
import { DEPOSIT, lampOf } from './catalogue.js';
import { say, won } from './language.js';
import { keepOrder, newOrderNumber } from './order.js';

const lamp = lampOf(new URLSearchParams(location.search).get('lamp'));
const form = document.querySelector('#order');
const problem = document.querySelector('#problem');

document.querySelector('#lamp').innerHTML = `<onbit-lamp model="${lamp.id}"></onbit-lamp>
  <div><h3>${lamp.name}</h3><p class="small">${lamp.line}</p></div>`;
for (const choice of document.querySelectorAll('[data-fit]')) choice.hidden = lamp.fit === 0;

const order = () => {
  const fitted = lamp.fit > 0 && new FormData(form).get('fitting') === 'us';
  return { lamp: lamp.id, fitted, total: lamp.price + (fitted ? lamp.fit : 0) + DEPOSIT };
};

const show = () => {
  const { fitted, total } = order();
  const lines = [
    [lamp.name, won(lamp.price)],
    [say('Delivery', '배송'), say('free', '무료')],
    ...(lamp.fit
      ? [[say('Installation', '설치'), fitted ? won(lamp.fit) : say('by yourself', '직접')]]
      : []),
    [say('Return deposit', '회수 보증금'), won(DEPOSIT)],
  ];
  document.querySelector('#sum').innerHTML =
    lines.map(([name, price]) => `<dt>${name}</dt><dd>${price}</dd>`).join('') +
    `<dt class="last">${say('Total', '합계')}</dt><dd class="last">${won(total)}</dd>`;
};

form.addEventListener('change', show);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const empty = [...form.elements].find((field) => field.required && !field.value.trim());
  if (empty) {
    problem.textContent =
      say('Please fill in: ', '입력해 주세요: ') + empty.labels[0].firstChild.textContent.trim();
    empty.setAttribute('aria-invalid', 'true');
    empty.focus();
    window.wayfelt.touchpoint('purchase/form-refused');
    return;
  }
  keepOrder({ ...order(), number: newOrderNumber() });
  location.href = 'thanks.html';
});
show();
