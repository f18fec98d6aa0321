import type { Texts } from '../en.js';

/** 고객 여정 화면. */
export const journey: Texts['journey'] = {
  title: '고객 여정',
  curve: '여정의 순간마다 느낀 감정',
  measure: '기준',
  measures: {
    positive: '긍정 비율',
    net: '순감정',
    mean: '평균 수준',
  },
  measureWhy: {
    positive: '5–8단계 응답의 비율과 95% 신뢰구간이에요.',
    net: '긍정 비율에서 부정 비율을 뺀 값과 95% 신뢰구간이에요. 아무렇게나 눌러도 +13이 나와요.',
    mean: '여덟 단계의 평균이에요. 단계 사이의 간격이 같다고 가정하지만, 입증된 적은 없어요.',
  },
  neutral: '중립',
  stageLink: (stage) => `${stage} 단계의 접점`,
  sayShare: (who, share, low, high, n) => `${who}: 긍정 ${share} (${low}~${high}), 응답 ${n}건`,
  sayFew: (who, n) => `${who}: 응답 ${n}건, 표시하기엔 적음`,
  sayNone: (who) => `${who}: 응답 없음`,
  look: (touchpoint) => `‘${touchpoint}’ 자세히 보기`,
  also: '응답이 말하는 또 다른 것',
  keys: '화살표 키로 단계를 이동하고, Enter 키로 해당 접점을 열어요.',
  matters: '오늘 가장 중요한 한 가지',
  comments: '최근 의견',
  allComments: '모든 목소리 보기',
  noComments: '이 기간에는 의견이 없어요.',
  nobodyAsked: '질문을 본 사람 없음',
  response: '질문을 보고 응답한 비율',
  distribution: '여덟 단계 감정의 분포',
  closely: (stage) => `${stage} 단계 자세히 보기`,
  feltWell: (who) => `${who}의 긍정 응답`,
  sides: { before: '구매 전', after: '첫 구매부터' },
};
