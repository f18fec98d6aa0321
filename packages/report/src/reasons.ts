import type { Standing } from '@wayfelt/protocol';
import type { ReasonCounts } from './counts.js';
import { shareOf, type Share } from './estimate.js';
import { placeKey } from './place.js';

/** Why it felt so, as far as chips say: at one touchpoint, of everyone or of one standing. */
export interface ReasonFigures {
  stage: string;
  touchpoint: string;
  standing: Standing | 'all';
  /** Answers, and those of them with at least one chip: the n of the shares. */
  answers: number;
  n: number;
  /** Most frequent first. Shares add up to more than 1 where answers have several chips. */
  reasons: {
    reason: string;
    /** Of the answers with chips, those with this one. */
    share: Share;
    /** Of the answers with this chip, the negative ones. */
    negative: Share;
  }[];
}

/** Shares with Wilson's interval, an answer counted once for each of its chips; touchpoints with most chips first. */
export function reasonsOf(rows: readonly ReasonCounts[]): ReasonFigures[] {
  const places = new Map<string, ReasonCounts[]>();
  for (const row of rows) {
    const key = placeKey(row.stage, row.touchpoint);
    places.set(key, [...(places.get(key) ?? []), row]);
  }
  return [...places.values()]
    .flatMap((some) => [
      figuresOf(some, 'all'),
      ...(['prospect', 'customer'] as const).map((standing) =>
        figuresOf(
          some.filter((row) => row.standing === standing),
          standing,
        ),
      ),
    ])
    .filter(({ n }) => n > 0);
}

function figuresOf(
  rows: readonly ReasonCounts[],
  standing: ReasonFigures['standing'],
): ReasonFigures {
  const n = rows.reduce((sum, { withReasons }) => sum + withReasons, 0);
  const names = [...new Set(rows.flatMap(({ reasons }) => Object.keys(reasons)))];
  const sum = (reason: string, what: 'count' | 'negative'): number =>
    rows.reduce((all, { reasons }) => all + (reasons[reason]?.[what] ?? 0), 0);
  return {
    stage: rows[0]?.stage ?? '',
    touchpoint: rows[0]?.touchpoint ?? '',
    standing,
    answers: rows.reduce((all, { answers }) => all + answers, 0),
    n,
    reasons: names
      .map((reason) => {
        const count = sum(reason, 'count');
        return {
          reason,
          share: shareOf(count, n),
          negative: shareOf(sum(reason, 'negative'), count),
        };
      })
      .sort((a, b) => b.share.count - a.share.count || (a.reason < b.reason ? -1 : 1)),
  };
}
