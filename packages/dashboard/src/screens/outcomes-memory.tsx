import { FEWEST_SHOWN, type LevelCounts } from '@wayfelt/protocol';
import type { Report } from '@wayfelt/report';
import type { JSX } from 'preact';
import { Stack } from '../charts/stack.js';
import { shareText } from '../components/figures.js';
import { LevelLegend } from '../components/legend.js';
import { useDashboard } from '../state.js';

const BAR = 400;

/** Peaks and ends, and pain that comes back. */
export const MemoryPanel = ({ report }: { report: Report }): JSX.Element => {
  const { texts, formats } = useDashboard();
  const { outcomes: words } = texts.value;
  const { peakEnd, repeats } = report;
  const [all] = repeats;
  return (
    <div class="cards">
      <section class="card">
        <h2>{words.remembered}</h2>
        <p class="note">
          {words.rememberedNote} {words.people(formats.value.count(peakEnd.visitors))}.
        </p>
        {peakEnd.visitors < FEWEST_SHOWN ? (
          <p class="quiet">{words.rememberedFew}</p>
        ) : (
          <>
            <Bar label={words.peaks} levels={peakEnd.peaks} />
            <Bar label={words.ends} levels={peakEnd.ends} />
            <LevelLegend />
            <p>
              {words.endedBadly}: {shareText(peakEnd.endedBadly, formats.value, texts.value)}
            </p>
          </>
        )}
      </section>
      {all && all.claimed.shown && (
        <section class="card">
          <h2>{words.repeated}</h2>
          <p>
            {words.repeatedSaid(
              shareText(all.claimed, formats.value, texts.value),
              shareText(all.observed, formats.value, texts.value),
            )}
          </p>
        </section>
      )}
    </div>
  );
};

const Bar = ({ label, levels }: { label: string; levels: LevelCounts }): JSX.Element => (
  <div class="memory">
    <span class="quiet">{label}</span>
    <svg class="fluid" viewBox={`0 0 ${BAR} 14`} preserveAspectRatio="none" aria-hidden="true">
      <Stack levels={levels} x={0} y={0} width={BAR} height={14} />
    </svg>
  </div>
);
