import { LEVELS, type Standing } from '@wayfelt/protocol';
import type { Felt, Report } from '@wayfelt/report';
import type { JSX } from 'preact';
import { standingOf } from '../address.js';
import { feltFor, lineOf, standingsShown } from '../charts/journey-model.js';
import { Later } from '../components/later.js';
import { ShareFigure } from '../components/figures.js';
import { placeOf } from '../say.js';
import { useNames } from '../names.js';
import type { Sites } from '../site.js';
import { useDashboard } from '../state.js';

/** One stage read closely: the one pointed at, else the headline's, else the one with the most answers. */
export const StageReading = ({
  report,
  sites,
  stage,
}: {
  report: Report;
  sites: Sites;
  stage: string | undefined;
}): JSX.Element | null => {
  const { address, texts, href } = useDashboard();
  const names = useNames();
  const { journey, shell } = texts.value;
  const said = sites.said.state.value;
  const headline = said.value?.sentences[0];
  // Else one stage would stand here for a moment, and then another.
  if (!stage && said.loading && !said.value) return null;
  const wanted = stage ?? (headline && placeOf(headline).stage);
  const place =
    report.stages.find((row) => row.stage === wanted) ??
    report.stages.reduce<Report['stages'][number] | undefined>(
      (most, row) => (most && most.felt.all.n >= row.felt.all.n ? most : row),
      undefined,
    );
  if (!place) return null;
  const name = names.stage(place.stage);
  const standings = standingsShown(standingOf(address.value.params));
  const silent = standings.filter((standing) => feltFor(place, standing).n === 0);
  return (
    <section class="reading">
      <header class="chart-head">
        <h2>{journey.closely(name)}</h2>
        {place.stage && (
          <a class="onward" href={href('touchpoints', '', { stage: place.stage })}>
            {journey.stageLink(name)}
          </a>
        )}
      </header>
      <div class="reading-sides">
        {standings
          .filter((standing) => !silent.includes(standing))
          .map((standing) => (
            <Later key={standing}>
              {() => <Side standing={standing} felt={feltFor(place, standing)} />}
            </Later>
          ))}
      </div>
      {silent.map((standing) => (
        <p key={standing} class="quiet">
          {journey.sayNone(shell.standing[standing])}
        </p>
      ))}
    </section>
  );
};

const Side = ({ standing, felt }: { standing: Standing; felt: Felt }): JSX.Element => {
  const { texts, formats } = useDashboard();
  const { shell } = texts.value;
  return (
    <div class={`side-of line-${lineOf(standing)}`}>
      <h3>
        {shell.standing[standing]} <span class="quiet">{shell.n(formats.value.count(felt.n))}</span>
      </h3>
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
      {felt.positive.shown && <Later>{() => <Levels felt={felt} />}</Later>}
      {felt.enough === 'early' && <p class="note">{shell.earlyWhy}</p>}
      {felt.enough === 'not-yet' && (
        <p class="note">{shell.missing(formats.value.count(felt.missing))}</p>
      )}
    </div>
  );
};

/** All eight levels, the best first, each as long as its share of the longest. */
const Levels = ({ felt }: { felt: Felt }): JSX.Element => {
  const { texts, formats } = useDashboard();
  const { words } = texts.value;
  const most = Math.max(...felt.levels);
  return (
    <ol class="level-list">
      {LEVELS.map((id, index) => {
        const n = felt.levels[index] ?? 0;
        return (
          <li key={id}>
            <span>{words[id].name}</span>
            <svg class="level-bar" width="100%" height="12" aria-hidden="true">
              <rect
                class={`fill-level-${index + 1}`}
                width={`${(n / most) * 100}%`}
                height="12"
                rx="2"
              />
            </svg>
            <b>{formats.value.percent(n / felt.n)}</b>
            <span class="quiet">{formats.value.count(n)}</span>
          </li>
        );
      }).toReversed()}
    </ol>
  );
};
