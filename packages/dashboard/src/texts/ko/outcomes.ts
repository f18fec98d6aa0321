import type { Texts } from '../en.js';

/** 이후 행동 화면. */
export const outcomes: Texts['outcomes'] = {
  title: '그 뒤에 일어난 일',
  lead: (days) =>
    `감정을 남긴 뒤 ${days}일 안에 방문자가 한 행동이에요. 아직 ${days}일이 지나지 않은 응답은 ‘행동 없음’으로 세지 않고 제외해요.`,
  emptyTitle: '아직 따라가 볼 응답이 없어요',
  emptyText:
    '여기에는 이후 행동을 확인할 수 있는 응답이 없어요. 이후 행동은 페이지의 wayfelt.outcome() 호출로 기록돼요.',
  who: '응답자',
  everyone: '전체',
  after: '응답 후 첫 행동',
  afterNote: '응답마다 그 뒤의 첫 행동 하나만 세어요.',
  feelings: {
    positive: '긍정 응답 후',
    indifferent: '무관심 응답 후',
    negative: '부정 응답 후',
  },
  names: {
    purchase: '구매',
    repurchase: '재구매',
    recommend: '추천',
    'spend-more': '지출 증가',
    'spend-less': '지출 감소',
    'buy-elsewhere': '타사 구매',
    cancel: '해지',
    leave: '이탈',
    nothing: '행동 없음',
  },
  open: (n) => `${n}건은 아직 지켜보는 중`,
  compared: (n) => `응답 ${n}건`,
  tooFew: '표시하기엔 응답이 적어요.',
  study:
    '맥킨지(2004): 긍정적인 진실의 순간 뒤에는 87%가 구매하거나 지출을 늘렸고, 부정적인 순간 뒤에는 72%가 다른 곳에서 사거나 해지하거나 지출을 줄였어요.',
  ratios: '얼마나 더 자주',
  ratiosNote: '긍정 응답 후와 부정 응답 후를 비교했어요. 감정이 원인이라는 뜻은 아니에요.',
  ratioSaid: {
    positive: (outcome, ratio, low, high) =>
      `${outcome}: 긍정 응답 후가 부정 응답 후의 ${ratio}배 (${low}~${high}배).`,
    negative: (outcome, ratio, low, high) =>
      `${outcome}: 부정 응답 후가 긍정 응답 후의 ${ratio}배 (${low}~${high}배).`,
    unclear: (outcome, ratio, low, high) =>
      `${outcome}: 지금 응답으로는 긍정과 부정 사이에 차이가 확인되지 않아요 (${ratio}배, ${low}~${high}배).`,
  },
  ratioOf: {
    purchase: '잠재 고객의 구매',
    grew: '구매 또는 지출 증가',
    left: '이탈 또는 지출 감소',
  },
  ratioShares: (positive, negative) => `긍정 응답 후 ${positive}, 부정 응답 후 ${negative}.`,
  adjusted: (ratio, low, high) =>
    `조건이 비슷한 방문자끼리 비교하면 ${ratio}배 (${low}~${high}배).`,
  turnsRound: '조건이 비슷한 방문자끼리 비교하면 방향이 반대예요. 첫 번째 비율을 믿지 마세요.',
  eValue: (value) =>
    `다른 이유 때문이라고 하려면, 그 이유가 감정과 행동의 가능성을 각각 ${value}배 이상 높여야 해요.`,
  noRatio: '비율을 구하기에는 한쪽의 응답이 너무 적어요.',
  moments: '진실의 순간',
  momentsNote:
    '그곳에서의 감정이 다음 행동을 가장 잘 말해 주는 접점이에요. 50%는 우연, 100%는 확실을 뜻해요.',
  momentOutcome: { purchase: '구매할지', grew: '구매하거나 더 쓸지', left: '남을지' },
  tells: (outcome) => `누가 ${outcome} 말해 주는 정도`,
  reach: (n) => `접촉 ${n}회`,
  unclear: '우연보다 뚜렷하게 높지 않음',
  chance: '50%: 우연',
  certain: '확실',
  noMoments: '아직 행동 기록이 충분한 접점이 없어요.',
  gone: '만족했지만 떠난 고객',
  goneSaid: (left, stayed) =>
    `떠난 고객 중 ${left}는 바로 전에 긍정적으로 답했어요. 남은 고객은 ${stayed}였어요.`,
  goneNote: '두 값이 비슷하다면, 만족 비율로는 누가 떠날지 알 수 없어요.',
  goneNone: '떠난 고객이 적어 아직 말할 수 없어요.',
  silent: '말없이 떠난 고객',
  silentNone: '돌아오지 않은 고객을 말하기에는 평가가 아직 적어요.',
  silentSaid: (negative, positive) =>
    `부정 응답 후 ${negative}는 아무 행동 없이 다시 오지 않았어요. 긍정 응답 후에는 ${positive}였어요.`,
  paired: '같은 사람의 감정 변화',
  pairedNote: '두 단계 모두에서 응답한 방문자만, 각 단계의 마지막 응답으로 비교해요.',
  pairedHead: { better: '좋아짐', same: '그대로', worse: '나빠짐' },
  step: (from, to) => `${from} → ${to}`,
  people: (n) => `방문자 ${n}명`,
  noPairs: '이웃한 두 단계에서 모두 응답한 사람이 아직 없어요.',
  remembered: '기억에 남을 순간',
  rememberedNote:
    '사람은 가장 강렬한 순간과 마지막을 기억해요. 응답이 3건 이상인 방문자 기준이에요.',
  peaks: '가장 강렬한 순간',
  ends: '마지막 순간',
  rememberedFew: '세 번 이상 응답한 방문자가 아직 적어요.',
  endedBadly: '부정적으로 끝난 비율',
  repeated: '되풀이되는 불만',
  repeatedSaid: (claimed, observed) =>
    `‘별로예요’와 ‘또 이러네요’ 응답 중 ${claimed}는 두 번 이상 겪었다고 했고, ${observed}는 이전에도 이곳에서 부정적으로 답한 방문자였어요.`,
};
