import type { PlaceFigures, Report } from '@wayfelt/report';

export const ORDERS = ['pain', 'steps', 'answers', 'prospects'] as const;
export type Order = (typeof ORDERS)[number];

/** Touchpoints in an order; those with too few answers apart, except where the order is that of the path. */
export const arrange = (
  report: Report,
  order: Order,
): { ranked: PlaceFigures[]; few: PlaceFigures[] } => {
  const all = [...report.touchpoints];
  if (order === 'steps') return { ranked: all.sort(byPath(report)), few: [] };
  const ranked = all.filter(({ felt }) => felt.all.positive.shown);
  const few = all.filter(({ felt }) => !felt.all.positive.shown).sort(by(answers));
  if (order === 'answers') return { ranked: ranked.sort(by(answers)), few };
  if (order === 'prospects') return { ranked: ranked.sort(by(prospects)), few };
  return { ranked: ranked.sort(by(certainPain)), few };
};

const answers = ({ felt }: PlaceFigures): number => felt.all.n;
const prospects = ({ funnel }: PlaceFigures): number => funnel.prospects.met;
const certainPain = ({ felt }: PlaceFigures): number => felt.all.negative.low ?? 0;

const by =
  (measure: (place: PlaceFigures) => number) =>
  (a: PlaceFigures, b: PlaceFigures): number =>
    measure(b) - measure(a);

/** In the journey's order, and under each stage by path: a step stands under the one it belongs to. */
const byPath = ({ stages }: Report): ((a: PlaceFigures, b: PlaceFigures) => number) => {
  const place = new Map(stages.map(({ stage }, index) => [stage, index]));
  const at = ({ stage }: PlaceFigures): number => place.get(stage) ?? stages.length;
  return (a, b) => at(a) - at(b) || (a.touchpoint ?? '').localeCompare(b.touchpoint ?? '');
};
