import type { Texts } from '../en.js';

/** 접점 하나: 서비스 표준, 감정 분포, 추이, 응답, 의견. */
export const touchpoint: Texts['touchpoint'] = {
  back: '모든 접점',
  blueprint: '서비스 표준과 비교',
  blueprintWhy: (minimum, beyond) =>
    `최소 기대치는 ‘${minimum}’, 기대 이상은 ‘${beyond}’부터입니다. 막대 위의 선은 여덟 막대 모두에 동시에 적용되는 95% 신뢰구간입니다.`,
  zones: { below: '화나게 함', expected: '기대 수준', beyond: '기대 이상' },
  who: '응답자',
  standings: '잠재 고객과 기존 고객',
  trend: '시간에 따른 변화',
  trendWhy:
    '기간을 같은 길이로 나눈 긍정 비율과 95% 신뢰구간입니다. 응답이 5건 미만인 구간은 비워 둡니다.',
  week: '시작일',
  response: '누가 응답했나',
  responseWhy: '질문이 절반 이상, 1초 넘게 보였을 때 본 것으로 셉니다.',
  funnel: { met: '접점을 거침', shown: '질문을 받음', seen: '질문을 봄', rated: '응답함' },
  silence: '침묵 뒤에 가려진 것',
  silenceSaid: (low, high) =>
    `응답하지 않은 사람이 모두 반대로 느꼈다면, 긍정 비율은 ${low}에서 ${high} 사이 어디든 될 수 있습니다.`,
  whatIf: (share, result) =>
    `침묵한 사람의 ${share}가 만족했다면, 전체의 ${result}가 만족한 것입니다.`,
  whatIfLabel: '침묵한 사람 중 만족한 비율',
  reasons: '고객이 고른 이유',
  comments: '이 접점의 의견',
  change: '변화가 감지됨',
  mark: { release: '배포', campaign: '캠페인', other: '메모' },
  marks: '배포와 캠페인',
  addMark: '표시하기',
  removeMark: '삭제',
  markDay: '날짜',
  markKind: '종류',
  markText: '이름',
  level: '감정 단계',
  share: '비율',
};
