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
  'nothing-yet': () => '아직 응답이 없습니다.',
  early: (said, { count }) =>
    said.missing > 0
      ? `지금까지 응답 ${count(said.n)}건. 약 ${count(said.missing)}건이 더 모이면 비율을 ±10%p 이내로 믿을 수 있습니다.`
      : `지금까지 응답 ${count(said.n)}건.`,
  'prospects-worse': (said, { place, positive }) =>
    `‘${place}’에서 잠재 고객의 경험이 기존 고객보다 ${STRENGTHS[said.strength]} 나쁩니다. 긍정 비율은 잠재 고객 ${positive.prospects}, 기존 고객 ${positive.customers}입니다.`,
  'prospects-better': (said, { place, positive }) =>
    `‘${place}’에서 잠재 고객의 경험이 기존 고객보다 ${STRENGTHS[said.strength]} 좋습니다. 긍정 비율은 잠재 고객 ${positive.prospects}, 기존 고객 ${positive.customers}입니다.`,
  fell: (said, { place, percent, count }) =>
    `‘${place}’의 경험이 지난 기간보다 ${STRENGTHS[said.strength]} 나빠졌습니다. 두 기간의 응답을 견주면 ${percent(said.pairs)}는 이번이 더 나빴습니다 (n = ${count(said.n.first)}, ${count(said.n.second)}).`,
  rose: (said, { place, percent, count }) =>
    `‘${place}’의 경험이 지난 기간보다 ${STRENGTHS[said.strength]} 좋아졌습니다. 두 기간의 응답을 견주면 ${percent(said.pairs)}는 이번이 더 좋았습니다 (n = ${count(said.n.first)}, ${count(said.n.second)}).`,
  changed: (said, { place, day }) =>
    `‘${place}’의 경험이 ${day(said.at)}경 ${
      { better: '좋아졌습니다', worse: '나빠졌습니다', otherwise: '달라졌습니다' }[said.direction]
    }.${said.mark ? ` ‘${said.mark}’ 시점과 겹칩니다.` : ''}`,
  'worst-touchpoint': (said, { place, percent, count }) =>
    `가장 아픈 곳은 ‘${place}’입니다. 응답의 약 ${percent(said.negative)}가 부정적이고 (n = ${count(said.n)}), 잠재 고객이 ${count(said.prospectsMet)}번 거쳐 갔습니다.`,
  gap: (said, { place, percent, count }) =>
    `팀은 ‘${place}’에서 ${percent(said.believed)}가 ${FEEL[said.of]} 믿지만, 실제로 그렇게 답한 고객은 ${percent(said.said)}입니다 (n = ${count(said.n)}).`,
  'below-minimum': (said, { place, percent, count }) =>
    `‘${place}’에서는 응답의 ${percent(said.below)}가 약속한 최소 기준에 못 미칩니다 (n = ${count(said.n)}).`,
  'moment-of-truth': (said, { place, percent, count, outcome }) =>
    `‘${place}’는 ‘${outcome(said.outcome)}’의 진실의 순간입니다. 두 방문자를 견주면 ${percent(said.pairs)}는 그곳에서의 감정이 다음 행동을 말해 주었습니다 (n = ${count(said.n)}).`,
  'outcome-ratio': (said, { ratio, outcome }) =>
    `긍정 응답 후의 ‘${outcome(said.outcome)}’는 부정 응답 후의 ${ratio(said.times)}배였습니다 (${ratio(said.low)}~${ratio(said.high)}배).`,
  'outcome-turns-round': (said, { outcome }) =>
    `‘${outcome(said.outcome)}’의 단순 비율은 믿지 마세요. 조건이 비슷한 방문자끼리 비교하면 방향이 반대입니다.`,
  'silent-loss': (said, { percent, count }) =>
    `부정 응답 후 ${percent(said.gone)}는 다시 오지 않았습니다 (n = ${count(said.n)}).`,
  'satisfied-and-gone': (said, { percent, count }) =>
    `떠난 고객 중 ${percent(said.left)}는 바로 전에 긍정적으로 답했습니다. 전체에서는 ${percent(said.all)}입니다 (n = ${count(said.n)}).`,
  'raters-differ': (said, { percent, value }) =>
    `응답한 사람과 응답하지 않은 사람이 다릅니다. ${value(said.by, said.value)}: 응답의 ${percent(said.ofRaters)}, 방문의 ${percent(said.ofMet)}.`,
  silence: (said, { percent }) =>
    `${percent(said.answered)}가 응답했습니다. 침묵한 사람의 생각에 따라 긍정 비율은 ${percent(said.low)}에서 ${percent(said.high)} 사이 어디든 될 수 있습니다.`,
};
