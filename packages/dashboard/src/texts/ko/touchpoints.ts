import type { Strength } from '@wayfelt/report';
import type { Texts } from '../en.js';

const STRENGTHS: Record<Strength, string> = { slightly: '약간', clearly: '뚜렷하게', much: '훨씬' };

/** 접점 화면: 순위와 단계별 상세. */
export const touchpoints: Texts['touchpoints'] = {
  title: '접점',
  leads: {
    pain: '잠재 고객이 나쁜 경험을 가장 많이 하는 곳부터 보여 줘요. 응답하지 않은 사람도 응답한 사람처럼 느꼈다고 보고 계산해요. 응답 몇 건만으로는 상위에 오르지 않아요.',
    worst:
      '가장 나쁘게 느낀 곳부터 보여 줘요. 응답이 적으면 단계 평균 쪽으로 보정하므로, 몇 건만으로는 상위에 오르지 않아요.',
    best: '확실하게 좋다고 느낀 곳부터 보여 줘요.',
    steps: '단계에서 가장 작은 접점까지, 고객이 거치는 순서대로 보여 줘요.',
    answers: '응답이 많은 접점부터 보여 줘요.',
  },
  order: '정렬',
  orders: {
    pain: '잠재 고객의 불만 순',
    worst: '나쁜 순',
    best: '좋은 순',
    steps: '경로 순',
    answers: '응답 많은 순',
  },
  pain: (n) => `그중 나쁜 경험 최소 ${n}회`,
  show: '보기',
  shows: { levels: '감정 분포', standards: '서비스 표준' },
  allStages: '전체 단계',
  negativeSaid: (share) => `부정 ${share}`,
  positiveSaid: (share) => `긍정 ${share}`,
  metBy: (prospects) => `잠재 고객 접촉 ${prospects}회`,
  metByNone: '잠재 고객 접촉 없음',
  answers: (n) => `응답 ${n}건`,
  tooFew: (n) => `순위를 매기기엔 응답이 적은 접점 ${n}개 더 보기`,
  verdicts: {
    worse: (strength) => `잠재 고객이 ${STRENGTHS[strength]} 나쁨`,
    better: (strength) => `잠재 고객이 ${STRENGTHS[strength]} 좋음`,
  },
  ranking: '접점 순위',
  search: '접점 찾기',
  none: '해당하는 접점이 없어요.',
};
