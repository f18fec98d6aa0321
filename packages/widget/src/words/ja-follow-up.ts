import type { FollowUpTexts } from '../texts.js';

export { FollowUp, css, liftAboveKeyboard, onceLeft, written } from '../follow-up.js';

/** What follows a face, in Japanese. */
export const texts: FollowUpTexts = {
  followUpPositive: 'どこが良かったですか？',
  followUpIndifferent: '何が足りませんでしたか？',
  followUpNegative: '何が良くなかったですか？',
  all: '8つすべて表示',
  hint: '任意です。お名前や連絡先は書かないでください。',
  reasons: 'どの点についてですか？',
  intent: '今の状況に近いものは？',
  looking: '見ているだけ',
  comparing: '比較している',
  ready: '決める段階',
  mayContact: 'この回答について連絡を受けることに同意します',
  contact: 'メールアドレスまたは電話番号',
  stays: '選んだ表情は保存しました。',
  takeBack: '取り消す',
  takenBack: '取り消しました。回答は集計されません。',
  memory: 'ありがとうございます。保存できないため、接続できるまでページを開いておいてください。',
};
