import type { AskedTexts, FollowUpPart } from '../texts.js';

export { words as levels } from '@wayfelt/protocol/words/ja';

/** The question in Japanese. */
export const texts: AskedTexts = {
  question: 'このステップはいかがでしたか？',
  send: '送信',
  notNow: 'あとで',
  never: '今後表示しない',
  close: '閉じる',
  minimise: 'たたむ',
  open: 'いかがでしたか？',
  thanks: 'ありがとうございます。このステップの担当チームに届けます。',
  kept: 'ありがとうございます。端末に保存し、接続でき次第送信します。',
  lost: '回答を保存できませんでした。',
  retry: 'もう一度試す',
};

export const followUp = (): Promise<FollowUpPart> => import('./ja-follow-up.js');
