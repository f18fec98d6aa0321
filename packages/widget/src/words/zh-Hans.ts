import type { Texts } from '../texts.js';

export { words as levels } from '@wayfelt/protocol/words/zh-Hans';

/** The question in Chinese in simplified characters. */
export const texts: Texts = {
  question: '这一步感觉如何？',
  followUpPositive: '哪里让您满意？',
  followUpIndifferent: '还缺少什么？',
  followUpNegative: '哪里出了问题？',
  hint: '选填。请不要填写姓名或联系方式。',
  reasons: '是关于哪方面？',
  intent: '您目前处于哪个阶段？',
  looking: '随便看看',
  comparing: '正在比较',
  ready: '准备决定',
  mayContact: '可以就这条反馈联系我',
  contact: '邮箱或电话',
  send: '发送',
  notNow: '以后再说',
  never: '不再询问',
  close: '关闭',
  minimise: '收起',
  open: '感觉如何？',
  thanks: '谢谢！我们会转达给负责这一步的团队。',
  kept: '谢谢！您的反馈已保存在此设备上，联网后会立即发送。',
  memory: '谢谢！此浏览器无法保存，请保持页面打开，直到恢复联网。',
  lost: '抱歉，未能保存您的反馈。',
  retry: '重试',
  stays: '您选的表情已保存。',
  takeBack: '撤回',
  takenBack: '已撤回，不会计入统计。',
};
