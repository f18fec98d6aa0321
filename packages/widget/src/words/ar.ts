import type { Texts } from '../texts.js';

export { words as levels } from '@wayfelt/protocol/words/ar';

/** The question in Arabic. */
export const texts: Texts = {
  question: 'كيف كانت هذه الخطوة؟',
  followUpPositive: 'ما الذي كان رائعًا؟',
  followUpIndifferent: 'ما الذي كان ينقصها؟',
  followUpNegative: 'ما الذي لم يكن جيدًا؟',
  hint: 'اختياري. يُرجى عدم كتابة الأسماء أو الأرقام.',
  reasons: 'بماذا يتعلق الأمر؟',
  intent: 'أين أنت الآن؟',
  looking: 'أتصفح فقط',
  comparing: 'أقارن',
  ready: 'مستعد للقرار',
  mayContact: 'يمكنكم التواصل معي بشأن هذه الإجابة',
  contact: 'البريد الإلكتروني أو الهاتف',
  send: 'إرسال',
  notNow: 'ليس الآن',
  never: 'لا تسألني مجددًا',
  close: 'إغلاق',
  minimise: 'تصغير',
  open: 'كيف كانت؟',
  thanks: 'شكرًا لك. ستصل إلى الفريق المسؤول عن هذه الخطوة.',
  kept: 'شكرًا لك. إجابتك محفوظة على هذا الجهاز وستُرسل فور توفر الاتصال.',
  memory: 'شكرًا لك. هذا المتصفح لا يحفظ شيئًا، فاترك الصفحة مفتوحة حتى يعود الاتصال.',
  lost: 'عذرًا، تعذّر حفظ إجابتك.',
  retry: 'حاول مرة أخرى',
  stays: 'حفظنا الوجه الذي اخترته.',
  takeBack: 'تراجع',
  takenBack: 'تم التراجع. لن تُحتسب إجابتك.',
};
