import { starter, type Starter } from './starter.js';

/** Software as a service: the trial comes before the crossing, and leaving is a step of its own. */
export const software: Starter = starter(
  'software',
  { en: 'Software as a service', ko: '구독형 소프트웨어' },
  {
    crossing: 'subscription',
    names: {
      evaluation: { en: 'Evaluation', ko: '평가' },
      trial: { en: 'Trial', ko: '체험' },
      subscription: { en: 'Subscription', ko: '구독' },
      onboarding: { en: 'Onboarding', ko: '시작하기' },
      growth: { en: 'Growth', ko: '확장' },
      support: { en: 'Support', ko: '지원' },
      leaving: { en: 'Leaving', ko: '떠나기' },
    },
    steps: {
      awareness: [
        ['first-page', 'First page', '첫 화면'],
        ['article', 'Article', '블로그 글'],
        ['webinar', 'Webinar', '웨비나'],
        ['recommendation', 'Somebody recommended it', '추천'],
      ],
      evaluation: [
        ['features', 'Features', '기능 소개'],
        ['pricing', 'Prices', '요금제'],
        ['comparison', 'Comparison with others', '다른 제품과 비교'],
        ['security', 'Security and privacy', '보안·개인정보'],
        ['documentation', 'Documentation', '문서'],
        ['demo', 'Demonstration', '시연'],
        ['sales', 'Talking to sales', '영업 상담'],
      ],
      trial: [
        ['sign-up', 'Signing up', '가입'],
        ['first-steps', 'First steps', '첫걸음'],
        ['first-result', 'First result', '첫 성과'],
        ['import', 'Bringing own data', '데이터 가져오기'],
        ['invite', 'Inviting colleagues', '동료 초대'],
        ['reminder', 'Mail before the trial ends', '체험 종료 안내'],
      ],
      subscription: [
        ['plan', 'Choosing a plan', '요금제 고르기'],
        ['payment', 'Payment', '결제'],
        ['contract', 'Contract', '계약'],
      ],
      onboarding: [
        ['set-up', 'Setting up', '설정'],
        ['training', 'Training', '교육'],
        ['integration', 'Connecting other tools', '다른 도구 연결'],
      ],
      use: [
        ['daily-work', 'Daily work', '매일의 업무'],
        ['speed', 'Speed', '속도'],
        ['reports', 'Reports', '보고서'],
        ['mobile', 'On the phone', '모바일'],
        ['notifications', 'Notifications', '알림'],
      ],
      growth: [
        ['new-feature', 'A new feature', '새 기능'],
        ['upgrade', 'Upgrade', '상위 요금제'],
        ['invoice', 'Invoice', '청구서'],
        ['renewal', 'Renewal', '갱신'],
      ],
      support: [
        ['help-centre', 'Help centre', '도움말'],
        ['ticket', 'Ticket', '문의'],
        ['chat', 'Chat', '채팅 상담'],
        ['outage', 'Outage', '장애 안내'],
      ],
      leaving: [
        ['cancel', 'Cancelling', '해지'],
        ['export', 'Taking the data along', '데이터 내보내기'],
        ['goodbye', 'Last mail', '마지막 메일'],
      ],
    },
  },
);
