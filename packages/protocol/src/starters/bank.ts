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
      arrival: { en: 'Getting started', ko: '첫 이용' },
      use: { en: 'Everyday banking', ko: '일상 거래' },
      borrowing: { en: 'Loans', ko: '대출' },
      trouble: { en: 'When something goes wrong', ko: '문제 해결' },
      leaving: { en: 'Closing the account', ko: '해지' },
    },
    steps: {
      awareness: [
        ['first-page', 'Home page', '홈페이지'],
        ['advert', 'Ad', '광고'],
        ['branch-window', 'Branch window', '지점 앞 홍보물'],
        ['recommendation', 'Word of mouth', '지인 추천'],
      ],
      search: [
        ['rates', 'Interest rates', '금리 조회'],
        ['calculator', 'Calculators', '금융 계산기'],
        ['products', 'Product pages', '상품 안내'],
        ['branch-finder', 'Branch finder', '지점 찾기'],
        ['fees', 'Fees', '수수료 안내'],
      ],
      advice: [
        ['appointment', 'Booking an appointment', '상담 예약'],
        ['waiting', 'Waiting in the branch', '창구 대기'],
        ['conversation', 'Consultation', '대면 상담'],
        ['offer', 'Offer', '상품 제안'],
        ['video', 'Video call', '화상 상담'],
      ],
      opening: [
        ['form', 'Application form', '가입 신청서'],
        ['identity', 'Identity check', '본인 인증'],
        ['documents', 'Submitting documents', '서류 제출'],
        ['signature', 'Signing', '서명'],
        ['decision', 'Decision', '심사 결과'],
      ],
      arrival: [
        ['welcome', 'Welcome message', '환영 메시지'],
        ['card', 'Card delivery', '카드 수령'],
        ['app', 'App setup', '앱 설치'],
        ['moving', 'Switching payments over', '자동이체 변경'],
      ],
      use: [
        ['sign-in', 'Sign-in', '로그인'],
        ['balance', 'Account balance', '잔액 조회'],
        ['transfer', 'Transfers', '이체'],
        ['card-payment', 'Card payments', '카드 결제'],
        ['cash', 'Cash machine', 'ATM 출금'],
        ['statement', 'Statements', '거래 내역'],
        ['savings', 'Savings', '예금·적금'],
        ['branch', 'Branch visit', '지점 방문'],
      ],
      borrowing: [
        ['enquiry', 'Loan enquiry', '대출 상담'],
        ['application', 'Loan application', '대출 신청'],
        ['decision', 'Decision', '대출 심사'],
        ['payout', 'Payout', '대출금 입금'],
        ['repayment', 'Repayment', '대출 상환'],
      ],
      trouble: [
        ['lost-card', 'Lost card', '카드 분실 신고'],
        ['wrong-booking', 'Incorrect transaction', '거래 오류'],
        ['blocked', 'Blocked account', '계좌 정지'],
        ['hotline', 'Phone support', '고객센터 전화'],
        ['complaint', 'Complaints', '민원 접수'],
        ['fraud', 'Fraud', '금융 사기 피해'],
      ],
      leaving: [
        ['reason', 'Reason for leaving', '해지 사유'],
        ['closing', 'Closing the account', '계좌 해지'],
        ['confirmation', 'Confirmation', '해지 확인'],
      ],
    },
  },
);
