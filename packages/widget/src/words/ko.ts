import type { AskedTexts, FollowUpPart } from '../texts.js';

export { words as levels } from '@wayfelt/protocol/words/ko';

/** The question in Korean. */
export const texts: AskedTexts = {
  question: '이번 단계는 어떠셨나요?',
  send: '보내기',
  notNow: '나중에',
  never: '다시 묻지 않기',
  close: '닫기',
  minimise: '작게 접기',
  open: '어떠셨나요?',
  thanks: '고맙습니다. 이 단계를 맡은 팀에 전할게요.',
  kept: '고맙습니다. 답변을 기기에 보관했고, 연결되는 대로 보낼게요.',
  lost: '죄송합니다. 답변을 보관하지 못했어요.',
  retry: '다시 시도',
};

export const followUp = (): Promise<FollowUpPart> => import('./ko-follow-up.js');
