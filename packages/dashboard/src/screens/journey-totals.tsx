import type { Report } from '@wayfelt/report';
import type { JSX } from 'preact';
import { standingOf } from '../address.js';
import { feltFor, lineOf, standingsShown } from '../charts/journey-model.js';
import { ShareFigure } from '../components/figures.js';
import { useDashboard } from '../state.js';

/** The whole slice at a glance: how well it felt to prospects and to customers, and how many spoke at all. */
export const JourneyTotals = ({ report }: { report: Report }): JSX.Element => {
  const { address, texts, formats } = useDashboard();
  const { shell, journey } = texts.value;
  const standing = standingOf(address.value.params);
  const { total } = report;
  const { prospects, customers, all } = total.funnel;
  const funnel = standing ? { prospect: prospects, customer: customers }[standing] : all;
  return (
    <dl class="figures totals">
      {standingsShown(standing).map((shown) => (
        <ShareFigure
          key={shown}
          line={lineOf(shown)}
          share={feltFor(total, shown).positive}
          label={journey.feltWell(shell.standing[shown])}
          formats={formats.value}
          texts={texts.value}
        />
      ))}
      <ShareFigure
        share={funnel.response}
        label={journey.response}
        none={journey.nobodyAsked}
        formats={formats.value}
        texts={texts.value}
      />
    </dl>
  );
};
