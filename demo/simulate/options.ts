/** Who answers, by level 1 to 8: P(answered | asked). */
export const NONRESPONSE = {
  /** Silence says nothing. */
  mcar: [0.12, 0.12, 0.12, 0.12, 0.12, 0.12, 0.12, 0.12],
  /** The extremes speak (Hu, Pavlou & Zhang 2009). */
  j: [0.3, 0.22, 0.14, 0.06, 0.08, 0.12, 0.18, 0.28],
  /** The unhappy leave without a word (Chen, Zheng & Ceran). */
  'silent-unhappy': [0.06, 0.06, 0.06, 0.23, 0.32, 0.32, 0.32, 0.32],
  /** The unhappy shout. */
  'vocal-unhappy': [0.3, 0.24, 0.18, 0.06, 0.06, 0.07, 0.08, 0.1],
} as const;

export type Nonresponse = keyof typeof NONRESPONSE;

/** What people did after the repair, as McKinsey counted it; the rest of each did nothing. */
export const REACTIONS = {
  /** 87% and 72%, as the study is quoted and as its chart adds up. */
  chart: { negative: [0.23, 0.2, 0.15, 0.14] },
  /** 82%, as the deck prints it. */
  'seed-as-printed': {
    negative: [
      (0.82 * 0.23) / 0.72,
      (0.82 * 0.2) / 0.72,
      (0.82 * 0.15) / 0.72,
      (0.82 * 0.14) / 0.72,
    ],
  },
} as const;

/** What the simulated visitors are like. Everything has a default; the same options give the same bytes. */
export interface SimulationOptions {
  seed: number;
  visitors: number;
  /** The end of the 26 weeks, epoch milliseconds. */
  until: number;
  nonresponse: Nonresponse;
  reactions: keyof typeof REACTIONS;
  /** Confounding ρ: how much the wish to buy also brightens what is felt. */
  confounding: number;
  /** Share of visitors who bought elsewhere: they begin with the delivery, as customers. */
  owners: number;
  /** P(an owner comes back later and looks again, as a customer). */
  returning: number;
  /** Each further question within seven days darkens the next feeling and is answered less. */
  pressure: boolean;
  /** Level 3 becomes 2 where the visitor was unhappy here before, with a tenth of wrong claims. */
  repeats: boolean;
  /** The weeks in which a touchpoint changes. */
  changes: boolean;
  /** The stage means, planted shifts and touchpoint shifts all set to this one mean. */
  flatMean?: number;
}

export const WEEKS = 26;
export const DAY_MS = 86_400_000;
export const WEEK_MS = 7 * DAY_MS;

export const DEFAULT_OPTIONS: SimulationOptions = {
  seed: 1,
  visitors: 2_000,
  until: Date.UTC(2026, 0, 1),
  nonresponse: 'j',
  reactions: 'chart',
  confounding: 0,
  owners: 0,
  returning: 0,
  pressure: true,
  repeats: true,
  changes: true,
};

/** What the demo adds to the specification's visitors: customers, so that both can be seen side by side. */
export const DEMO_OPTIONS = { owners: 0.3, returning: 0.35 } as const;

/** Sizes S, M and L. */
export const SIZES = { S: 2_000, M: 50_000, L: 1_000_000 } as const;

/** Latent mean at which P(level 7 or 8) is .080, as in Bain's survey of customers. */
export const BAIN_MEAN = -0.4386;

/** Customers answer more, prospects less. */
export const ANSWERS_OF = { prospect: 0.7, customer: 1.3 } as const;

/** What one more question within a week does. */
export const PRESSURE = { withinMs: WEEK_MS, feeling: -0.15, answering: 0.8 } as const;

/** Owners who look again feel better in search: the difference between customers and prospects that is planted. */
export const OWNERS_AHEAD = { search: 0.5 } as const;

/** P(a question that was shown was also seen), whatever the level. */
export const SEEN = 0.85;
