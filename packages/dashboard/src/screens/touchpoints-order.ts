import type { PlaceFigures, Report } from '@wayfelt/report';

export const ORDERS = ['pain', 'worst', 'best', 'steps', 'answers'] as const;
export type Order = (typeof ORDERS)[number];

export type Ranked = Report['ranking']['worst'][number];

/** A touchpoint of the list; `ranked` where it has enough answers to be ranked. */
export interface Listed {
  place: PlaceFigures;
  ranked?: Ranked;
}

/** Touchpoints in an order; those with too few answers apart, except where the order is that of the path. */
export const arrange = (report: Report, order: Order): { list: Listed[]; few: Listed[] } => {
  const { worst, best, mostPain } = report.ranking;
  const rankedOf = new Map(worst.map((ranked) => [keyOf(ranked), ranked]));
  const all = report.touchpoints.map((place): Listed => {
    const ranked = rankedOf.get(keyOf(place));
    return ranked ? { place, ranked } : { place };
  });
  if (order === 'steps') return { list: all.sort(byPath(report)), few: [] };
  const few = all.filter(({ ranked }) => !ranked).sort(byAnswers);
  if (order === 'answers') return { list: all.filter(({ ranked }) => ranked).sort(byAnswers), few };
  const places = new Map(all.map((listed) => [keyOf(listed.place), listed]));
  const inOrder = {
    worst,
    best: best.flatMap((index) => worst[index] ?? []),
    pain: mostPain.flatMap((index) => worst[index] ?? []),
  }[order];
  return { list: inOrder.flatMap((ranked) => places.get(keyOf(ranked)) ?? []), few };
};

const keyOf = ({ stage = '', touchpoint = '' }: { stage?: string; touchpoint?: string }): string =>
  `${stage} ${touchpoint}`;

const byAnswers = (a: Listed, b: Listed): number => b.place.felt.all.n - a.place.felt.all.n;

/** In the journey's order, and under each stage by path: a step stands under the one it belongs to. */
const byPath = ({ stages }: Report): ((a: Listed, b: Listed) => number) => {
  const order = new Map(stages.map(({ stage }, index) => [stage, index]));
  const at = ({ place }: Listed): number => order.get(place.stage) ?? stages.length;
  return (a, b) =>
    at(a) - at(b) || (a.place.touchpoint ?? '').localeCompare(b.place.touchpoint ?? '');
};
