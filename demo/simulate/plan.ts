import { expectNormal } from './normal.js';
import { ANSWERS_OF, NONRESPONSE, type SimulationOptions } from './options.js';
import {
  GO_ON,
  levelProbabilities,
  makeWorld,
  MOMENT_OF_TRUTH,
  TEMPER_SD,
  type StageId,
  type StageTruth,
  type Touchpoint,
} from './world.js';

/** Logit of the purchase: −2.2 + .45 (level − 4) + .9 wish. */
export const BUYING = { base: -2.2, perLevel: 0.45, perWish: 0.9 } as const;

/** The world as these visitors find it: rare touchpoints get the exposure that gives them their few answers. */
export interface Plan {
  options: SimulationOptions;
  stages: Record<StageId, StageTruth>;
  touchpoints: Touchpoint[];
  /** P(a visitor ever comes to a stage), times how often, without returning owners. */
  reach: Record<StageId, number>;
  /** P(purchase | at the price). */
  buying: number;
}

export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

export const probabilityOfBuying = (level: number, wish: number): number =>
  logistic(BUYING.base + BUYING.perLevel * (level - 4) + BUYING.perWish * wish);

/** The mean of the latent feeling at one touchpoint, before anything changes. */
export const meanAt = (stage: StageTruth, touchpoint: Pick<Touchpoint, 'delta'>): number =>
  stage.mean + touchpoint.delta;

export function makePlan(options: SimulationOptions): Plan {
  const world = makeWorld().map((stage) =>
    options.flatMean === undefined ? stage : flattened(stage, options.flatMean),
  );
  const stages = Object.fromEntries(world.map((stage) => [stage.id, stage])) as Plan['stages'];
  const price = stages.consideration.touchpoints.find(({ id }) => id === MOMENT_OF_TRUTH);
  const buying = price ? purchaseRate(meanAt(stages.consideration, price), options.confounding) : 0;
  const reach = reachOf(buying, options.owners);
  for (const stage of world)
    for (const touchpoint of stage.touchpoints)
      if (touchpoint.answers !== undefined)
        touchpoint.exposure = Math.min(
          1,
          touchpoint.answers /
            (options.visitors * reach[stage.id] * answering(stage, touchpoint, options)),
        );
  return {
    options,
    stages,
    touchpoints: world.flatMap((stage) => stage.touchpoints),
    reach,
    buying,
  };
}

const flattened = (stage: StageTruth, mean: number): StageTruth => ({
  ...stage,
  mean,
  touchpoints: stage.touchpoints.map(({ change: _none, ...touchpoint }) => ({
    ...touchpoint,
    delta: 0,
  })),
});

/** P(purchase | at the price), over all feelings and wishes. */
function purchaseRate(mean: number, confounding: number): number {
  return expectNormal((wish) =>
    levelProbabilities(mean + confounding * wish).reduce(
      (sum, p, index) => sum + p * probabilityOfBuying(index + 1, wish),
      0,
    ),
  );
}

function reachOf(buying: number, owners: number): Plan['reach'] {
  const awareness = 1 - owners;
  const consideration = awareness * GO_ON.search * GO_ON.consideration;
  const purchase = consideration * buying;
  const delivery = purchase + owners;
  // Use and after-service alternate: each use leads to a repair in one of four, each repair back to use in .94.
  const use = delivery / (1 - GO_ON.afterService * (1 - GO_ON.disposal));
  return {
    awareness,
    search: awareness * GO_ON.search,
    consideration,
    purchase,
    delivery,
    installation: delivery * GO_ON.installation,
    use,
    'after-service': use * GO_ON.afterService,
    disposal: use * GO_ON.afterService * GO_ON.disposal,
  };
}

/** P(answered | asked) at a touchpoint, over all levels. */
export function answering(
  stage: StageTruth,
  touchpoint: Touchpoint,
  { nonresponse, confounding }: SimulationOptions,
): number {
  const standing = isBeforePurchase(stage.id) ? 'prospect' : 'customer';
  const variance = varianceOf(stage.id, confounding);
  const speaks = NONRESPONSE[nonresponse];
  return levelProbabilities(meanAt(stage, touchpoint), variance).reduce(
    (sum, p, index) => sum + p * (speaks[index] ?? 0) * ANSWERS_OF[standing],
    0,
  );
}

/** What is felt before and in the purchase is felt as a prospect. */
export const isBeforePurchase = (stage: StageId): boolean =>
  stage === 'awareness' || stage === 'search' || stage === 'consideration' || stage === 'purchase';

/** The wish to buy brightens what is felt until the decision; after it, it is fulfilled. */
export const varianceOf = (stage: StageId, confounding: number): number =>
  1 + TEMPER_SD ** 2 + (isBeforePurchase(stage) && stage !== 'purchase' ? confounding ** 2 : 0);
