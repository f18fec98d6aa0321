import type { Belief } from '@wayfelt/protocol';
import type { Plan } from './plan.js';
import { between, mulberry32 } from './random.js';
import { MOMENT_OF_TRUTH, REPAIR, USE_SURVEY } from './world.js';

/** What a hopeful team wrote down before it looked: P(positive) per touchpoint. */
export interface TouchpointBeliefs {
  touchpoint: string;
  stage: string;
  beliefs: Belief[];
}

const TEAM = ['Dana', 'Haneul', 'Minseo', 'Oskar', 'Yuna'] as const;
const ABOUT = [
  'awareness/friend-tells',
  'search/results/filter',
  MOMENT_OF_TRUTH,
  'purchase/checkout',
  'delivery/tracking',
  'installation/manual',
  USE_SURVEY,
  REPAIR,
] as const;

/** Four in five, give or take: as companies believe of themselves (Bain 2005). */
export function makeBeliefs({ touchpoints, options }: Plan): TouchpointBeliefs[] {
  const random = mulberry32(options.seed ^ 0xbe11ef);
  return touchpoints
    .filter(({ id }) => (ABOUT as readonly string[]).includes(id))
    .map(({ id, stage }) => ({
      touchpoint: id,
      stage,
      beliefs: TEAM.map((by) => ({
        share: Math.round(between(0.7, 0.9, random()) * 100) / 100,
        by,
        at: options.until - 200 * 86_400_000,
      })),
    }));
}
