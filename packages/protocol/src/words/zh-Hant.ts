import type { StageWords, Words } from '../words.js';

/** The eight levels in Chinese in traditional characters. */
export const words: Words = {
  loathing: { name: '很討厭', sentence: '太討厭了，再也不想有下一次！' },
  'not-again': { name: '又來了', sentence: '怎麼又這樣！我不喜歡。（兩次以上）' },
  ugh: { name: '不太好', sentence: '唉，我不太喜歡。（大約一次）' },
  'run-of-the-mill': { name: '普通', sentence: '普普通通，沒什麼特別的。' },
  functional: { name: '管用', sentence: '這個還滿管用的！' },
  efficient: { name: '很好用', sentence: '這個真的非常好用！' },
  enjoyable: { name: '很喜歡', sentence: '我真的很喜歡！' },
  zen: { name: '離不開', sentence: '沒有它可不行！' },
};

/** The built-in stages in Chinese in traditional characters. */
export const stages: StageWords = {
  awareness: '認知',
  search: '搜尋',
  consideration: '考慮',
  purchase: '購買',
  delivery: '配送',
  installation: '安裝',
  use: '使用',
  'after-service': '售後服務',
  disposal: '處置',
  'information-gathering': '蒐集資訊',
  'decision-making': '做出決定',
  buy: '購買',
  service: '服務',
};
