import type { AskedTexts, FollowUpPart } from '../texts.js';

export { words as levels } from '@wayfelt/protocol/words/zh-Hant';

/** The question in Chinese in traditional characters. */
export const texts: AskedTexts = {
  question: '這一步感覺如何？',
  send: '送出',
  notNow: '以後再說',
  never: '不再詢問',
  close: '關閉',
  minimise: '收合',
  open: '感覺如何？',
  thanks: '謝謝！我們會轉達給負責這一步的團隊。',
  kept: '謝謝！回饋已儲存在這部裝置上，連線後會立即送出。',
  lost: '抱歉，未能保存您的回饋。',
  retry: '再試一次',
};

export const followUp = (): Promise<FollowUpPart> => import('./zh-Hant-follow-up.js');
