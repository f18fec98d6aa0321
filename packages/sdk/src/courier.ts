/** Delivers what did not arrive at the first try; downloaded when there is such. */
export { createCourier } from '@wayfelt/transport';
