import { feelingOf } from '@wayfelt/protocol';

const TEXTS = {
  en: {
    negative: [
      'I had to start over three times.',
      'The price only showed at the very end.',
      'Nobody answered for twenty minutes.',
      'I could not find what I was looking for.',
      'Step four of the manual does not match the parts.',
    ],
    indifferent: ['It is like everywhere else.', 'Fine, I suppose.', 'I expected a bit more.'],
    positive: [
      'Found it at once, thank you.',
      'Clear pictures, clear price.',
      'It came a day early.',
      'My mother set it up by herself.',
      'The light is just as soft as in the shop.',
    ],
  },
  ko: {
    negative: [
      '처음부터 세 번이나 다시 해야 했어요.',
      '가격이 맨 마지막에야 나와요.',
      '20분 동안 아무도 전화를 안 받았어요.',
      '찾는 걸 못 찾겠어요.',
      '설명서 4단계가 부품이랑 안 맞아요.',
    ],
    indifferent: ['다른 데랑 비슷해요.', '그냥 그래요.', '조금 더 기대했어요.'],
    positive: [
      '바로 찾았어요, 고마워요.',
      '사진도 가격도 분명해서 좋아요.',
      '하루 일찍 왔어요.',
      '어머니 혼자서도 설치하셨어요.',
      '불빛이 매장에서 본 그대로 부드러워요.',
    ],
  },
} as const;

/** Invented people: what a collector should mask. */
const PRIVATE = [
  'Please call me: 010-1234-5678',
  'my mail is minji.kim@example.com',
  'card 4111 1111 1111 1111 was charged twice',
];

/** A comment that fits the level; `privately` adds something that should never have been written. */
export function commentFor(
  level: number,
  locale: 'en' | 'ko',
  { at, privately }: { at: number; privately: boolean },
): string {
  const texts = TEXTS[locale][feelingOf(level)];
  const text = texts[Math.floor(at * texts.length)] ?? '';
  return privately ? `${text} ${PRIVATE[Math.floor(at * 997) % PRIVATE.length]}` : text;
}
