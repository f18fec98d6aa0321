import type { StageWords, Words } from '../words.js';

/** The eight levels in Arabic. */
export const words: Words = {
  loathing: { name: 'أكره ذلك', sentence: 'أكره ذلك! لا أريد تكراره أبدًا.' },
  'not-again': { name: 'ليس مجددًا', sentence: 'مرة أخرى! لا يعجبني هذا. (مرتان أو أكثر)' },
  ugh: { name: 'لم يعجبني', sentence: 'أفّ، لم يعجبني هذا. (مرة تقريبًا)' },
  'run-of-the-mill': { name: 'عادي', sentence: 'عادي، لا شيء مميز.' },
  functional: { name: 'يفي بالغرض', sentence: 'هذا يؤدي المطلوب!' },
  efficient: { name: 'فعّال جدًا', sentence: 'هذا يعمل جيدًا حقًا!' },
  enjoyable: { name: 'أعجبني كثيرًا', sentence: 'أعجبني هذا حقًا!' },
  zen: { name: 'لا غنى عنه', sentence: 'لا أستطيع الاستغناء عنه!' },
};

/** The built-in stages in Arabic. */
export const stages: StageWords = {
  awareness: 'الوعي',
  search: 'البحث',
  consideration: 'التفكير',
  purchase: 'الشراء',
  delivery: 'التوصيل',
  installation: 'التركيب',
  use: 'الاستخدام',
  'after-service': 'خدمة ما بعد البيع',
  disposal: 'التخلص',
  'information-gathering': 'جمع المعلومات',
  'decision-making': 'اتخاذ القرار',
  buy: 'الشراء',
  service: 'الخدمة',
};
