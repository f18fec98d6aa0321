import type { Texts } from '../texts.js';

export { words as levels } from '@wayfelt/protocol/words/ja';

/** The question in Japanese. */
export const texts: Texts = {
  question: 'このステップはいかがでしたか？',
  followUpPositive: 'どこが良かったですか？',
  followUpIndifferent: '何が足りませんでしたか？',
  followUpNegative: '何が良くなかったですか？',
  hint: '任意です。お名前や連絡先は書かないでください。',
  reasons: 'どの点についてですか？',
  intent: '今の状況に近いものは？',
  looking: '見ているだけ',
  comparing: '比較している',
  ready: '決める段階',
  mayContact: 'この回答について連絡を受けることに同意します',
  contact: 'メールアドレスまたは電話番号',
  send: '送信',
  notNow: 'あとで',
  never: '今後表示しない',
  close: '閉じる',
  minimise: 'たたむ',
  open: 'いかがでしたか？',
  thanks: 'ありがとうございます。このステップの担当チームに届けます。',
  kept: 'ありがとうございます。回答はこの端末に保存され、接続でき次第送信されます。',
  memory:
    'ありがとうございます。このブラウザーには保存できません。オンラインになるまでページを開いたままにしてください。',
  lost: '申し訳ありません。回答を保存できませんでした。',
  retry: 'もう一度試す',
  stays: '選んだ表情は保存しました。',
  takeBack: '取り消す',
  takenBack: '取り消しました。回答は集計されません。',
};
