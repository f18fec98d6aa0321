import { say } from './language.js';

/** The lamps. Prices in won; `fit` is the price of having it installed, 0 where it only needs a plug. */
export const LAMPS = [
  {
    id: 'dal',
    name: say('Dal', '달'),
    line: say('A pendant that waxes and wanes', '차고 기우는 펜던트 조명'),
    rooms: ['dining', 'living'],
    price: 189000,
    fit: 45000,
    lumens: 1150,
    watts: 14,
    noise: say('Silent', '무소음'),
    size: say('⌀ 32 cm', '지름 32cm'),
    fitting: say('Ceiling, 40 minutes', '천장 고정, 40분'),
  },
  {
    id: 'gyeol',
    name: say('Gyeol', '결'),
    line: say('Three discs, one calm ceiling', '세 장의 원판이 겹친 천장 조명'),
    rooms: ['living', 'bedroom'],
    price: 248000,
    fit: 45000,
    lumens: 2400,
    watts: 26,
    noise: say('Silent', '무소음'),
    size: say('⌀ 54 cm', '지름 54cm'),
    fitting: say('Ceiling, 50 minutes', '천장 고정, 50분'),
  },
  {
    id: 'sotdae',
    name: say('Sotdae', '솟대'),
    line: say('A floor lamp that keeps watch', '거실을 지키는 플로어 조명'),
    rooms: ['living', 'bedroom'],
    price: 214000,
    fit: 0,
    lumens: 980,
    watts: 12,
    noise: say('Silent', '무소음'),
    size: say('158 cm tall', '높이 158cm'),
    fitting: say('A plug, 5 minutes', '콘센트 연결, 5분'),
  },
  {
    id: 'nari',
    name: say('Nari', '나리'),
    line: say('A desk lamp that opens wide and low', '책상 위에 낮게 피는 조명'),
    rooms: ['desk', 'bedroom'],
    price: 126000,
    fit: 0,
    lumens: 620,
    watts: 8,
  },
  {
    id: 'gaji',
    name: say('Gaji', '가지'),
    line: say('Two lights on one wall branch', '한 가지에 두 빛이 열리는 벽 조명'),
    rooms: ['bedroom', 'dining'],
    price: 158000,
    fit: 35000,
    lumens: 760,
    watts: 9,
  },
  {
    id: 'dol',
    name: say('Dol', '돌'),
    line: say('A warm pebble for the bedside', '머리맡의 따뜻한 조약돌'),
    rooms: ['bedroom', 'desk'],
    price: 72000,
    fit: 0,
    lumens: 210,
    watts: 3,
  },
];

export const lampOf = (id) => LAMPS.find((lamp) => lamp.id === id) ?? LAMPS[0];

/** Taking an old lamp back costs nothing; the deposit of 3,000 won comes back when this one returns. */
export const DEPOSIT = 3000;

export const priceWithAll = (lamp) => lamp.price + lamp.fit + DEPOSIT;
