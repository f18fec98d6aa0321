import { starter, type Starter } from './starter.js';

/** A restaurant: the evening begins with hunger and ends with what one tells friends. */
export const restaurant: Starter = starter(
  'restaurant',
  { en: 'A restaurant', ko: '식당' },
  {
    crossing: 'ordering',
    names: {
      choice: { en: 'Choice', ko: '고르기' },
      reservation: { en: 'Reservation', ko: '예약' },
      arrival: { en: 'Arrival', ko: '도착' },
      ordering: { en: 'Ordering', ko: '주문' },
      eating: { en: 'Eating', ko: '식사' },
      paying: { en: 'Paying', ko: '계산' },
      afterwards: { en: 'Afterwards', ko: '그 후' },
    },
    steps: {
      awareness: [
        ['map', 'On the map', '지도에서 발견'],
        ['recommendation', 'A friend told', '지인 추천'],
        ['passing-by', 'Passing by', '지나가다'],
        ['social', 'Pictures of others', '남들이 올린 사진'],
      ],
      choice: [
        ['menu-online', 'Menu online', '온라인 메뉴'],
        ['photos', 'Photos', '사진'],
        ['reviews', 'Reviews', '후기'],
        ['prices', 'Prices', '가격'],
        ['allergens', 'Allergens', '알레르기 정보'],
        ['opening-hours', 'Opening hours', '영업시간'],
      ],
      reservation: [
        ['form', 'Booking online', '온라인 예약'],
        ['phone', 'Booking by phone', '전화 예약'],
        ['reminder', 'Reminder', '예약 알림'],
        ['change', 'Changing it', '예약 변경'],
      ],
      arrival: [
        ['parking', 'Parking', '주차'],
        ['welcome', 'Welcome', '맞이'],
        ['waiting', 'Waiting for a table', '자리 대기'],
        ['table', 'Table', '자리'],
        ['cleanliness', 'Cleanliness', '청결'],
      ],
      ordering: [
        ['menu', 'Menu', '메뉴판'],
        ['advice', 'Advice', '추천'],
        ['order', 'Order', '주문하기'],
        ['wishes', 'Special wishes', '특별한 요청'],
      ],
      eating: [
        ['drinks', 'Drinks', '음료'],
        ['waiting', 'Waiting for the food', '음식 대기'],
        ['serving', 'Serving', '서빙'],
        ['taste', 'Taste', '맛'],
        ['amount', 'Amount', '양'],
        ['attention', 'Attention', '직원의 관심'],
        ['atmosphere', 'Atmosphere', '분위기'],
        ['restroom', 'Restroom', '화장실'],
        ['dessert', 'Dessert', '디저트'],
      ],
      paying: [
        ['bill', 'Bill', '계산서'],
        ['payment', 'Payment', '결제'],
        ['goodbye', 'Goodbye', '배웅'],
      ],
      afterwards: [
        ['thanks', 'Message afterwards', '감사 메시지'],
        ['review', 'Writing a review', '후기 쓰기'],
        ['complaint', 'Complaint', '불만'],
        ['loyalty', 'Stamp card', '적립'],
        ['delivery', 'Ordering home', '배달 주문'],
      ],
    },
  },
);
