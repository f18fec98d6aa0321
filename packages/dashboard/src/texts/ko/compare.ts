import type { Strength } from '@wayfelt/report';
import type { Texts } from '../en.js';

const STRENGTHS: Record<Strength, string> = { slightly: '약간', clearly: '뚜렷하게', much: '훨씬' };

/** 비교 화면: 두 집단을 나란히. */
export const compare: Texts['compare'] = {
  title: '비교',
  lead: '위의 필터가 첫 번째 집단이에요. 두 번째 집단에서 다르게 할 조건을 고르세요.',
  first: '첫 번째 집단',
  second: '두 번째 집단',
  periods: { same: '같은 기간', before: '직전 기간' },
  period: '기간',
  same: '위와 같음',
  chart: '단계별로 본 두 집단',
  verdicts: {
    worse: (strength) => `첫 번째 집단의 경험이 두 번째보다 ${STRENGTHS[strength]} 나빠요.`,
    better: (strength) => `첫 번째 집단의 경험이 두 번째보다 ${STRENGTHS[strength]} 좋아요.`,
    unclear: '차이가 확인되지 않았어요. 차이가 없다는 뜻은 아니에요.',
    'not-yet': '두 집단을 비교하기엔 응답이 너무 적어요.',
  },
  pairs: (pairs, low, high) =>
    `응답을 하나씩 뽑아 견주면 100번 중 ${pairs}번은 첫 번째가 더 좋아요 (${low}~${high}). 50이면 차이가 없는 거예요.`,
  difference: (points, low, high) => `긍정 비율 차이: ${points}%p (${low}~${high}).`,
  overlaps:
    '두 집단에 같은 응답이 들어 있어 서로 견줄 수 없어요. 기간, 고객 구분, 단계, 기기, 언어, 유입 경로 중 하나를 서로 다르게 고르세요.',
  verdict: '판정',
  standings: '잠재 고객과 기존 고객 비교',
  whole: '집단 전체',
};
