import {
  addLevels,
  noLevels,
  type ArrivedCounts,
  type GroupCounts,
  type Slice,
} from '@wayfelt/report';
import type { TrailStep } from './store.js';

/** How long somebody looked at a stage, in visits of it taken together; beside each, from how many milliseconds on. */
const DWELLS = [
  ['under-10s', 0],
  ['10s-30s', 10_000],
  ['30s-2m', 30_000],
  ['over-2m', 120_000],
] as const;

const dwellOf = (ms: number): string =>
  DWELLS.findLast(([, from]) => ms >= from)?.[0] ?? DWELLS[0][0];

/**
 * Visitors by how long they looked at a stage: who met it (or the touchpoint), and what those who rated said last.
 * Counted by visitor and stage, since only a visit of a stage has a length. `''`: no length is known.
 */
export function dwellGroups(
  trails: readonly (readonly TrailStep[])[],
  { touchpoint }: Pick<Slice, 'touchpoint'>,
): GroupCounts[] {
  const groups = new Map<string, GroupCounts>();
  for (const trail of trails) {
    const stays = new Map<string, TrailStep[]>();
    for (const step of trail) {
      if (!step.wanted) continue;
      const key = JSON.stringify([step.stage, step.standing]);
      stays.set(key, [...(stays.get(key) ?? []), step]);
    }
    for (const stay of stays.values()) {
      const here = stay.filter(
        (step) => touchpoint === undefined || step.touchpoint === touchpoint,
      );
      if (!here.some((step) => isMeeting(step, touchpoint !== undefined))) continue;
      const dwells = stay.flatMap(({ dwellMs }) => dwellMs ?? []);
      const value = dwells.length > 0 ? dwellOf(dwells.reduce((sum, ms) => sum + ms, 0)) : '';
      const standing = here[0]?.standing ?? 'prospect';
      const level = here.findLast((step) => step.level !== null)?.level;
      const said = noLevels();
      if (level) said[level - 1] = 1;
      const key = JSON.stringify([value, standing]);
      const group = groups.get(key);
      groups.set(key, {
        by: 'dwell',
        value,
        standing,
        met: (group?.met ?? 0) + 1,
        seen: (group?.seen ?? 0) + (here.some(isSeen) ? 1 : 0),
        levels: addLevels(group?.levels ?? [], said),
      });
    }
  }
  return [...groups.values()];
}

const isSeen = ({ type, event }: TrailStep): boolean => type === 'ask' && event === 'seen';

const isMeeting = ({ type, event, touchpoint }: TrailStep, deep: boolean): boolean =>
  type === 'visit' &&
  (event ?? (touchpoint === '' ? 'stage' : 'touchpoint')) === (deep ? 'touchpoint' : 'stage');

/**
 * What arrived from each place, and what did not: a gap in a browser's numbers lies between two records. Where both are
 * of one place, what is missing was (most likely) made there; where they are of two, it may have been made in either.
 */
export function arrivedCounts(
  trails: readonly (readonly TrailStep[])[],
  { touchpoint }: Pick<Slice, 'touchpoint'>,
): ArrivedCounts[] {
  const places = new Map<string, ArrivedCounts>();
  const placeOf = (step: TrailStep, deep: boolean): ArrivedCounts => {
    const key = JSON.stringify([step.stage, deep ? step.touchpoint : '']);
    const place = places.get(key) ?? {
      stage: step.stage,
      ...(deep ? { touchpoint: step.touchpoint } : {}),
      arrived: 0,
      missing: 0,
      perhaps: 0,
    };
    places.set(key, place);
    return place;
  };
  const counts = (step: TrailStep, deep: boolean): boolean =>
    step.wanted &&
    (deep
      ? step.touchpoint !== '' && (touchpoint === undefined || step.touchpoint === touchpoint)
      : touchpoint === undefined || step.touchpoint === touchpoint);
  for (const trail of trails) {
    const steps = trail
      .filter(({ seq }) => seq !== null)
      .toSorted((a, b) => (a.seq ?? 0) - (b.seq ?? 0));
    for (const [index, step] of steps.entries()) {
      const next = steps[index + 1];
      const gap = next ? Math.max(0, (next.seq ?? 0) - (step.seq ?? 0) - 1) : 0;
      for (const deep of [false, true]) {
        if (counts(step, deep)) placeOf(step, deep).arrived += 1;
        if (!next || gap === 0) continue;
        const ends = [step, next].filter((end) => counts(end, deep));
        const [one, other] = ends.map((end) => placeOf(end, deep));
        if (one && one === other) one.missing += gap;
        else for (const place of [one, other]) if (place) place.perhaps += gap;
      }
    }
  }
  return [...places.values()];
}
