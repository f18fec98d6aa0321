import type { Device, Standing } from '@wayfelt/protocol';
import {
  ANSWERS_OF,
  DAY_MS,
  NONRESPONSE,
  OWNERS_AHEAD,
  PRESSURE,
  REACTIONS,
  SEEN,
  WEEK_MS,
  WEEKS,
} from './options.js';
import { probabilityOfBuying, type Plan } from './plan.js';
import { between, drawNormal, pick, streamOf, type Random } from './random.js';
import {
  GO_ON,
  levelOfFeeling,
  MOMENT_OF_TRUTH,
  REPAIR,
  TEMPER_SD,
  type StageId,
  type Touchpoint,
} from './world.js';

/** What is known of a visitor before anything happens. */
export interface Traits {
  visitor: number;
  device: Device;
  source: string;
  locale: 'en' | 'ko';
  /** How much the visitor wishes to buy, standard normal; never on the wire. */
  wish: number;
}

/** One touchpoint was met: how it truly felt, and what came of the question. */
export interface Meeting {
  touchpoint: Touchpoint;
  standing: Standing;
  at: number;
  /** What was truly felt, also by those who stay silent. */
  level: number;
  /** What an answer says: differs from `level` where levels 3 and 2 claim a count. */
  claimed: number;
  question: 'not-asked' | 'shown' | 'seen' | 'answered';
  /** 0 to 1, decides how an unanswered question ended. */
  ending: number;
}

/** Where everything that happens to a visitor goes, in the order of time. */
export interface Sink {
  visitor(traits: Traits): void;
  stage(stage: StageId, standing: Standing, at: number, dwellMs: number): void;
  meeting(meeting: Meeting): void;
  outcome(outcome: string, standing: Standing, at: number): void;
}

const DEVICES = ['phone', 'tablet', 'desktop'] as const;
const SOURCES = ['search', 'direct', 'social', 'referral', 'email'] as const;
const POSITIVE = { outcomes: ['repurchase', 'spend-more'], weights: [0.58, 0.29] } as const;
const NEGATIVE = ['buy-elsewhere', 'cancel', 'leave', 'spend-less'] as const;

/** Days between the end of one stage and the next. */
const DAYS_BEFORE: Record<StageId, readonly [number, number]> = {
  awareness: [0, 0],
  search: [0.1, 3],
  consideration: [0.3, 4],
  purchase: [0.1, 2],
  delivery: [1, 4],
  installation: [0.5, 2],
  use: [3, 14],
  'after-service': [7, 30],
  disposal: [10, 40],
};

interface Life {
  plan: Plan;
  sink: Sink;
  random: Random;
  at: number;
  standing: Standing;
  temper: number;
  /** When questions were shown. */
  shown: number[];
  /** Touchpoints that felt bad before. */
  hurt: Set<string>;
}

/**
 * Lives one visitor's journey. Who decides to buy gets a temper drawn anew: buyers would else be the happier ones, and
 * the exact probabilities of the later stages would not hold for those who get there.
 */
export function live(plan: Plan, visitor: number, sink: Sink): void {
  const { options } = plan;
  const random = streamOf(options.seed, visitor);
  const temper = TEMPER_SD * drawNormal(random);
  const wish = drawNormal(random);
  const traits: Traits = {
    visitor,
    wish,
    device: DEVICES[pick([0.6, 0.1], random())] ?? 'desktop',
    source: SOURCES[pick([0.4, 0.25, 0.15, 0.12], random())] ?? 'email',
    locale: random() < 0.6 ? 'ko' : 'en',
  };
  const begin = options.until - WEEKS * WEEK_MS;
  const life: Life = {
    plan,
    sink,
    random,
    at: Math.floor(begin + random() * (options.until - begin)),
    standing: 'prospect',
    temper: temper + options.confounding * wish,
    shown: [],
    hurt: new Set(),
  };
  sink.visitor(traits);
  if (random() < options.owners) life.temper = TEMPER_SD * drawNormal(random);
  else if (!buy(life, wish)) return;
  life.standing = 'customer';
  own(life);
  if (random() < options.returning) lookAgain(life);
}

/** From the first glance to the purchase; false for most. */
function buy(life: Life, wish: number): boolean {
  const { random } = life;
  visit(life, 'awareness');
  if (random() >= GO_ON.search) return false;
  visit(life, 'search');
  if (random() >= GO_ON.consideration) return false;
  const price = visit(life, 'consideration').get(MOMENT_OF_TRUTH) ?? 4;
  if (random() >= probabilityOfBuying(price, wish)) return false;
  life.temper = TEMPER_SD * drawNormal(random);
  visit(life, 'purchase');
  happen(life, 'purchase');
  return true;
}

