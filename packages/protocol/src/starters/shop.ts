import { starter, type Starter } from './starter.js';

/** A shop that sends what it sells. */
export const shop: Starter = starter(
  'shop',
  { en: 'A shop', ko: '쇼핑몰' },
  {
    crossing: 'purchase',
    steps: {
      awareness: [
        ['first-page', 'Home page', '메인 화면'],
        ['campaign', 'Campaign page', '기획전'],
        ['advert', 'Ad that brought them', '유입 광고'],
        ['newsletter', 'Newsletter', '뉴스레터'],
      ],
      search: [
        ['box', 'Search box', '검색창'],
        ['results', 'Search results', '검색 결과'],
        ['filter', 'Filters', '필터'],
        ['category', 'Category page', '카테고리 페이지'],
        ['nothing-found', 'No results', '검색 결과 없음'],
      ],
      consideration: [
        ['product', 'Product page', '상품 페이지'],
        ['photos', 'Photos', '상품 사진'],
        ['reviews', 'Reviews', '상품 후기'],
        ['compare', 'Product comparison', '상품 비교'],
        ['delivery-promise', 'Delivery time and cost', '배송 안내'],
        ['question', 'Product question', '상품 문의'],
        ['wish-list', 'Wish list', '찜 목록'],
      ],
      purchase: [
        ['cart', 'Cart', '장바구니'],
        ['account', 'Sign-in or guest checkout', '로그인·비회원 주문'],
        ['address', 'Delivery address', '배송지'],
        ['coupon', 'Coupons and points', '쿠폰·포인트'],
        ['payment', 'Payment', '결제'],
        ['confirmation', 'Order confirmation', '주문 완료'],
      ],
      delivery: [
        ['tracking', 'Order tracking', '배송 조회'],
        ['messages', 'Delivery updates', '배송 알림'],
        ['handover', 'Delivery at the door', '문 앞 배송'],
        ['unpacking', 'Unboxing', '개봉'],
      ],
      installation: [
        ['instructions', 'Instructions', '사용 설명서'],
        ['assembly', 'Assembly', '조립'],
        ['first-start', 'First use', '첫 사용'],
      ],
      use: [
        ['every-day', 'Everyday use', '일상 사용'],
        ['tips', 'Tips by email', '활용 팁 메일'],
        ['reorder', 'Reordering', '재주문'],
      ],
      'after-service': [
        ['help-page', 'Help pages', '도움말'],
        ['contact', 'Customer support', '고객 상담'],
        ['return', 'Returns', '반품'],
        ['refund', 'Refunds', '환불'],
        ['repair', 'Repairs', '수리'],
      ],
      disposal: [
        ['take-back', 'Take-back of the old item', '폐제품 수거'],
        ['recycling', 'Recycling', '분리배출·재활용'],
        ['leaving', 'Closing the account', '회원 탈퇴'],
      ],
    },
  },
);
