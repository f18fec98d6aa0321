import type { FollowUpTexts } from '../texts.js';

export { FollowUp, css, liftAboveKeyboard, onceLeft, written } from '../follow-up.js';

/** What follows a face, in Arabic. */
export const texts: FollowUpTexts = {
  followUpPositive: 'ما الذي كان رائعًا؟',
  followUpIndifferent: 'ما الذي كان ينقصها؟',
  followUpNegative: 'ما الذي لم يكن جيدًا؟',
  all: 'عرض الثمانية كلها',
  hint: 'اختياري. يُرجى عدم كتابة الأسماء أو الأرقام.',
  reasons: 'بماذا يتعلق الأمر؟',
  intent: 'أين أنت الآن؟',
  looking: 'أتصفح فقط',
  comparing: 'أقارن',
  ready: 'مستعد للقرار',
  mayContact: 'يمكنكم التواصل معي بشأن هذه الإجابة',
  contact: 'البريد الإلكتروني أو الهاتف',
  stays: 'حفظنا الوجه الذي اخترته.',
  takeBack: 'تراجع',
  takenBack: 'تم التراجع. لن تُحتسب إجابتك.',
  memory: 'شكرًا لك. لا يمكن حفظ شيء هنا، فاترك الصفحة مفتوحة حتى يعود الاتصال.',
};
