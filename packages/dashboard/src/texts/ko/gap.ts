import type { Texts } from '../en.js';

/** 인식 차이 화면: 팀의 믿음과 고객의 말. */
export const gap: Texts['gap'] = {
  title: '인식 차이',
  lead: '수치를 보기 전에 팀이 믿었던 것과, 고객이 실제로 말하는 것을 나란히 봐요.',
  bain: '2005년 조사에서 362개 기업의 80%가 탁월한 경험을 제공한다고 믿었지만, 고객이 그렇다고 답한 기업은 8%였어요(베인).',
  chart: '접점별 팀의 믿음과 고객의 응답',
  note: '마름모는 팀의 믿음, 점은 고객 응답과 95% 신뢰구간이에요.',
  share: '무엇의 비율',
  of: {
    positive: '긍정 응답',
    emotional: '감성적 충성도',
    negative: '부정 응답',
    loathing: '정말 싫다는 응답',
  },
  believed: '팀의 믿음',
  said: '고객의 응답',
  gap: '차이',
  unit: '차이(%p)',
  verdicts: {
    'too-good': '팀이 실제보다 좋게 보고 있음',
    'too-bad': '팀의 생각보다 실제가 더 좋음',
    'as-believed': '차이가 확인되지 않음',
    'not-yet': '아직 응답이 적음',
  },
  by: (who, day) => `${who}, ${day}`,
  members: (n) => `${n}명`,
  emptyTitle: '아직 팀의 믿음이 기록되지 않았어요',
  emptyText:
    '수치를 보기 전에, 접점마다 긍정 응답이 얼마나 될지 먼저 적어 두세요. 그래야 이 화면에서 차이를 볼 수 있어요.',
  emptyLink: '설정에서 믿음 기록하기',
};
