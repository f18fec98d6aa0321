import { DEFAULT_SETTINGS, type LevelCounts } from '@wayfelt/protocol';
import { feltOf, noLevels, makeReport, type ReportSettings } from '@wayfelt/report';
import { describe, expect, it } from 'vitest';
import { BAIN_MEAN } from '../../demo/simulate/options.js';
import { USE_SURVEY, REPAIR } from '../../demo/simulate/world.js';
import { populationOf } from '../../demo/simulate/population.js';
import { gather, PLAIN, SEEDS } from './gather.js';
import { contains, createRate, say } from './rate.js';

const SLICE = { site: 'simulated', from: 0, to: 1 };
/** Twenty-five of the team, each of whom believes that four in five are delighted. */
const BAIN: ReportSettings = {
  ...DEFAULT_SETTINGS,
  touchpoints: [
    {
      id: 'awareness/friend-tells',
      stage: 'awareness',
      beliefs: Array.from({ length: 25 }, (_, index) => ({
        share: 0.8,
        of: 'emotional' as const,
        by: `member ${index + 1}`,
        at: 1,
      })),
    },
  ],
};
/** Everyone owns the product already, so that few visitors make many repairs. */
const OWNERS = { ...PLAIN, owners: 1, visitors: 1_500 };

describe('the famous numbers', () => {
  it('come back inside their intervals: 87% after a good repair, 72% after a bad one, 64% of leavers satisfied', () => {
    const [grew, left, satisfied, all] = [createRate(), createRate(), createRate(), createRate()];
    const found = createRate();
    for (let seed = 0; seed < SEEDS; seed++) {
      const { plan, places, outcomes } = gather({ ...OWNERS, seed });
      const truth = populationOf(plan).reactions;
      const report = makeReport({ slice: SLICE, places, outcomes });
      const at = (id: string) =>
        report.outcomes.touchpoints.find(({ touchpoint }) => touchpoint === id);
      const repair = at(REPAIR);
      const after = (feeling: string) => repair?.after.find((one) => one.feeling === feeling);
      const [good, bad] = [after('positive'), after('negative')];
      if (good) grew.add(contains(good.grew, truth.afterPositive));
      if (bad) left.add(contains(bad.left, truth.afterNegative));
      found.add(report.moments.some(({ touchpoint, clear }) => clear && touchpoint === REPAIR));
      const survey = at(USE_SURVEY)?.satisfiedAndGone;
      if (survey) {
        satisfied.add(contains(survey.ofThoseWhoLeft, truth.satisfied.ofThoseWhoLeft));
        all.add(contains(survey.ofAll, truth.satisfied.ofAll));
      }
    }
    const measured = {
      after87: grew.share(),
      after72: left.share(),
      satisfied64: satisfied.share(),
      satisfied74: all.share(),
      repairTells: found.share(),
    };
    say('inside their 95% intervals', measured);
    for (const [name, share] of Object.entries(measured))
      expect(share, name).toBeGreaterThanOrEqual(0.9);
  });

  it('come back where four in five of the team believe what one in twelve visitors says', () => {
    const [held, gaps] = [createRate(), createRate()];
    for (let seed = 0; seed < SEEDS; seed++) {
      const { places } = gather({ ...PLAIN, seed, visitors: 600, flatMean: BAIN_MEAN });
      const levels = places
        .filter(({ touchpoint }) => touchpoint === 'awareness/friend-tells')
        .reduce<LevelCounts>((_, place) => place.levels, noLevels());
      held.add(contains(feltOf(levels).emotional, 0.08));
      const report = makeReport({ slice: SLICE, places }, BAIN);
      const gap = report.gaps.find(({ of }) => of === 'emotional');
      gaps.add(!!gap && gap.verdict === 'too-good' && contains(gap.gap, 0.72));
    }
    say('8% delighted, and a gap of 72 points, inside their intervals', {
      share: held.share(),
      gap: gaps.share(),
    });
    expect(held.share()).toBeGreaterThanOrEqual(0.9);
    expect(gaps.share()).toBeGreaterThanOrEqual(0.9);
  });
});
