import type { StageWords, Words } from '../words.js';

/** The eight levels in Japanese. */
export const words: Words = {
  loathing: { name: '本当に嫌', sentence: '本当に嫌です！もう二度とごめんです。' },
  'not-again': { name: 'またか…', sentence: 'またこうなりました。嫌になります。（2回以上）' },
  ugh: { name: 'いまひとつ', sentence: 'これは好きになれません。（1回くらい）' },
  'run-of-the-mill': { name: 'ふつう', sentence: '可もなく不可もなく、ふつうです。' },
  functional: { name: '役に立つ', sentence: 'きちんと役に立ちます！' },
  efficient: { name: 'とても役立つ', sentence: '本当にとても役に立ちます！' },
  enjoyable: { name: 'とても好き', sentence: 'とても気に入りました！' },
  zen: { name: '手放せない', sentence: 'これなしではいられません！' },
};

/** The built-in stages in Japanese. */
export const stages: StageWords = {
  awareness: '認知',
  search: '検索',
  consideration: '検討',
  purchase: '購入',
  delivery: '配送',
  installation: '設置',
  use: '使用',
  'after-service': 'アフターサービス',
  disposal: '廃棄',
  'information-gathering': '情報収集',
  'decision-making': '意思決定',
  buy: '購入',
  service: 'サービス',
};
