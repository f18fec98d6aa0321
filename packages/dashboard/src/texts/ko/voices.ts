import type { Texts } from '../en.js';

/** 고객의 목소리 화면. */
export const voices: Texts['voices'] = {
  title: '고객의 목소리',
  lead: '고객이 직접 남긴 말을 최신순으로 보여 줘요.',
  search: '의견 검색',
  levels: '감정 단계',
  allLevels: '모든 감정',
  more: '이전 의견 더 보기',
  none: '일치하는 의견이 없어요',
  noneWhy: '다른 단어로 찾거나 필터를 넓혀 보세요.',
  forbiddenTitle: '이 링크에는 의견이 포함되지 않아요',
  forbiddenText: '공유한 분이 수치만 공유하도록 선택했어요.',
  path: '이 고객이 지나온 여정',
  pathWhy: '같은 방문자가 남긴 모든 응답을 순서대로 보여 줘요. 누구인지는 알 수 없어요.',
  visit: (n) => `방문 ${n}`,
  did: { dismissed: '질문을 닫음', snoozed: '나중에', never: '다시 묻지 않기' },
  noPath: '누가 남겼는지 알 수 없어 앞뒤의 기록이 없어요.',
  tags: '태그',
  addTag: '태그 추가',
  removeTag: (tag) => `‘${tag}’ 태그 삭제`,
  list: '의견',
  when: '시각',
  comment: '의견',
  reasons: '이유',
  intents: { looking: '둘러보는 중', comparing: '비교하는 중', ready: '구매할 준비가 됨' },
  outcome: '이후',
};
