import type { LevelCounts, Standing } from '@wayfelt/protocol';
import type { Felt, PlaceFigures } from '@wayfelt/report';
import type { LineKind } from './mark.js';

export const MEASURES = ['positive', 'net', 'mean'] as const;
export type Measure = (typeof MEASURES)[number];

/** One stage of one line: nothing is drawn where `value` is null. */
export interface CurvePoint {
  value: number | null;
  low: number | null;
  high: number | null;
  n: number;
  /** Fewer than 30 answers: drawn hollow. */
  early: boolean;
  levels: LevelCounts;
}

export interface CurveLine {
  kind: LineKind;
  label: string;
  points: CurvePoint[];
}

export interface CurveStage {
  id: string;
  name: string;
  href: string;
  /** What a screen reader says of this stage. */
  spoken: string;
}

export interface CurveModel {
  stages: CurveStage[];
  lines: CurveLine[];
  /** Index of the stage in which a prospect becomes a customer; −1: not in this journey. */
  crossing: number;
  axis: Axis;
}

export interface Axis {
  from: number;
  to: number;
  ticks: { value: number; text: string; strong?: boolean }[];
}

/** The figure of one measure, whatever its type says. */
export const pointOf = (felt: Felt, measure: Measure): CurvePoint => {
  const { n, levels, enough } = felt;
  const early = enough === 'early';
  if (measure === 'positive') {
    const { share, low, high } = felt.positive;
    return { value: share, low, high, n, early, levels };
  }
  const { value, low, high } = measure === 'net' ? felt.net : felt.mean;
  return { value, low, high, n, early, levels };
};

/** The two standings, or the one that the filter leaves. */
export const standingsShown = (only: Standing | undefined): Standing[] =>
  only ? [only] : ['prospect', 'customer'];

export const feltFor = (place: PlaceFigures, standing: Standing | undefined): Felt => {
  if (standing === undefined) return place.felt.all;
  return standing === 'prospect' ? place.felt.prospects : place.felt.customers;
};

/** Prospects are always the first line, also when they are alone. */
export const lineOf = (standing: Standing): LineKind =>
  standing === 'prospect' ? 'first' : 'second';
