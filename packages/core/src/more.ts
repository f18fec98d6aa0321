/** What few pages need of the core. */
export { nearest } from './nearest.js';
