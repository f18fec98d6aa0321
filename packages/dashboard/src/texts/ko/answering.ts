import type { Texts } from '../en.js';

/** 누가 응답했고, 왜 그렇게 느꼈으며, 무엇이 수치에서 빠졌는지. */
export const answering: Texts['answering'] = {
  dwell: '단계에 머문 시간',
  dwells: {
    'under-10s': '10초 미만',
    '10s-30s': '10~30초',
    '30s-2m': '30초~2분',
    'over-2m': '2분 이상',
  },
  reasonsNote: (n, answers) =>
    `응답 ${answers}건 중 이유를 하나 이상 고른 ${n}건을 기준으로 해요. 한 응답에 여러 이유가 있을 수 있어요.`,
  reason: '이유',
  negative: '그중 부정 응답',
  effectiveN: (n, worth) => `보정하고 나면 응답 ${n}건은 ${worth}건만큼의 무게를 가져요.`,
  arrived: (missing, perhaps, arrived) =>
    `최근 방문자 기준으로 이곳의 기록 ${arrived}건이 도착했고 ${missing}건이 빠졌어요. 이곳이나 앞뒤 페이지에서 ${perhaps}건이 더 빠졌을 수 있어요.`,
  setAside: (answers, least, apartMs) =>
    `응답 ${answers}건은 따로 두었어요. 한 방문자가 앞 응답에서 ${apartMs}ms 안에 다음 응답을 ${least}건 이상 이어서 남겼는데, 사람이 낼 수 없는 속도예요. 기록은 남아 있고 어떤 수치에도 들어가지 않으며, 내보내기로 볼 수 있어요.`,
};
