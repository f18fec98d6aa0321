import { NINE_STAGES } from '@wayfelt/protocol';
import { phi } from './normal.js';
import { between, drawNormal, mulberry32 } from './random.js';

/** Between the levels of a latent feeling: below the first is level 1, above the last level 8. */
export const CUTS = [-2, -1.4, -0.8, -0.2, 0.5, 1.2, 2] as const;

/** Spread of temper between visitors, and of touchpoints within a stage. */
export const TEMPER_SD = 0.6;
const TOUCHPOINT_SD = 0.35;

/** The world is the same for every seed of visitors: a team's site does not change because others visit it. */
const WORLD_SEED = 20_101_016;

export type StageId = (typeof NINE_STAGES)[number];

/** A planted truth that a report should find, or should not be fooled by. */
export type Planted = 'pain' | 'delight' | 'offer' | 'decoy' | 'rare' | 'moment-of-truth';

export interface Touchpoint {
  id: string;
  stage: StageId;
  /** Shift of the latent feeling. */
  delta: number;
  /** P(a visitor in this stage meets it); rare ones have `answers` instead. */
  exposure: number;
  /** Expected number of answers over the whole period, whatever the number of visitors. */
  answers?: number;
  /** P(asked | met). */
  asked: number;
  planted?: Planted;
  /** The latent feeling shifts by so much from this week on (0 is the first). */
  change?: { week: number; by: number };
}

export interface StageTruth {
  id: StageId;
  /** Mean of the latent feeling. */
  mean: number;
  touchpoints: Touchpoint[];
}

/** The nine stages: how many touchpoints each has, and how it feels. */
const STAGES: readonly { id: StageId; touchpoints: number; mean: number }[] = [
  { id: 'awareness', touchpoints: 8, mean: 0.15 },
  { id: 'search', touchpoints: 14, mean: 0.3 },
  { id: 'consideration', touchpoints: 12, mean: 0.1 },
  { id: 'purchase', touchpoints: 16, mean: 0.25 },
  { id: 'delivery', touchpoints: 12, mean: -0.1 },
  { id: 'installation', touchpoints: 10, mean: -0.25 },
  { id: 'use', touchpoints: 14, mean: 0.55 },
  { id: 'after-service', touchpoints: 10, mean: -0.05 },
  { id: 'disposal', touchpoints: 4, mean: -0.15 },
];

/** P(going on to the next stage). */
export const GO_ON = {
  search: 0.62,
  consideration: 0.45,
  installation: 0.7,
  afterService: 0.25,
  disposal: 0.06,
} as const;

/** The touchpoint whose rating decides about the purchase. */
export const MOMENT_OF_TRUTH = 'consideration/price-reveal';
/** Met by every owner before anything needs repair, and by everyone whose thing does. */
export const USE_SURVEY = 'use/everyday';
export const REPAIR = 'after-service/repair-visit';

type Named = Partial<Omit<Touchpoint, 'stage'>> & { id: string };

const everybody = { exposure: 1, asked: 1, delta: 0 };
const plain = { exposure: 0.5, asked: 0.5 };
const painful = { ...plain, asked: 1, delta: -1.2, planted: 'pain' } as const;

/** The named touchpoints; the rest of each stage is `stage/step-n`. */
const NAMED: Partial<Record<StageId, Named[]>> = {
  awareness: [{ id: 'awareness/friend-tells', ...plain, delta: 1, planted: 'delight' }],
  search: [{ id: 'search/results/filter', ...painful }],
  consideration: [{ id: MOMENT_OF_TRUTH, ...everybody, planted: 'moment-of-truth' }],
  purchase: [
    { id: 'purchase/checkout', ...everybody, change: { week: 18, by: 0.5 } },
    { id: 'purchase/sign-up-form', ...painful, exposure: 0.8 },
  ],
  delivery: [{ id: 'delivery/tracking', ...everybody, change: { week: 14, by: -0.8 } }],
  installation: [{ id: 'installation/manual', ...painful, exposure: 0.8 }],
  use: [
    { id: USE_SURVEY, ...everybody },
    { id: 'use/first-success', ...plain, delta: 1, planted: 'delight' },
    { id: 'use/offer-mail', delta: -1.3, exposure: 0, answers: 4, asked: 1, planted: 'offer' },
  ],
  'after-service': [{ id: REPAIR, ...everybody }],
};

/** Every fifth touchpoint hardly anybody meets: five of these twenty are decoys without any shift. */
const RARE: Partial<Record<StageId, number>> = {
  awareness: 1,
  search: 4,
  consideration: 3,
  purchase: 4,
  delivery: 2,
  installation: 1,
  use: 2,
  'after-service': 2,
};
const DECOYS = 5;
/** The offer mail is the twentieth. */
const RARE_ANSWERS = { decoy: 3, rare: 4 } as const;

/** 100 touchpoints, as Avis counted in one rental; the same whatever the seed of the visitors. */
export function makeWorld(): StageTruth[] {
  const random = mulberry32(WORLD_SEED);
  let rareSoFar = 0;
  return STAGES.map(({ id: stage, mean, touchpoints: count }) => {
    const named = NAMED[stage] ?? [];
    const rare = RARE[stage] ?? 0;
    const touchpoints = Array.from({ length: count }, (_, index): Touchpoint => {
      const delta = TOUCHPOINT_SD * drawNormal(random);
      const exposure = between(0.15, 0.6, random());
      const given = named[index];
      const usual = { id: `${stage}/step-${index + 1}`, stage, delta, exposure, asked: 0.3 };
      if (given) return { ...usual, ...given };
      if (index < count - rare) return usual;
      const planted = rareSoFar++ < DECOYS ? 'decoy' : 'rare';
      const shift = planted === 'decoy' ? 0 : delta;
      return {
        ...usual,
        delta: shift,
        exposure: 0,
        answers: RARE_ANSWERS[planted],
        asked: 1,
        planted,
      };
    });
    return { id: stage, mean, touchpoints };
  });
}

/** The level of a latent feeling, 1 to 8. */
export function levelOfFeeling(feeling: number): number {
  let level = 1;
  for (const cut of CUTS) if (feeling >= cut) level += 1;
  return level;
}

/** Exact P(level), `[level - 1]`, for latent feelings ~ N(mean, variance): Φ((c − m)/√v). */
export function levelProbabilities(mean: number, variance: number = 1 + TEMPER_SD ** 2): number[] {
  const below = [...CUTS.map((cut) => phi((cut - mean) / Math.sqrt(variance))), 1];
  return below.map((value, index) => value - (below[index - 1] ?? 0));
}
