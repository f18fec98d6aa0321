import type { Standing } from '@wayfelt/protocol';
import type { Sink } from './visitor.js';

/** What truly happened at one touchpoint to one standing, the silent included. */
export interface PlaceTally {
  stage: string;
  touchpoint: string;
  standing: Standing;
  met: number;
  shown: number;
  seen: number;
  /** `[level - 1] → n`, of everyone who met it. */
  felt: number[];
  /** Of everyone who saw the question. */
  feltBySeers: number[];
  /** What was answered: what a report may know. */
  answered: number[];
}

export interface Tally {
  visitors: number;
  places: PlaceTally[];
  outcomes: { [outcome: string]: number };
}

const eight = (): number[] => [0, 0, 0, 0, 0, 0, 0, 0];

const bump = (levels: number[], level: number): void => {
  levels[level - 1] = (levels[level - 1] ?? 0) + 1;
};

/** Counts the truth while visitors live. */
export function createTally(): Sink & { result(): Tally } {
  const places = new Map<string, PlaceTally>();
  const outcomes: Tally['outcomes'] = {};
  let visitors = 0;
  return {
    visitor() {
      visitors += 1;
    },
    stage() {
      // Stage visits are counted by the collector; the truth about feelings is at touchpoints.
    },
    meeting({ touchpoint, standing, level, claimed, question }) {
      const key = `${standing} ${touchpoint.id}`;
      let place = places.get(key);
      if (!place) {
        place = {
          stage: touchpoint.stage,
          touchpoint: touchpoint.id,
          standing,
          met: 0,
          shown: 0,
          seen: 0,
          felt: eight(),
          feltBySeers: eight(),
          answered: eight(),
        };
        places.set(key, place);
      }
      place.met += 1;
      bump(place.felt, level);
      if (question === 'not-asked') return;
      place.shown += 1;
      if (question === 'shown') return;
      place.seen += 1;
      bump(place.feltBySeers, level);
      if (question === 'answered') bump(place.answered, claimed);
    },
    outcome(outcome) {
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    },
    result: () => ({
      visitors,
      places: [...places.values()].sort(
        (a, b) => compareText(a.touchpoint, b.touchpoint) || compareText(a.standing, b.standing),
      ),
      outcomes: Object.fromEntries(Object.entries(outcomes).sort(([a], [b]) => compareText(a, b))),
    }),
  };
}

/** By code units: the same in every locale. */
const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
