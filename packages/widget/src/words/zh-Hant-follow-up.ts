import type { FollowUpTexts } from '../texts.js';

export { FollowUp, css, liftAboveKeyboard, onceLeft, written } from '../follow-up.js';

/** What follows a face, in Chinese in traditional characters. */
export const texts: FollowUpTexts = {
  followUpPositive: '哪裡讓您滿意？',
  followUpIndifferent: '還缺少什麼？',
  followUpNegative: '哪裡出了問題？',
  all: '顯示全部八項',
  hint: '選填。請不要填寫姓名或聯絡方式。',
  reasons: '是關於哪方面？',
  intent: '您目前處於哪個階段？',
  looking: '隨便看看',
  comparing: '正在比較',
  ready: '準備決定',
  mayContact: '可以就這則回饋聯絡我',
  contact: '電子郵件或電話',
  stays: '您選的表情已保存。',
  takeBack: '收回',
  takenBack: '已收回，不會計入統計。',
  memory: '謝謝！這個瀏覽器無法儲存，連線前請保持頁面開啟。',
};