function own(life: Life): void {
  const { random } = life;
  visit(life, 'delivery');
  if (random() < GO_ON.installation) visit(life, 'installation');
  for (;;) {
    visit(life, 'use');
    if (random() >= GO_ON.afterService) return;
    react(life, visit(life, 'after-service').get(REPAIR) ?? 4);
    if (random() < GO_ON.disposal) {
      visit(life, 'disposal');
      return;
    }
  }
}

function lookAgain(life: Life): void {
  life.at += Math.floor(DAY_MS * between(20, 60, life.random()));
  visit(life, 'awareness');
  if (life.random() >= GO_ON.search) return;
  visit(life, 'search', OWNERS_AHEAD.search);
  if (life.random() < GO_ON.consideration) visit(life, 'consideration');
}

/** McKinsey's two arms: what people did within days of the repair. */
function react(life: Life, level: number): void {
  const { random, plan } = life;
  const [what, when] = [random(), random()];
  const outcome = reactionTo(level, what, REACTIONS[plan.options.reactions].negative);
  if (outcome === undefined) return;
  const before = life.at;
  life.at += Math.floor(DAY_MS * between(0.5, 9, when));
  happen(life, outcome);
  life.at = before;
}

export function reactionTo(
  level: number,
  at: number,
  negative: readonly number[],
): string | undefined {
  if (level > 4) return POSITIVE.outcomes[pick(POSITIVE.weights, at)];
  if (level < 4) return NEGATIVE[pick(negative, at)];
  // The indifferent are not in the study: some of each, most do nothing.
  return at < 0.15 ? 'repurchase' : at < 0.3 ? 'leave' : undefined;
}

function happen({ sink, standing, at, plan }: Life, outcome: string): void {
  if (at < plan.options.until) sink.outcome(outcome, standing, at);
}

/** One visit of a stage; returns the level of every touchpoint that was met. */
function visit(life: Life, stage: StageId, ahead = 0): Map<string, number> {
  const { random, plan, sink } = life;
  const [low, high] = DAYS_BEFORE[stage];
  life.at += Math.floor(DAY_MS * between(low, high, random()));
  const dwellMs = Math.floor(Math.exp(between(8.5, 12.5, random())));
  const { mean, touchpoints } = plan.stages[stage];
  const felt = new Map<string, number>();
  if (life.at < plan.options.until) sink.stage(stage, life.standing, life.at, dwellMs);
  for (const touchpoint of touchpoints) {
    if (random() >= touchpoint.exposure) continue;
    life.at += Math.floor(between(20_000, 90_000, random()));
    felt.set(touchpoint.id, meet(life, touchpoint, mean + ahead));
  }
  return felt;
}

/** Always the same number of draws, whatever comes of it. */
function meet(life: Life, touchpoint: Touchpoint, mean: number): number {
  const { random, at, plan, standing } = life;
  const { options } = plan;
  const noise = drawNormal(random);
  const [asked, seen, answers, ending, wrong] = [random(), random(), random(), random(), random()];
  const before = options.pressure ? questionsWithinWeek(life) : 0;
  const feeling =
    mean +
    touchpoint.delta +
    life.temper +
    changeAt(plan, touchpoint, at) +
    before * PRESSURE.feeling +
    noise;
  const level = levelOfFeeling(feeling);
  const claimed = claimOf(life, touchpoint.id, level, wrong);
  if (level < 4) life.hurt.add(touchpoint.id);
  const speaks =
    (NONRESPONSE[options.nonresponse][level - 1] ?? 0) *
    ANSWERS_OF[standing] *
    PRESSURE.answering ** before;
  let question: Meeting['question'] = 'not-asked';
  if (asked < touchpoint.asked) {
    life.shown.push(at);
    question = 'shown';
    if (seen < SEEN) question = answers < speaks / SEEN ? 'answered' : 'seen';
  }
  if (at < options.until)
    life.sink.meeting({ touchpoint, standing, at, level, claimed, question, ending });
  return level;
}

const questionsWithinWeek = ({ shown, at }: Life): number =>
  shown.reduce((count, when) => count + (at - when < PRESSURE.withinMs ? 1 : 0), 0);

function changeAt({ options }: Plan, { change }: Touchpoint, at: number): number {
  if (!options.changes || !change) return 0;
  const week = Math.floor((at - (options.until - WEEKS * WEEK_MS)) / WEEK_MS);
  return week >= change.week ? change.by : 0;
}

/** "About once" becomes "twice or more" for who was hurt here before; a tenth claim wrongly, either way. */
function claimOf({ plan, hurt }: Life, touchpoint: string, level: number, wrong: number): number {
  if (!plan.options.repeats || level !== 3) return level;
  return hurt.has(touchpoint) === wrong >= 0.1 ? 2 : 3;
}
