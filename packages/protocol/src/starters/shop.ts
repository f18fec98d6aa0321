import { starter, type Starter } from './starter.js';

/** A shop that sends what it sells. */
export const shop: Starter = starter(
  'shop',
  { en: 'A shop', ko: '쇼핑몰' },
  {
    crossing: 'purchase',
    steps: {
      awareness: [
        ['first-page', 'First page', '첫 화면'],
        ['campaign', 'Page of a campaign', '기획전 페이지'],
        ['advert', 'Advert that led here', '들어온 광고'],
        ['newsletter', 'Newsletter', '소식지'],
      ],
      search: [
        ['box', 'Search box', '검색창'],
        ['results', 'Results', '검색 결과'],
        ['filter', 'Filters', '필터'],
        ['category', 'Category page', '카테고리 페이지'],
        ['nothing-found', 'Nothing found', '검색 결과 없음'],
      ],
      consideration: [
        ['product', 'Product page', '상품 페이지'],
        ['photos', 'Photos', '상품 사진'],
        ['reviews', 'Reviews', '후기'],
        ['compare', 'Comparison', '비교'],
        ['delivery-promise', 'When and for how much it comes', '배송 안내'],
        ['question', 'Question to the shop', '상품 문의'],
        ['wish-list', 'Wish list', '찜 목록'],
      ],
      purchase: [
        ['cart', 'Cart', '장바구니'],
        ['account', 'Signing in or as a guest', '로그인·비회원 구매'],
        ['address', 'Address', '배송지'],
        ['coupon', 'Coupon and points', '쿠폰·포인트'],
        ['payment', 'Payment', '결제'],
        ['confirmation', 'Confirmation', '주문 완료'],
      ],
      delivery: [
        ['tracking', 'Tracking', '배송 조회'],
        ['messages', 'Messages on the way', '배송 알림'],
        ['handover', 'Handover at the door', '문 앞 전달'],
        ['unpacking', 'Unpacking', '포장 열기'],
      ],
      installation: [
        ['instructions', 'Instructions', '설명서'],
        ['assembly', 'Assembly', '조립'],
        ['first-start', 'First use', '처음 사용'],
      ],
      use: [
        ['every-day', 'Every day', '매일 사용'],
        ['tips', 'Tips by mail', '사용 팁 메일'],
        ['reorder', 'Ordering again', '재주문'],
      ],
      'after-service': [
        ['help-page', 'Help page', '도움말'],
        ['contact', 'Talking to somebody', '상담'],
        ['return', 'Return', '반품'],
        ['refund', 'Refund', '환불'],
        ['repair', 'Repair', '수리'],
      ],
      disposal: [
        ['take-back', 'Taking back the old one', '헌 제품 수거'],
        ['recycling', 'Recycling', '재활용'],
        ['leaving', 'Closing the account', '탈퇴'],
      ],
    },
  },
);
