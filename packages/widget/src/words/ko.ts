import type { Texts } from '../texts.js';

export { words as levels } from '@wayfelt/protocol/words/ko';

/** The question in Korean. */
export const texts: Texts = {
  question: '이번 단계는 어떠셨나요?',
  followUpPositive: '어떤 점이 좋으셨나요?',
  followUpIndifferent: '무엇이 아쉬우셨나요?',
  followUpNegative: '어떤 점이 불편하셨나요?',
  hint: '선택 사항이에요. 이름이나 연락처는 적지 말아 주세요.',
  reasons: '무엇 때문이었나요?',
  intent: '지금 어떤 상황이신가요?',
  looking: '둘러보는 중',
  comparing: '비교하는 중',
  ready: '결정할 준비가 됐어요',
  mayContact: '이 답변에 대해 연락받는 데 동의해요',
  contact: '이메일 또는 전화번호',
  send: '보내기',
  notNow: '나중에',
  never: '다시 묻지 않기',
  close: '닫기',
  minimise: '작게 접기',
  open: '어떠셨나요?',
  thanks: '고맙습니다. 이 단계를 맡은 팀에 전할게요.',
  kept: '고맙습니다. 답변을 이 기기에 안전하게 보관했고, 연결되는 대로 보낼게요.',
  memory: '고맙습니다. 이 브라우저에는 저장할 수 없어요. 온라인이 될 때까지 페이지를 열어 두세요.',
  lost: '죄송합니다. 답변을 보관하지 못했어요.',
  retry: '다시 시도',
  stays: '고르신 표정은 저장했어요.',
  takeBack: '취소하기',
  takenBack: '취소했어요. 답변은 집계되지 않아요.',
};
