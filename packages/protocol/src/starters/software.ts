import { starter, type Starter } from './starter.js';

/** Software as a service: the trial comes before the crossing, and leaving is a step of its own. */
export const software: Starter = starter(
  'software',
  { en: 'Software as a service', ko: '구독형 소프트웨어' },
  {
    crossing: 'subscription',
    names: {
      evaluation: { en: 'Evaluation', ko: '도입 검토' },
      trial: { en: 'Free trial', ko: '무료 체험' },
      subscription: { en: 'Subscription', ko: '구독' },
      onboarding: { en: 'Onboarding', ko: '온보딩' },
      growth: { en: 'Expansion', ko: '확장' },
      support: { en: 'Support', ko: '고객 지원' },
      leaving: { en: 'Cancellation', ko: '해지' },
    },
    steps: {
      awareness: [
        ['first-page', 'Home page', '홈페이지'],
        ['article', 'Blog post', '블로그 글'],
        ['webinar', 'Webinar', '웨비나'],
        ['recommendation', 'Word of mouth', '지인 추천'],
      ],
      evaluation: [
        ['features', 'Features', '기능 소개'],
        ['pricing', 'Pricing', '요금제'],
        ['comparison', 'Comparison with alternatives', '경쟁 제품 비교'],
        ['security', 'Security and privacy', '보안·개인정보'],
        ['documentation', 'Documentation', '제품 문서'],
        ['demo', 'Demo', '데모'],
        ['sales', 'Talking to sales', '도입 상담'],
      ],
      trial: [
        ['sign-up', 'Sign-up', '회원 가입'],
        ['first-steps', 'First steps', '처음 둘러보기'],
        ['first-result', 'First success', '첫 성과'],
        ['import', 'Importing data', '데이터 가져오기'],
        ['invite', 'Inviting teammates', '팀원 초대'],
        ['reminder', 'Trial-ending email', '체험 종료 안내 메일'],
      ],
      subscription: [
        ['plan', 'Choosing a plan', '요금제 선택'],
        ['payment', 'Payment', '결제'],
        ['contract', 'Contract', '계약'],
      ],
      onboarding: [
        ['set-up', 'Setup', '초기 설정'],
        ['training', 'Training', '사용 교육'],
        ['integration', 'Integrations', '외부 도구 연동'],
      ],
      use: [
        ['daily-work', 'Everyday work', '일상 업무'],
        ['speed', 'Speed', '속도'],
        ['reports', 'Reports', '보고서'],
        ['mobile', 'Mobile app', '모바일 앱'],
        ['notifications', 'Notifications', '알림'],
      ],
      growth: [
        ['new-feature', 'New features', '신규 기능'],
        ['upgrade', 'Upgrading', '요금제 업그레이드'],
        ['invoice', 'Invoice', '청구서'],
        ['renewal', 'Renewal', '구독 갱신'],
      ],
      support: [
        ['help-centre', 'Help centre', '도움말 센터'],
        ['ticket', 'Support ticket', '문의 접수'],
        ['chat', 'Live chat', '채팅 상담'],
        ['outage', 'Outage notice', '장애 공지'],
      ],
      leaving: [
        ['cancel', 'Cancelling', '구독 해지'],
        ['export', 'Exporting data', '데이터 내보내기'],
        ['goodbye', 'Farewell email', '마지막 안내 메일'],
      ],
    },
  },
);
