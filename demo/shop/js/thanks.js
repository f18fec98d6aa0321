/** The purchase itself: said once per order number, however often this page is opened. */
import { orderOrExample, lastOrder, writeOrder } from './order.js';

writeOrder(orderOrExample());
const order = lastOrder();
if (order) {
  window.wayfelt.outcome('purchase', { value: order.total, currency: 'KRW', key: order.number });
  window.wayfelt.ask('purchase/thanks');
}
