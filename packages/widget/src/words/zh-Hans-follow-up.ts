import type { FollowUpTexts } from '../texts.js';

export { FollowUp, css, liftAboveKeyboard, onceLeft, written } from '../follow-up.js';

/** What follows a face, in Chinese in simplified characters. */
export const texts: FollowUpTexts = {
  followUpPositive: '哪里让您满意？',
  followUpIndifferent: '还缺少什么？',
  followUpNegative: '哪里出了问题？',
  all: '显示全部八项',
  hint: '选填。请不要填写姓名或联系方式。',
  reasons: '是关于哪方面？',
  intent: '您目前处于哪个阶段？',
  looking: '随便看看',
  comparing: '正在比较',
  ready: '准备决定',
  mayContact: '可以就这条反馈联系我',
  contact: '邮箱或电话',
  stays: '您选的表情已保存。',
  takeBack: '撤回',
  takenBack: '已撤回，不会计入统计。',
  memory: '谢谢！此浏览器无法保存，联网前请保持页面打开。',
};
