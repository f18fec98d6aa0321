import type { StageWords, Words } from '../words.js';

/** The eight levels in Chinese in simplified characters. */
export const words: Words = {
  loathing: { name: '很讨厌', sentence: '太讨厌了，再也不想有下一次！' },
  'not-again': { name: '又来了', sentence: '怎么又这样！我不喜欢。（两次以上）' },
  ugh: { name: '不太好', sentence: '唉，我不太喜欢。（大约一次）' },
  'run-of-the-mill': { name: '一般', sentence: '一般般，没什么特别的。' },
  functional: { name: '管用', sentence: '这个挺管用的！' },
  efficient: { name: '很好用', sentence: '这个真的非常好用！' },
  enjoyable: { name: '很喜欢', sentence: '我真的很喜欢！' },
  zen: { name: '离不开', sentence: '没有它可不行！' },
};

/** The built-in stages in Chinese in simplified characters. */
export const stages: StageWords = {
  awareness: '认知',
  search: '搜索',
  consideration: '考虑',
  purchase: '购买',
  delivery: '配送',
  installation: '安装',
  use: '使用',
  'after-service': '售后服务',
  disposal: '处置',
  'information-gathering': '收集信息',
  'decision-making': '做出决定',
  buy: '购买',
  service: '服务',
};
