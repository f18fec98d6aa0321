import type { AskedTexts, FollowUpPart } from '../texts.js';

export { words as levels } from '@wayfelt/protocol/words/zh-Hans';

/** The question in Chinese in simplified characters. */
export const texts: AskedTexts = {
  question: '这一步感觉如何？',
  send: '发送',
  notNow: '以后再说',
  never: '不再询问',
  close: '关闭',
  minimise: '收起',
  open: '感觉如何？',
  thanks: '谢谢！我们会转达给负责这一步的团队。',
  kept: '谢谢！反馈已保存在此设备上，联网后会立即发送。',
  lost: '抱歉，未能保存您的反馈。',
  retry: '重试',
};

export const followUp = (): Promise<FollowUpPart> => import('./zh-Hans-follow-up.js');
