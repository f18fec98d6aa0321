import type { AskedTexts, FollowUpPart } from '../texts.js';

export { words as levels } from '@wayfelt/protocol/words/ar';

/** The question in Arabic. */
export const texts: AskedTexts = {
  question: 'كيف كانت هذه الخطوة؟',
  send: 'إرسال',
  notNow: 'ليس الآن',
  never: 'لا تسألني مجددًا',
  close: 'إغلاق',
  minimise: 'تصغير',
  open: 'كيف كانت؟',
  thanks: 'شكرًا لك. ستصل إلى الفريق المسؤول عن هذه الخطوة.',
  kept: 'شكرًا لك. إجابتك محفوظة هنا وستُرسل فور توفر الاتصال.',
  lost: 'عذرًا، تعذّر حفظ إجابتك.',
  retry: 'حاول مرة أخرى',
};

export const followUp = (): Promise<FollowUpPart> => import('./ar-follow-up.js');
