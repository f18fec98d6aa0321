import type { Level } from '@wayfelt/protocol';
import { levelId } from '@wayfelt/protocol';
import type { PlaceFigures, Report } from '@wayfelt/report';
import type { JSX } from 'preact';
import { Chart } from '../charts/chart.js';
import { LevelsBlueprint, NARROW } from '../charts/levels-blueprint.js';
import { useWidth } from '../charts/use-width.js';
import { ShareFigure, shareText } from '../components/figures.js';
import { LevelLegend } from '../components/legend.js';
import { Empty, Load } from '../components/states.js';
import { VoiceList } from '../components/voice-list.js';
import { useFollowed } from '../data/follow.js';
import { asked, TOUCHPOINT } from '../data/report-request.js';
import type { Voices } from '@wayfelt/protocol';
import { stageName, touchpointName } from '../names.js';
import type { Sites } from '../site.js';
import { useDashboard } from '../state.js';
import { ResponsePanel } from './touchpoint-response.js';
import { ReasonsPanel } from './touchpoint-reasons.js';
import { RatersPanel } from './touchpoint-raters.js';
import { TrendPanel } from './touchpoint-trend.js';
import { Verdict } from './touchpoints-row.js';

const COMMENTS = 12;

/** One touchpoint read closely: its standard, its trend, who answered, what they wrote. */
export const Touchpoint = ({ sites }: { sites: Sites }): JSX.Element => {
  const { address, texts, language, href } = useDashboard();
  const id = address.value.rest;
  const report = useFollowed<Report>(
    '/v1/report',
    () => {
      const query = sites.query.value;
      return query && { ...query, touchpoint: id, ...asked(TOUCHPOINT) };
    },
    [id],
  );
  const name = touchpointName(id, language.value, sites.settings.value);
  return (
    <>
      <a class="back" href={href('touchpoints')}>
        {texts.value.touchpoint.back}
      </a>
      <h1>{name}</h1>
      <Load of={report.state.value} again={report.refresh}>
        {(value) => <Filled id={id} report={value} again={report.refresh} sites={sites} />}
      </Load>
    </>
  );
};

const Filled = ({
  id,
  report,
  again,
  sites,
}: {
  id: string;
  report: Report;
  again: () => void;
  sites: Sites;
}): JSX.Element => {
  const { texts, language, href } = useDashboard();
  const { touchpoint: words, shell } = texts.value;
  const settings = sites.settings.value;
  const place = report.touchpoints.find(({ touchpoint }) => touchpoint === id);
  const voices = useFollowed<Voices>(
    '/v1/comments',
    () => {
      const query = sites.query.value;
      return query && { ...query, touchpoint: id, limit: COMMENTS };
    },
    [id],
  );
  const name = touchpointName(id, language.value, settings);
  return (
    <>
      {place ? (
        <>
          <p class="lead">
            {stageName(place.stage, texts.value, language.value, settings)}
            {name !== id && <code>{id}</code>}
            <Verdict comparison={place.prospectsAgainstCustomers} />
          </p>
          <Figures place={place} />
          <Blueprint place={place} />
          <TrendPanel report={report} again={again} sites={sites} touchpoint={id} />
          <ReasonsPanel report={report} touchpoint={id} />
          <ResponsePanel place={place} />
          <RatersPanel report={report} touchpoint={id} />
        </>
      ) : (
        <Empty title={shell.emptyTitle} text={shell.emptyText} />
      )}
      <VoiceList
        title={words.comments}
        voices={voices.state.value.value?.comments}
        more={href('voices', '', { touchpoint: id })}
      />
    </>
  );
};

const Figures = ({ place }: { place: PlaceFigures }): JSX.Element => {
  const { texts, formats } = useDashboard();
  const { shell, journey } = texts.value;
  const { felt } = place;
  return (
    <dl class="figures">
      <ShareFigure
        line="first"
        share={felt.prospects.positive}
        label={journey.feltWell(shell.standing.prospect)}
        formats={formats.value}
        texts={texts.value}
      />
      <ShareFigure
        line="second"
        share={felt.customers.positive}
        label={journey.feltWell(shell.standing.customer)}
        formats={formats.value}
        texts={texts.value}
      />
      <ShareFigure
        share={felt.all.negative}
        label={shell.negative}
        formats={formats.value}
        texts={texts.value}
      />
      <ShareFigure
        share={felt.all.emotional}
        label={shell.emotional}
        formats={formats.value}
        texts={texts.value}
      />
    </dl>
  );
};

const Blueprint = ({ place }: { place: PlaceFigures }): JSX.Element => {
  const { texts, formats } = useDashboard();
  const { touchpoint: words, words: levels, shell } = texts.value;
  const [ref, width] = useWidth();
  const name = (level: Level): string => levels[levelId(level)].name;
  const { minimum, beyond } = place.standard.all;
  return (
    <Chart
      title={words.blueprint}
      note={words.blueprintWhy(name(minimum), name(beyond))}
      file="wayfelt-standard"
      table={() => ({
        head: [words.level, shell.answers, words.share],
        rows: place.felt.all.bars.map((bar, index) => [
          Object.values(levels)[index]?.name ?? '',
          formats.value.count(bar.count),
          shareText(bar, formats.value, texts.value),
        ]),
      })}
    >
      <div ref={ref}>
        <LevelsBlueprint
          felt={place.felt.all}
          standard={place.standard.all}
          width={width}
          title={words.blueprint}
        />
      </div>
      {width < NARROW && <LevelLegend />}
    </Chart>
  );
};
