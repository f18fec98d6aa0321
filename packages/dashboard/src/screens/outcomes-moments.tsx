import type { Report } from '@wayfelt/report';
import type { JSX } from 'preact';
import { Chart } from '../charts/chart.js';
import { dotOfEstimate, IntervalDots, IntervalScale } from '../charts/interval-dot.js';
import { lineOf } from '../charts/journey-model.js';
import { rangeText } from '../components/figures.js';
import { stageName, touchpointName } from '../names.js';
import type { Sites } from '../site.js';
import { useDashboard } from '../state.js';

const MOST = 12;

/** At which touchpoint the rating tells most about what comes next. */
export const MomentsPanel = ({ report, sites }: { report: Report; sites: Sites }): JSX.Element => {
  const { texts, formats, language, href } = useDashboard();
  const { outcomes: words, shell } = texts.value;
  const settings = sites.settings.value;
  const moments = report.moments.filter(({ tells }) => tells.shown).slice(0, MOST);
  const tells = ({ tells: { value, low, high } }: Report['moments'][number]): string =>
    value === null
      ? '–'
      : `${formats.value.percent(value)} (${rangeText(low ?? 0, high ?? 1, formats.value, texts.value)})`;
  return (
    <Chart
      title={words.moments}
      note={words.momentsNote}
      file="wayfelt-moments"
      table={() => ({
        head: [shell.filter.touchpoint, shell.filter.standing, words.moments, shell.interval, 'n'],
        rows: report.moments.map((row) => [
          touchpointName(row.touchpoint, language.value, settings),
          shell.oneStanding[row.standing],
          words.tells(words.momentOutcome[row.outcome]),
          tells(row),
          formats.value.count(row.n),
        ]),
      })}
    >
      {moments.length === 0 && <p class="quiet">{words.noMoments}</p>}
      <ol class="ranking moments">
        {moments.length > 0 && (
          <li class="row row-head" aria-hidden="true">
            <span />
            <span />
            <IntervalScale
              width={260}
              from={0.2}
              at={[0.5, 1]}
              text={(value) => (value === 1 ? words.certain : words.chance)}
            />
          </li>
        )}
        {moments.map((row, index) => (
          <li class="row" key={`${row.stage}/${row.touchpoint}/${row.standing}/${row.outcome}`}>
            <span class="rank">{index + 1}</span>
            <div class="row-name">
              <a href={href('touchpoint', row.touchpoint)}>
                {touchpointName(row.touchpoint, language.value, settings)}
              </a>
              <span class="quiet">
                {stageName(row.stage, texts.value, language.value, settings)} ·{' '}
                {shell.standing[row.standing]} · {words.reach(formats.value.count(row.reach))}
              </span>
            </div>
            <IntervalDots
              width={260}
              dots={[dotOfEstimate(lineOf(row.standing), row.tells)]}
              from={0.2}
              at={[0.5, 1]}
            />
            <div class="row-share">
              <span>
                {tells(row)} <span class="quiet">· {shell.n(formats.value.count(row.n))}</span>
              </span>
              <span class="quiet">
                {words.tells(words.momentOutcome[row.outcome])}
                {!row.clear && ` · ${words.unclear}`}
              </span>
            </div>
          </li>
        ))}
      </ol>
    </Chart>
  );
};
