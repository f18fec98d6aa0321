import type { StageWords, Words } from '../words.js';

/** The eight levels in Korean. */
export const words: Words = {
  loathing: { name: '정말 싫어요', sentence: '정말 싫어! 이걸 더 이상 쓰고 싶지 않아!' },
  'not-again': { name: '또 이러네요', sentence: '이것 쓰는 게 좋지 않아! (2번 이상)' },
  ugh: { name: '별로예요', sentence: '난 이게 좋지 않아! (1번 정도)' },
  'run-of-the-mill': { name: '그저 그래요', sentence: '그저 그래! 특별한 건 없어!' },
  functional: { name: '쓸 만해요', sentence: '이것은 효과적이야!' },
  efficient: { name: '아주 잘 돼요', sentence: '이것은 정말 효과적이야!' },
  enjoyable: { name: '정말 좋아요', sentence: '난 정말 이것이 좋아!' },
  zen: { name: '없으면 안 돼요', sentence: '이것 없이는 살 수 없어!' },
};

/** The built-in stages in Korean. */
export const stages: StageWords = {
  awareness: '인지',
  search: '탐색',
  consideration: '고려',
  purchase: '구매',
  delivery: '배달',
  installation: '설치',
  use: '사용',
  'after-service': 'AS',
  disposal: '폐기',
  'information-gathering': '정보 수집',
  'decision-making': '의사 결정',
  buy: '구매',
  service: '서비스',
};
