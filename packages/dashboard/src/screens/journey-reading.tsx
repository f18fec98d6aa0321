import { LEVELS, type Standing } from '@wayfelt/protocol';
import type { Felt, Report } from '@wayfelt/report';
import type { JSX } from 'preact';
import { standingOf } from '../address.js';
import { feltFor, lineOf, standingsShown } from '../charts/journey-model.js';
import { Stack } from '../charts/stack.js';
import { ShareFigure } from '../components/figures.js';
import { placeOf } from '../say.js';
import { useNames } from '../names.js';
import { useDashboard } from '../state.js';

const BAR = 440;

/** One stage read closely: the one pointed at, else the headline's, else the one with the most answers. */
export const StageReading = ({
  report,
  sentences,
  stage,
}: {
  report: Report;
  sentences: Report['sentences'];
  stage: string | undefined;
}): JSX.Element | null => {
  const { address } = useDashboard();
  const names = useNames();
  const [headline] = sentences;
  const wanted = stage ?? (headline && placeOf(headline).stage);
  const place =
    report.stages.find((row) => row.stage === wanted) ??
    report.stages.reduce<Report['stages'][number] | undefined>(
      (most, row) => (most && most.felt.all.n >= row.felt.all.n ? most : row),
      undefined,
    );
  if (!place) return null;
  return (
    <section class="reading">
      <h2>{names.stage(place.stage)}</h2>
      <div class="reading-sides">
        {standingsShown(standingOf(address.value.params)).map((standing) => (
          <Side key={standing} standing={standing} felt={feltFor(place, standing)} />
        ))}
      </div>
    </section>
  );
};

const Side = ({ standing, felt }: { standing: Standing; felt: Felt }): JSX.Element => {
  const { texts, formats } = useDashboard();
  const { shell, words } = texts.value;
  return (
    <div class={`side-of line-${lineOf(standing)}`}>
      <h3>
        {shell.standing[standing]} <span class="quiet">{shell.n(formats.value.count(felt.n))}</span>
      </h3>
      {felt.n === 0 ? (
        <p class="quiet">{shell.noAnswers}</p>
      ) : (
        <>
          <svg
            class="fluid reading-bar"
            viewBox={`0 0 ${BAR} 20`}
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            <Stack levels={felt.levels} x={0} y={0} width={BAR} height={20} />
          </svg>
          <ol class="level-list">
            {LEVELS.map((id, index) => (
              <li key={id}>
                <svg width="10" height="10" aria-hidden="true">
                  <rect class={`fill-level-${index + 1}`} width="10" height="10" rx="2" />
                </svg>
                <span>{words[id].name}</span>
                <b>{formats.value.count(felt.levels[index] ?? 0)}</b>
              </li>
            ))}
          </ol>
          <dl class="figures">
            <ShareFigure
              share={felt.positive}
              label={shell.positive}
              formats={formats.value}
              texts={texts.value}
            />
            <ShareFigure
              share={felt.negative}
              label={shell.negative}
              formats={formats.value}
              texts={texts.value}
            />
          </dl>
          {felt.enough === 'early' && <p class="note">{shell.earlyWhy}</p>}
          {felt.enough === 'not-yet' && (
            <p class="note">{shell.missing(formats.value.count(felt.missing))}</p>
          )}
        </>
      )}
    </div>
  );
};
