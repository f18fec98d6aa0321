import { expectNormal } from './normal.js';
import { NONRESPONSE, OWNERS_AHEAD, REACTIONS, type SimulationOptions } from './options.js';
import { meanAt, probabilityOfBuying, varianceOf, type Plan } from './plan.js';
import { levelProbabilities, MOMENT_OF_TRUTH, REPAIR, TEMPER_SD, USE_SURVEY } from './world.js';

/** A distribution over the eight levels in its shares; rounded, so that every engine writes the same digits. */
export interface Distribution {
  levels: number[];
  positive: number;
  indifferent: number;
  negative: number;
  emotional: number;
  net: number;
}

const round = (value: number): number => Math.round(value * 1e9) / 1e9;
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

export function distributionOf(levels: readonly number[]): Distribution {
  const positive = sum(levels.slice(4));
  const negative = sum(levels.slice(0, 3));
  return {
    levels: levels.map(round),
    positive: round(positive),
    indifferent: round(levels[3] ?? 0),
    negative: round(negative),
    emotional: round(sum(levels.slice(6))),
    net: round(positive - negative),
  };
}

/** What answers look like, when each level speaks with its own probability. */
export function answeredDistribution(
  levels: readonly number[],
  nonresponse: SimulationOptions['nonresponse'],
): Distribution {
  const speaking = levels.map((p, index) => p * (NONRESPONSE[nonresponse][index] ?? 0));
  return distributionOf(speaking.map((p) => p / sum(speaking)));
}

/**
 * The exact probabilities behind the simulation, without the pull of contact pressure and before anything changes.
 */
export function populationOf(plan: Plan) {
  const { options, stages } = plan;
  const of = (stage: keyof Plan['stages'], delta: number, ahead = 0) => {
    const variance = varianceOf(stage, ahead === 0 ? options.confounding : 0);
    return levelProbabilities(stages[stage].mean + delta + ahead, variance);
  };
  const price = plan.touchpoints.find(({ id }) => id === MOMENT_OF_TRUTH);
  const shift = price?.delta ?? 0;
  return {
    stages: Object.values(stages).map(({ id, mean }) => ({
      stage: id,
      mean,
      felt: distributionOf(of(id, 0)),
    })),
    ownersLookingAgain: { search: distributionOf(of('search', 0, OWNERS_AHEAD.search)) },
    touchpoints: plan.touchpoints.map(({ id, stage, delta, planted, change, asked, exposure }) => {
      const levels = of(stage, delta);
      return {
        touchpoint: id,
        stage,
        delta: round(delta),
        exposure: round(exposure),
        asked,
        ...(planted ? { planted } : {}),
        ...(options.changes && change
          ? { change: { ...change, felt: distributionOf(of(stage, delta + change.by)) } }
          : {}),
        felt: distributionOf(levels),
        answered: answeredDistribution(levels, options.nonresponse),
      };
    }),
    purchase: purchaseTruth(meanAt(stages.consideration, { delta: shift }), options.confounding),
    reactions: reactionTruth(plan),
  };
}

/** P(purchase), and the ratio that liking the price causes: P(buy | do(5–8)) / P(buy | do(1–3)). */
export function purchaseTruth(mean: number, confounding: number) {
  const marginal = levelProbabilities(mean, varianceOf('consideration', confounding));
  const forced = marginal.map((_, index) =>
    expectNormal((wish) => probabilityOfBuying(index + 1, wish)),
  );
  const joint = marginal.map((_, index) =>
    expectNormal(
      (wish) =>
        (levelProbabilities(mean + confounding * wish)[index] ?? 0) *
        probabilityOfBuying(index + 1, wish),
    ),
  );
  const rate = (values: readonly number[], from: number, to: number): number =>
    sum(values.slice(from - 1, to)) / sum(marginal.slice(from - 1, to));
  const weighted = forced.map((p, index) => p * (marginal[index] ?? 0));
  return {
    touchpoint: MOMENT_OF_TRUTH,
    rate: round(sum(joint)),
    causalRatio: round(rate(weighted, 5, 8) / rate(weighted, 1, 3)),
    crudeRatio: round(rate(joint, 5, 8) / rate(joint, 1, 3)),
    byLevel: joint.map((p, index) => round(p / (marginal[index] ?? 1))),
  };
}

/** What people did after the repair, and what those who then left had said of everyday use. */
function reactionTruth({ options, stages, touchpoints }: Plan) {
  const meanOf = (id: string): number => {
    const touchpoint = touchpoints.find((one) => one.id === id);
    return touchpoint ? meanAt(stages[touchpoint.stage], touchpoint) : 0;
  };
  const leaves = sum(REACTIONS[options.reactions].negative);
  const given = (temper: number) => ({
    positive: sum(levelProbabilities(meanOf(USE_SURVEY) + temper, 1).slice(4)),
    left: leaving(levelProbabilities(meanOf(REPAIR) + temper, 1), leaves),
  });
  const left = expectNormal((x) => given(TEMPER_SD * x).left);
  const both = expectNormal((x) => given(TEMPER_SD * x).left * given(TEMPER_SD * x).positive);
  return {
    touchpoint: REPAIR,
    afterPositive: 0.87,
    afterNegative: round(leaves),
    satisfied: {
      survey: USE_SURVEY,
      ofThoseWhoLeft: round(both / left),
      ofAll: round(expectNormal((x) => given(TEMPER_SD * x).positive)),
    },
  };
}

const leaving = (levels: readonly number[], leaves: number): number =>
  sum(levels.slice(0, 3)) * leaves + (levels[3] ?? 0) * 0.15;
