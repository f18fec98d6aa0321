/** The pages after the purchase speak of the visitor's own order. */
import { orderOrExample, writeOrder } from './order.js';

writeOrder(orderOrExample());

for (const form of document.querySelectorAll('form[data-says]')) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    form.querySelector('[role=status]').textContent = form.dataset.says;
    window.wayfelt.touchpoint(form.dataset.met);
  });
}
