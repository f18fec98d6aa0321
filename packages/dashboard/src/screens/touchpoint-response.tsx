import type { PlaceFigures, WorstCase } from '@wayfelt/report';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Chart } from '../charts/chart.js';
import { linear } from '../charts/scale.js';
import { useWidth } from '../charts/use-width.js';
import { shareText } from '../components/figures.js';
import { useDashboard } from '../state.js';

const STEPS = ['met', 'shown', 'seen', 'rated'] as const;
const ROW = 34;
const LABELS = 150;

/** Silence stands beside answers: met, asked, seen, rated; and what it could hide. */
export const ResponsePanel = ({ place }: { place: PlaceFigures }): JSX.Element => {
  const { texts, formats } = useDashboard();
  const { touchpoint: words, shell, journey } = texts.value;
  const [ref, width] = useWidth();
  const funnel = place.funnel.all;
  const x = linear(0, Math.max(1, ...STEPS.map((step) => funnel[step])), 0, width - LABELS - 70);
  return (
    <>
      <Chart
        title={words.response}
        note={`${words.responseWhy} ${journey.response}: ${shareText(funnel.response, formats.value, texts.value, journey.nobodyAsked)}.`}
        file="wayfelt-response"
        table={() => ({
          head: [words.response, shell.standing.prospect, shell.standing.customer],
          rows: STEPS.map((step) => [
            words.funnel[step],
            formats.value.count(place.funnel.prospects[step]),
            formats.value.count(place.funnel.customers[step]),
          ]),
        })}
      >
        <div ref={ref}>
          <svg
            width={width}
            height={STEPS.length * ROW}
            viewBox={`0 0 ${width} ${STEPS.length * ROW}`}
            role="img"
            aria-label={STEPS.map(
              (step) => `${words.funnel[step]}: ${formats.value.count(funnel[step])}`,
            ).join(', ')}
          >
            {STEPS.map((step, index) => (
              <g key={step} transform={`translate(0 ${index * ROW})`}>
                <text y={19}>{words.funnel[step]}</text>
                <rect
                  class="funnel-bar"
                  x={LABELS}
                  y={5}
                  width={x(funnel[step])}
                  height={20}
                  rx={2}
                />
                <text class="bar-n" x={LABELS + x(funnel[step]) + 8} y={19}>
                  {formats.value.count(funnel[step])}
                </text>
              </g>
            ))}
          </svg>
        </div>
      </Chart>
      <Silence place={place} />
    </>
  );
};

/** Worst-case bounds, and a "what if" between them. */
const Silence = ({ place }: { place: PlaceFigures }): JSX.Element | null => {
  const { texts, formats } = useDashboard();
  const { touchpoint: words } = texts.value;
  const bounds = place.bounds.all;
  const [silent, setSilent] = useState(0.5);
  if (!bounds) return null;
  const { percent } = formats.value;
  return (
    <section class="silence">
      <h3>{words.silence}</h3>
      <p>{words.silenceSaid(percent(bounds.positive.low), percent(bounds.positive.high))}</p>
      <label>
        <span class="hidden">{words.whatIfLabel}</span>
        <input
          type="range"
          min={0}
          max={100}
          step={5}
          value={silent * 100}
          onInput={(event) => setSilent(Number(event.currentTarget.value) / 100)}
        />
      </label>
      <output>{words.whatIf(percent(silent), percent(ifSilent(bounds.positive, silent)))}</output>
    </section>
  );
};

/** What the share would be if `silent` of the silent visitors had been content. */
const ifSilent = ({ low, high }: WorstCase, silent: number): number => low + silent * (high - low);
