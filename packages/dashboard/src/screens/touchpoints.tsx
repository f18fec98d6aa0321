import type { Report } from '@wayfelt/report';

import type { JSX } from 'preact';
import { Chart } from '../charts/chart.js';
import { IntervalScale } from '../charts/interval-dot.js';
import { LevelLegend, StandingLegend } from '../components/legend.js';
import { Choice } from '../components/choice.js';
import { Empty, Load } from '../components/states.js';
import { stageName } from '../names.js';
import type { Sites } from '../site.js';
import { useDashboard } from '../state.js';
import { arrange, ORDERS, type Listed, type Order } from './touchpoints-order.js';
import { DOTS, TouchpointRow } from './touchpoints-row.js';
import { touchpointTable } from './touchpoints-table.js';

const SHOWS = ['levels', 'standards'] as const;
export type Show = (typeof SHOWS)[number];

/** Where it hurts: every touchpoint of the slice, and the way from a stage down to its finest step. */
export const Touchpoints = ({ sites }: { sites: Sites }): JSX.Element => (
  <>
    <h1>{useDashboard().texts.value.touchpoints.title}</h1>
    <Load of={sites.report.state.value} again={sites.report.refresh}>
      {(report) => <Filled report={report} sites={sites} />}
    </Load>
  </>
);

const Filled = ({ report, sites }: { report: Report; sites: Sites }): JSX.Element => {
  const dashboard = useDashboard();
  const { texts, formats, language, address, change, href } = dashboard;
  const { touchpoints: words, shell } = texts.value;
  const { params } = address.value;
  const order: Order = ORDERS.find((id) => id === params['order']) ?? 'pain';
  const show: Show = SHOWS.find((id) => id === params['show']) ?? 'levels';
  const { list, few } = arrange(report, order);
  const all = [...list, ...few];
  const settings = sites.settings.value;
  const row = (listed: Listed, rank: number | undefined): JSX.Element => (
    <TouchpointRow
      key={`${listed.place.stage}/${listed.place.touchpoint}`}
      listed={listed}
      rank={rank}
      show={show}
      indented={order === 'steps'}
      settings={settings}
    />
  );
  return (
    <>
      <p class="lead">{words.leads[order]}</p>
      <nav class="crumbs" aria-label={shell.filter.stage}>
        <a
          href={href('touchpoints', '', { stage: undefined })}
          aria-current={params['stage'] ? undefined : 'true'}
        >
          {words.allStages}
        </a>
        {report.stages
          .filter(({ stage }) => stage)
          .map(({ stage }) => (
            <a
              key={stage}
              href={href('touchpoints', '', { stage })}
              aria-current={stage === params['stage'] ? 'true' : undefined}
            >
              {stageName(stage, texts.value, language.value, settings)}
            </a>
          ))}
      </nav>
      {all.length === 0 ? (
        <Empty title={shell.emptyTitle} text={shell.emptyText} />
      ) : (
        <Chart
          title={words.ranking}
          file="wayfelt-touchpoints"
          table={() => touchpointTable(all, dashboard, settings)}
          tools={
            <>
              <Choice
                label={words.order}
                value={order}
                onChoose={(value) =>
                  change({ order: value === 'pain' ? undefined : value }, 'quietly')
                }
              >
                {ORDERS.map((id) => (
                  <option key={id} value={id}>
                    {words.orders[id]}
                  </option>
                ))}
              </Choice>
              <Choice
                label={words.show}
                value={show}
                onChoose={(value) =>
                  change({ show: value === 'levels' ? undefined : value }, 'quietly')
                }
              >
                {SHOWS.map((id) => (
                  <option key={id} value={id}>
                    {words.shows[id]}
                  </option>
                ))}
              </Choice>
            </>
          }
        >
          {show === 'levels' && <LevelLegend />}
          <StandingLegend early={all.some(isEarly)} />
          <ol class="ranking">
            <li class="row row-head" aria-hidden="true">
              <span />
              <span />
              <span>{words.shows[show]}</span>
              <span class="row-share">
                {shell.negativeShare}
                <IntervalScale width={DOTS} text={formats.value.percent} />
              </span>
            </li>
            {list.map((listed, index) => row(listed, order === 'steps' ? undefined : index + 1))}
          </ol>
          {few.length > 0 && (
            <details class="behind few" open={list.length === 0}>
              <summary>{words.tooFew(formats.value.count(few.length))}</summary>
              <ol class="ranking">{few.map((listed) => row(listed, undefined))}</ol>
            </details>
          )}
        </Chart>
      )}
    </>
  );
};

const isEarly = ({ place: { felt } }: Listed): boolean =>
  [felt.prospects, felt.customers].some(({ negative }) => negative.enough === 'early');
