import type { FollowUpTexts } from '../texts.js';

export { FollowUp, css, liftAboveKeyboard, onceLeft, written } from '../follow-up.js';

/** What follows a face, in Korean. */
export const texts: FollowUpTexts = {
  followUpPositive: '어떤 점이 좋으셨나요?',
  followUpIndifferent: '무엇이 아쉬우셨나요?',
  followUpNegative: '어떤 점이 불편하셨나요?',
  all: '여덟 가지 모두 보기',
  hint: '선택 사항이에요. 이름이나 연락처는 적지 말아 주세요.',
  reasons: '무엇 때문이었나요?',
  intent: '지금 어떤 상황이신가요?',
  looking: '둘러보는 중',
  comparing: '비교하는 중',
  ready: '결정할 준비가 됐어요',
  mayContact: '이 답변에 대해 연락받는 데 동의해요',
  contact: '이메일 또는 전화번호',
  stays: '고르신 표정은 저장했어요.',
  takeBack: '취소하기',
  takenBack: '취소했어요. 답변은 집계되지 않아요.',
  memory: '고맙습니다. 저장할 수 없는 환경이니 연결될 때까지 페이지를 열어 두세요.',
};
