import type { Report } from '@wayfelt/report';
import type { JSX } from 'preact';
import { useContext, useId } from 'preact/hooks';
import { DataTable } from '../charts/chart.js';
import { saveTable } from '../charts/save.js';
import { shareText } from '../components/figures.js';
import { SaveMenu } from '../components/save-menu.js';
import { SettingsContext } from '../names.js';
import { useDashboard } from '../state.js';

/** Why it felt so: how often each reason was chosen, by everyone, prospects and customers. */
export const ReasonsPanel = ({ report, touchpoint }: Props): JSX.Element | null => {
  const { texts, formats, language } = useDashboard();
  const { touchpoint: words, answering, shell } = texts.value;
  const settings = useContext(SettingsContext).value;
  const id = useId();
  const here = report.reasons.filter((one) => one.touchpoint === touchpoint);
  const all = here.find(({ standing }) => standing === 'all');
  if (!all) return null;
  const chips = settings.touchpoints.find((one) => one.id === touchpoint)?.reasons ?? [];
  const nameOf = (reason: string): string => {
    const text = chips.find((chip) => chip.id === reason)?.text;
    return text?.[language.value] ?? text?.['en'] ?? reason;
  };
  const said = (standing: 'prospect' | 'customer', reason: string): string => {
    const share = here
      .find((one) => one.standing === standing)
      ?.reasons.find((one) => one.reason === reason)?.share;
    return share ? shareText(share, formats.value, texts.value) : '–';
  };
  const rows = all.reasons.map(({ reason, share, negative }) => [
    nameOf(reason),
    shareText(share, formats.value, texts.value),
    said('prospect', reason),
    said('customer', reason),
    shareText(negative, formats.value, texts.value),
  ]);
  const head = [
    answering.reason,
    shell.everyone,
    shell.standing.prospect,
    shell.standing.customer,
    answering.negative,
  ];
  const table = { head, rows };
  return (
    <section class="chart" aria-labelledby={id}>
      <header class="chart-head">
        <div>
          <h2 id={id}>{words.reasons}</h2>
          <p class="note">
            {answering.reasonsNote(formats.value.count(all.n), formats.value.count(all.answers))}
          </p>
        </div>
        <div class="chart-tools">
          <SaveMenu
            label={shell.save}
            title={shell.saveChart(words.reasons)}
            choices={[
              ['CSV', () => saveTable(table, 'wayfelt-reasons.csv')],
              ['JSON Lines', () => saveTable(table, 'wayfelt-reasons.jsonl')],
            ]}
          />
        </div>
      </header>
      <DataTable table={table} caption={shell.tableOf(words.reasons)} />
    </section>
  );
};

interface Props {
  report: Report;
  touchpoint: string;
}
