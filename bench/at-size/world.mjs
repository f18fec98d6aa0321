// The people of a benchmark: who comes when, through which stages, and what they leave. The same numbers in every run.
import { NINE_STAGES } from '../../packages/protocol/dist/index.js';

export const DAY_MS = 86_400_000;
export const HOUR_MS = 3_600_000;
export const SITE = 'shop';

export const STAGES = NINE_STAGES;
export const STANDINGS = ['prospect', 'customer'];
/** Every combination of these is a crowd. */
const LOCALES = ['en', 'ko', 'ja'];
const DEVICES = ['phone', 'tablet', 'desktop'];
const SOURCES = ['direct', 'search', 'social', 'email', 'partner.example', 'spring-sale'];
export const CROWDS = LOCALES.flatMap((locale) =>
  DEVICES.flatMap((device) => SOURCES.map((source) => ({ locale, device, source }))),
);

/** What one visit leaves: ten records of the way it took, one answer, and for some a question's life and a purchase. */
export const STEPS = [
  { type: 'visit', event: 'stage', later: 0 },
  ...[1, 2, 3, 4].map(() => ({ type: 'visit', event: 'touchpoint', later: 0 })),
  { type: 'visit', event: 'stage', later: 1 },
  ...[6, 7, 8].map(() => ({ type: 'visit', event: 'touchpoint', later: 1 })),
  { type: 'visit', event: 'dwell', later: 1 },
  { type: 'rating', event: null, later: 1 },
  { type: 'ask', event: 'shown', later: 1 },
  { type: 'ask', event: 'seen', later: 1 },
  { type: 'ask', event: 'answered', later: 1 },
  { type: 'outcome', event: null, later: 1 },
].map((step, j) => ({
  ...step,
  j,
  // odd, so that multiplying by it stirs all 16 bits of a visit's own number; a visit begins with its first record
  stir: j === 0 ? 0 : 40_503 + 2_654 * j,
  atPlace: step.event === 'stage' || step.event === 'dwell' ? 'stage' : 'touchpoint',
}));
export const VISITS_EACH = STEPS.filter(({ type }) => type === 'visit').length;
const STEP_MS = 17_000;
/** What is asked about, answered and bought is the touchpoint met last. */
const LAST_TOUCHPOINT = 8;
/** How long after its beginning a visit has sent everything. */
export const SENT_MS = 600_000;

const stirred = (mix, stir) => (mix * stir) & 65_535;

/** When a step of a visit is, and at which of its stage's touchpoints (few are met often, many seldom). */
export const atOf = (visit, { j, stir }) =>
  visit.start + j * STEP_MS + (stirred(visit.mix, stir) & 8_191);
export const touchpointOf = (visit, { j, stir }, touchpoints) => {
  const x = stirred(visit.mix, j > LAST_TOUCHPOINT ? STEPS[LAST_TOUCHPOINT].stir : stir);
  return Math.floor((touchpoints * x * x) / 2 ** 32);
};
export const dwellOf = ({ mix }) => mix >> 1;
export const stageOf = (visit, { later }) => Math.min(visit.stage + later, STAGES.length - 1);

/** The same in SQL, of a visit `v` and a step `step`. */
export const SQL = {
  at: `(v.start + step.j * ${STEP_MS} + (((v.mix * step.stir) & 65535) & 8191))`,
  touchpoint: (touchpoints) =>
    `((${touchpoints} * ((v.mix * step.tp_stir) & 65535) * ((v.mix * step.tp_stir) & 65535)) >> 32)`,
  touchpointStir: ({ j, stir }) => (j > LAST_TOUCHPOINT ? STEPS[LAST_TOUCHPOINT].stir : stir),
  dwell: '(v.mix >> 1)',
  stage: `min(v.stage + step.later, ${STAGES.length - 1})`,
};

/** Whether a visit takes a step. */
export const takes = (visit, { type }) =>
  type === 'ask' ? visit.asked : type === 'outcome' ? visit.bought : true;

/** Small, fast and even (mulberry32, public domain). */
export const randomOf = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
};

/** Cumulated shares of levels 1 to 8. */
const LEVELS = [0.04, 0.09, 0.17, 0.31, 0.52, 0.73, 0.91, 1];
const levelOf = (part) => 1 + LEVELS.findIndex((share) => part < share);
const PHRASES =
  `I found it at once|the filter loses my choice|delivery took two days longer|어디를 눌러야 할지 몰랐어요
배송이 생각보다 빨랐어요|the price was not what the mail said|everybody was friendly|결제가 한 번에 되지 않았어요
the manual is only in one language|사진과 색이 달라요|nothing to complain about|I had to type my address again
too many questions|the search understood me|설명이 자세해서 좋았어요|would buy again`.split(
    /[|\n]/,
  );
/** In very few comments. */
export const RARE_WORD = 'hologram';

const commentOf = (random) => {
  const some = Array.from({ length: 3 }, () => PHRASES[Math.floor(random() * PHRASES.length)]);
  return [...some, ...(random() < 0.0001 ? [RARE_WORD] : [])].join(', ');
};

/** Two visits in five are of somebody new; the others of somebody who came before, mostly not long ago. */
const NEW_IN_FIVE = 2;
/** Every so many visits, one is of a device that stands in a shop and that many people use. */
const KIOSK_EVERY = 5_003;
const KIOSKS = 8;

/**
 * The visits of `count` in a fixed order in time, from `begin` to `end`, day by day (UTC).
 * Yields one array per day; `number` counts from 1, as the collector numbers visits and visitors.
 */
export function* daysOf({ count, begin, end, seed = 1 }) {
  const random = randomOf(seed);
  const made = [0];
  let number = 0;
  for (let day = Math.floor(begin / DAY_MS); day * DAY_MS < end; day += 1) {
    const from = Math.max(begin, day * DAY_MS);
    const to = Math.min(end, (day + 1) * DAY_MS);
    const until = Math.round((count * (to - begin)) / (end - begin));
    const n = until - number;
    const visits = [];
    for (let i = 0; i < n; i += 1) {
      number += 1;
      const visitor = visitorOf(number, made.length - 1, random);
      const part = (i + random()) / n;
      const stage = Math.floor(random() ** 1.6 * STAGES.length);
      const asked = number % 4 === 0;
      const bought = random() < 0.1;
      visits.push({
        number,
        visitor,
        // quiet nights
        start: Math.floor(from + (part - 0.12 * Math.sin(2 * Math.PI * part)) * (to - from)),
        mix: 1 + Math.floor(random() * 65_535),
        stage,
        standing: random() < (stage < 3 ? 0.85 : 0.1) ? 0 : 1,
        crowd: Math.floor(random() ** 1.5 * CROWDS.length),
        level: levelOf(random()),
        seq: made[visitor] ?? 0,
        asked,
        bought,
        comment: random() < 0.05 ? commentOf(random) : null,
      });
      made[visitor] = (made[visitor] ?? 0) + 11 + (asked ? 3 : 0) + (bought ? 1 : 0);
    }
    yield { day, visits };
  }
}

function visitorOf(number, known, random) {
  if (number % 5 < NEW_IN_FIVE || known < KIOSKS) return known + 1;
  if (number % KIOSK_EVERY === 0) return 1 + (Math.floor(number / KIOSK_EVERY) % KIOSKS);
  return known - Math.floor(random() ** 3 * known);
}
