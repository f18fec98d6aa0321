import type { Report } from '@wayfelt/report';
import type { JSX } from 'preact';
import { Choice } from '../components/choice.js';
import { Empty, Load } from '../components/states.js';
import type { Sites } from '../site.js';
import { useDashboard } from '../state.js';
import { AfterPanel } from './outcomes-after.js';
import { MomentsPanel } from './outcomes-moments.js';
import { PairedPanel } from './outcomes-paired.js';
import { RatiosPanel } from './outcomes-ratios.js';
import { MemoryPanel } from './outcomes-memory.js';

const STANDINGS = ['all', 'prospect', 'customer'] as const;

/** What people did after they said how it felt: outcomes, moments of truth, who left. */
export const Outcomes = ({ sites }: { sites: Sites }): JSX.Element => (
  <>
    <h1>{useDashboard().texts.value.outcomes.title}</h1>
    <Load of={sites.report.state.value} again={sites.report.refresh}>
      {(report) => <Filled report={report} sites={sites} />}
    </Load>
  </>
);

const Filled = ({ report, sites }: { report: Report; sites: Sites }): JSX.Element => {
  const { texts, address, change } = useDashboard();
  const { outcomes: words, shell } = texts.value;
  const wanted = STANDINGS.find((id) => id === address.value.params['of']) ?? 'all';
  const figures = report.outcomes.total.find(({ standing }) => standing === wanted);
  return (
    <>
      <p class="lead">{words.lead(report.settings.outcomeDays)}</p>
      {figures ? (
        <>
          <Choice
            label={words.who}
            value={wanted}
            onChoose={(value) => change({ of: value === 'all' ? undefined : value }, 'quietly')}
          >
            {STANDINGS.map((id) => (
              <option key={id} value={id}>
                {id === 'all' ? words.everyone : shell.standing[id]}
              </option>
            ))}
          </Choice>
          <AfterPanel figures={figures} />
          <RatiosPanel figures={figures} report={report} />
          <MomentsPanel report={report} sites={sites} />
          <PairedPanel report={report} sites={sites} />
          <MemoryPanel report={report} />
        </>
      ) : report.total.felt.all.n === 0 ? (
        <Empty title={shell.emptyTitle} text={shell.emptyText} />
      ) : (
        <Empty title={words.emptyTitle} text={words.emptyText} />
      )}
    </>
  );
};
