import { starter, type Starter } from './starter.js';

/** A restaurant: the evening begins with hunger and ends with what one tells friends. */
export const restaurant: Starter = starter(
  'restaurant',
  { en: 'A restaurant', ko: '식당' },
  {
    crossing: 'ordering',
    names: {
      choice: { en: 'Choosing', ko: '식당 고르기' },
      reservation: { en: 'Reservation', ko: '예약' },
      arrival: { en: 'Arrival', ko: '도착' },
      ordering: { en: 'Ordering', ko: '주문' },
      eating: { en: 'Eating', ko: '식사' },
      paying: { en: 'Paying', ko: '계산' },
      afterwards: { en: 'After the visit', ko: '방문 후' },
    },
    steps: {
      awareness: [
        ['map', 'Found on the map', '지도 앱에서 발견'],
        ['recommendation', 'Word of mouth', '지인 추천'],
        ['passing-by', 'Walking past', '지나가다 발견'],
        ['social', 'Photos on social media', '소셜 미디어 사진'],
      ],
      choice: [
        ['menu-online', 'Online menu', '온라인 메뉴'],
        ['photos', 'Photos of the food', '음식 사진'],
        ['reviews', 'Reviews', '방문 후기'],
        ['prices', 'Prices', '가격대'],
        ['allergens', 'Allergen information', '알레르기 정보'],
        ['opening-hours', 'Opening hours', '영업시간'],
      ],
      reservation: [
        ['form', 'Online booking', '온라인 예약'],
        ['phone', 'Phone booking', '전화 예약'],
        ['reminder', 'Booking reminder', '예약 알림'],
        ['change', 'Changing the booking', '예약 변경'],
      ],
      arrival: [
        ['parking', 'Parking', '주차'],
        ['welcome', 'Greeting', '맞이 인사'],
        ['waiting', 'Waiting for a table', '입장 대기'],
        ['table', 'The table', '좌석'],
        ['cleanliness', 'Cleanliness', '매장 청결'],
      ],
      ordering: [
        ['menu', 'Menu', '메뉴판'],
        ['advice', 'Recommendations', '메뉴 추천'],
        ['order', 'Placing the order', '주문'],
        ['wishes', 'Special requests', '요청 사항'],
      ],
      eating: [
        ['drinks', 'Drinks', '음료'],
        ['waiting', 'Waiting for the food', '음식 대기'],
        ['serving', 'Table service', '서빙'],
        ['taste', 'Taste', '맛'],
        ['amount', 'Portion size', '음식 양'],
        ['attention', 'Attentive staff', '직원의 세심함'],
        ['atmosphere', 'Atmosphere', '분위기'],
        ['restroom', 'Restrooms', '화장실'],
        ['dessert', 'Dessert', '디저트'],
      ],
      paying: [
        ['bill', 'Bill', '계산서'],
        ['payment', 'Payment', '결제'],
        ['goodbye', 'Goodbye', '배웅 인사'],
      ],
      afterwards: [
        ['thanks', 'Thank-you message', '감사 메시지'],
        ['review', 'Writing a review', '후기 쓰기'],
        ['complaint', 'Complaints', '불편 접수'],
        ['loyalty', 'Loyalty stamps', '스탬프·적립'],
        ['delivery', 'Ordering delivery', '배달 주문'],
      ],
    },
  },
);
