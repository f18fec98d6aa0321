import { starter, type Starter } from './starter.js';

/** A bank: from the first search for a rate to a closed account. */
export const bank: Starter = starter(
  'bank',
  { en: 'A bank', ko: '은행' },
  {
    crossing: 'opening',
    names: {
      advice: { en: 'Advice', ko: '상담' },
      opening: { en: 'Opening an account', ko: '계좌 개설' },
      arrival: { en: 'Arrival', ko: '시작' },
      use: { en: 'Everyday banking', ko: '일상 거래' },
      borrowing: { en: 'Borrowing', ko: '대출' },
      trouble: { en: 'When something is wrong', ko: '문제가 생겼을 때' },
      leaving: { en: 'Leaving', ko: '해지' },
    },
    steps: {
      awareness: [
        ['first-page', 'First page', '첫 화면'],
        ['advert', 'Advert', '광고'],
        ['branch-window', 'Passing a branch', '지점 앞'],
        ['recommendation', 'A friend told', '지인 추천'],
      ],
      search: [
        ['rates', 'Rates', '금리 안내'],
        ['calculator', 'Calculator', '계산기'],
        ['products', 'Products', '상품 목록'],
        ['branch-finder', 'Finding a branch', '지점 찾기'],
        ['fees', 'Fees', '수수료 안내'],
      ],
      advice: [
        ['appointment', 'Making an appointment', '상담 예약'],
        ['waiting', 'Waiting', '대기'],
        ['conversation', 'Conversation', '상담'],
        ['offer', 'Offer', '제안'],
        ['video', 'Video call', '화상 상담'],
      ],
      opening: [
        ['form', 'Form', '신청서'],
        ['identity', 'Proving who one is', '본인 확인'],
        ['documents', 'Documents', '서류 제출'],
        ['signature', 'Signature', '서명'],
        ['decision', 'Decision', '심사 결과'],
      ],
      arrival: [
        ['welcome', 'Welcome', '환영 안내'],
        ['card', 'Card arrives', '카드 수령'],
        ['app', 'Setting up the app', '앱 설정'],
        ['moving', 'Moving payments from the old bank', '자동이체 옮기기'],
      ],
      use: [
        ['sign-in', 'Signing in', '로그인'],
        ['balance', 'Looking at the balance', '잔액 조회'],
        ['transfer', 'Transfer', '이체'],
        ['card-payment', 'Paying by card', '카드 결제'],
        ['cash', 'Cash machine', '현금 인출'],
        ['statement', 'Statement', '거래 내역'],
        ['savings', 'Saving', '저축'],
        ['branch', 'In the branch', '지점 방문'],
      ],
      borrowing: [
        ['enquiry', 'Enquiry', '대출 문의'],
        ['application', 'Application', '대출 신청'],
        ['decision', 'Decision', '대출 심사'],
        ['payout', 'Payout', '대출 실행'],
        ['repayment', 'Repayment', '상환'],
      ],
      trouble: [
        ['lost-card', 'Lost card', '카드 분실'],
        ['wrong-booking', 'Wrong booking', '잘못된 거래'],
        ['blocked', 'Blocked account', '계좌 정지'],
        ['hotline', 'Hotline', '고객센터 전화'],
        ['complaint', 'Complaint', '민원'],
        ['fraud', 'Fraud', '사기 피해'],
      ],
      leaving: [
        ['reason', 'Being asked why', '해지 사유'],
        ['closing', 'Closing the account', '계좌 해지'],
        ['confirmation', 'Confirmation', '해지 확인'],
      ],
    },
  },
);
