import type { Texts } from '../en.js';

/** 접점 하나: 서비스 표준, 감정 분포, 추이, 응답, 의견. */
export const touchpoint: Texts['touchpoint'] = {
  back: '모든 접점',
  blueprint: '서비스 표준과 비교',
  blueprintWhy: (minimum, beyond) =>
    `최소 기대치는 ‘${minimum}’, 기대 이상은 ‘${beyond}’부터예요. 막대 위의 선은 여덟 막대 모두에 동시에 적용되는 95% 신뢰구간이에요.`,
  zones: { below: '최소 기대 미달', expected: '기대 수준', beyond: '기대 이상' },
  shortZones: { below: '미달', expected: '충족', beyond: '이상' },
  who: '응답자',
  standings: '잠재 고객과 기존 고객',
  trend: '시간에 따른 변화',
  trendWhy:
    '일별(긴 기간은 주별) 긍정 비율과 95% 신뢰구간이에요. 응답이 5건 미만인 구간은 비워 둬요.',
  week: '시작일',
  response: '누가 응답했나',
  responseWhy: '사람 수가 아니라 횟수예요. 질문이 절반 이상, 1초 넘게 보였을 때 본 것으로 세어요.',
  funnel: { met: '접점을 거침', shown: '질문을 받음', seen: '질문을 봄', rated: '응답함' },
  raters: '응답한 사람과 나머지',
  ratersFew: '비교하기엔 적음',
  ratersAlike: '차이가 확인되지 않음',
  ratersDiffer: '응답한 사람의 구성이 달라요. 나누어 보세요',
  ofMet: '접점을 거친 전체 중',
  ofRaters: '응답한 사람 중',
  unknown: '알 수 없음',
  weighted: (raw, share, low, high) =>
    `응답 그대로의 긍정 비율은 ${raw}, 전체와 같은 구성으로 보정하면 ${share} (${low}~${high})예요.`,
  delivered: (made, lost, dropped) =>
    `이 기간 사이트 전체에서 브라우저가 만든 기록 ${made}건 중 ${lost}건이 아직 도착하지 않았고, ${dropped}건은 저장 공간이 부족해 버려졌어요.`,
  deliveredAll: (made) =>
    `빠진 기록이 없어요. 이 기간 사이트 전체에서 브라우저가 만든 기록 ${made}건이 모두 도착했어요.`,
  silence: '침묵 뒤에 가려진 것',
  silenceSaid: (low, high) =>
    `응답하지 않은 사람이 모두 나쁘게 느꼈다면 전체의 긍정 비율은 ${low}, 모두 좋게 느꼈다면 ${high}예요. 실제 값은 그 사이 어딘가에 있어요.`,
  whatIf: (share, result) =>
    `침묵한 사람의 ${share}가 만족했다면, 전체의 ${result}가 만족한 거예요.`,
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
