import type { Texts } from '../texts.js';

export { words as levels } from '@wayfelt/protocol/words/zh-Hant';

/** The question in Chinese in traditional characters. */
export const texts: Texts = {
  question: '這一步感覺如何？',
  followUpPositive: '哪裡讓您滿意？',
  followUpIndifferent: '還缺少什麼？',
  followUpNegative: '哪裡出了問題？',
  hint: '選填。請不要填寫姓名或聯絡方式。',
  reasons: '是關於哪方面？',
  intent: '您目前處於哪個階段？',
  looking: '隨便看看',
  comparing: '正在比較',
  ready: '準備決定',
  mayContact: '可以就這則回饋聯絡我',
  contact: '電子郵件或電話',
  send: '送出',
  notNow: '以後再說',
  never: '不再詢問',
  close: '關閉',
  minimise: '收合',
  open: '感覺如何？',
  thanks: '謝謝！我們會轉達給負責這一步的團隊。',
  kept: '謝謝！您的回饋已儲存在這部裝置上，連線後會立即送出。',
  memory: '謝謝！這個瀏覽器無法儲存，請保持頁面開啟，直到恢復連線。',
  lost: '抱歉，未能保存您的回饋。',
  retry: '再試一次',
  stays: '您選的表情已保存。',
  takeBack: '收回',
  takenBack: '已收回，不會計入統計。',
};
