import type { BeliefShare } from '@wayfelt/protocol';
import type { Strength } from '@wayfelt/report';
import type { Texts } from '../en.js';

const STRENGTHS: Record<Strength, string> = { slightly: '약간', clearly: '뚜렷하게', much: '훨씬' };

const FEEL: Record<BeliefShare, string> = {
  positive: '만족한다고',
  emotional: '아주 좋아한다고',
  negative: '불만을 느낀다고',
  loathing: '정말 싫어한다고',
};

/** 보고서가 말하는 것을 문장으로. */
export const sentences: Texts['sentences'] = {
  whole: '여정 전체',
  'nothing-yet': () => '아직 응답이 없어요.',
  'nothing-stands-out': (said, { percent }) =>
    `응답의 ${percent(said.positive)}가 긍정적이고, 눈에 띄게 나쁜 곳은 없어요.`,
  early: (said, { count }) =>
    said.missing > 0
      ? `지금까지 응답 ${count(said.n)}건, 판단하기엔 일러요. 약 ${count(said.missing)}건이 더 모이면 비율을 ±10%p 이내로 믿을 수 있어요.`
      : `지금까지 응답 ${count(said.n)}건이에요.`,
  'prospects-worse': (said, { place }) =>
    `‘${place}’에서는 잠재 고객의 경험이 기존 고객보다 ${STRENGTHS[said.strength]} 나빠요.`,
  'prospects-better': (said, { place }) =>
    `‘${place}’에서는 잠재 고객의 경험이 기존 고객보다 ${STRENGTHS[said.strength]} 좋아요.`,
  fell: (said, { place }) =>
    `‘${place}’의 경험이 지난 기간보다 ${STRENGTHS[said.strength]} 나빠졌어요.`,
  rose: (said, { place }) =>
    `‘${place}’의 경험이 지난 기간보다 ${STRENGTHS[said.strength]} 좋아졌어요.`,
  changed: (said, { place, day }) =>
    `‘${place}’의 경험이 ${day(said.at)} 무렵부터 ${
      { better: '좋아졌어요', worse: '나빠졌어요', otherwise: '달라졌어요' }[said.direction]
    }.${said.mark ? ` ‘${said.mark}’ 시점과 겹쳐요.` : ''}`,
  'worst-touchpoint': (said, { place, percent, count }) =>
    `가장 아픈 곳은 ‘${place}’예요. 응답의 약 ${percent(said.negative)}가 부정적${
      said.prospectsMet > 0
        ? `이고, 잠재 고객이 ${count(said.prospectsMet)}번 거쳐 갔어요.`
        : '이에요.'
    }`,
  gap: (said, { place, percent }) =>
    `팀은 ‘${place}’에서 ${percent(said.believed)}가 ${FEEL[said.of]} 믿지만, 실제로 그렇게 답한 고객은 ${percent(said.said)}예요.`,
  'below-minimum': (said, { place, percent }) =>
    `‘${place}’에서는 응답의 ${percent(said.below)}가 약속한 최소 기준에 못 미쳐요.`,
  'moment-of-truth': (said, { place, told }) =>
    `‘${place}’에서의 감정이 누가 ${told(said.outcome)} 가장 잘 말해 줘요. 진실의 순간이에요.`,
  'outcome-ratio': ({ times, low, high, ...said }, { ratio, outcome }) =>
    times >= 1
      ? `${outcome(said.outcome)}: 긍정 응답 후가 부정 응답 후의 ${ratio(times)}배였어요(${ratio(low)}~${ratio(high)}배).`
      : `${outcome(said.outcome)}: 부정 응답 후가 긍정 응답 후의 ${ratio(1 / times)}배였어요(${ratio(1 / high)}~${ratio(1 / low)}배).`,
  'outcome-turns-round': (said, { outcome }) =>
    `‘${outcome(said.outcome)}’의 단순 비교는 믿지 마세요. 조건이 비슷한 방문자끼리 비교하면 방향이 반대예요.`,
  'silent-loss': (said, { percent, count }) =>
    `부정 응답 ${count(said.n)}건 중 ${percent(said.gone)}는 그 뒤로 다시 오지 않았어요.`,
  'satisfied-and-gone': (said, { percent, count }) =>
    `떠난 고객 ${count(said.n)}명 중 ${percent(said.left)}는 바로 전에 긍정적으로 답했어요. 전체에서는 ${percent(said.all)}예요.`,
  'raters-differ': (said, { percent, value }) =>
    `응답한 사람과 응답하지 않은 사람의 구성이 달라요. ${value(said.by, said.value)}: 응답의 ${percent(said.ofRaters)}, 방문의 ${percent(said.ofMet)}.`,
  silence: (said, { percent }) =>
    `${percent(said.answered)}가 응답했어요. 침묵한 사람의 생각에 따라 긍정 비율은 ${percent(said.low)}에서 ${percent(said.high)} 사이 어디든 될 수 있어요.`,
  evidence: {
    interval: (range, n) => `95% 신뢰구간 ${range}, 응답 ${n}건.`,
    drawn: (range, n) => `90% 구간 ${range}, 응답 ${n}건. 응답이 적으면 단계 평균 쪽으로 보정해요.`,
    standings: (prospects, customers, n, m) =>
      `긍정 비율: 잠재 고객 ${prospects}, 응답 ${n}건. 기존 고객 ${customers}, 응답 ${m}건.`,
    moved: (points, low, high, before, after) =>
      `긍정 비율 ${points}%p(95% 신뢰구간 ${low}%p ~ ${high}%p), 이전 응답 ${before}건, 이후 ${after}건.`,
    pairs: (pairs, n) =>
      `그 행동을 한 사람과 하지 않은 사람을 견주면, 100번 중 ${pairs}번은 감정만으로 구별할 수 있었어요. 응답 ${n}건.`,
  },
};
