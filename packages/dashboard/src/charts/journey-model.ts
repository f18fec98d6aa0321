import type { LevelCounts, Standing } from '@wayfelt/protocol';
import type { Felt, PlaceFigures } from '@wayfelt/report';
import type { Formats } from '../language.js';
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
  /** The value as it is written beside its mark; `''` where there is none. */
  text: string;
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

/** Whether any mark is drawn hollow. */
export const isEarly = ({ lines }: CurveModel): boolean =>
  lines.some(({ points }) => points.some(({ value, early }) => value !== null && early));

/** The figure of one measure, whatever its type says. */
export const pointOf = (felt: Felt, measure: Measure, formats: Formats): CurvePoint => {
  const { n, levels, enough } = felt;
  const { value, low, high } = measuredBy(felt, measure);
  const text = value === null ? '' : WRITTEN[measure](value, formats);
  return { value, low, high, n, early: enough === 'early', levels, text };
};

const measuredBy = (felt: Felt, measure: Measure): Pick<CurvePoint, 'value' | 'low' | 'high'> => {
  if (measure !== 'positive') return felt[measure];
  const { share, low, high } = felt.positive;
  return { value: share, low, high };
};

const WRITTEN: { [measure in Measure]: (value: number, formats: Formats) => string } = {
  positive: (value, { percent }) => percent(value),
  net: (value, { points }) => points(value),
  mean: (value, { level }) => level(value),
};

/** Nobody answered here. */
export const NO_POINT: CurvePoint = {
  value: null,
  low: null,
  high: null,
  n: 0,
  early: false,
  levels: [0, 0, 0, 0, 0, 0, 0, 0],
  text: '',
};

export const shareAxis = ({ percent }: Formats): Axis => ({
  from: 0,
  to: 1,
  ticks: [0, 0.25, 0.5, 0.75, 1].map((value) => ({ value, text: percent(value) })),
});

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
