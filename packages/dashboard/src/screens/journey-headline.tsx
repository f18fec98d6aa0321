import type { PlaceFigures, Report } from '@wayfelt/report';
import type { JSX } from 'preact';
import { headlineOf, type Headline } from '../headline.js';
import { rangeText } from '../components/figures.js';
import { stageName } from '../names.js';
import { useDashboard, type Dashboard } from '../state.js';

/** The one sentence that matters most today, and where to look further. */
export const HeadlineSentence = ({ report }: { report: Report }): JSX.Element => {
  const dashboard = useDashboard();
  const { texts, href, language } = dashboard;
  const { journey } = texts.value;
  const headline = headlineOf(report);
  const stage = 'place' in headline ? headline.place.stage : undefined;
  return (
    <section class="headline" aria-label={journey.matters}>
      <p class="sentence">{sentenceOf(headline, dashboard)}</p>
      {stage && (
        <a class="onward" href={href('touchpoints', '', { stage })}>
          {journey.stageLink(stageName(stage, texts.value, language.value))}
        </a>
      )}
    </section>
  );
};

const sentenceOf = (headline: Headline, dashboard: Dashboard): string => {
  const { texts, formats } = dashboard;
  const { says } = texts.value.journey;
  switch (headline.kind) {
    case 'prospects-worse': {
      const { place } = headline;
      const { strength } = place.prospectsAgainstCustomers;
      return says.prospectsWorse({
        stage: nameOf(place, dashboard),
        strength: strength ?? 'slightly',
        prospects: positiveOf(place.felt.prospects.positive, dashboard),
        customers: positiveOf(place.felt.customers.positive, dashboard),
      });
    }
    case 'fell':
      return says.fell({
        stage: nameOf(headline.place, dashboard),
        strength: headline.place.change?.all.strength ?? 'slightly',
        positive: positiveOf(headline.place.felt.all.positive, dashboard),
      });
    case 'pain':
      return says.pain({
        stage: nameOf(headline.place, dashboard),
        negative: positiveOf(headline.place.felt.all.negative, dashboard),
      });
    case 'fine':
      return says.fine({
        stage: nameOf(headline.place, dashboard),
        positive: positiveOf(headline.place.felt.all.positive, dashboard),
      });
    case 'early':
      return says.early(formats.value.count(headline.n), formats.value.count(headline.missing));
    case 'none':
      return says.none;
  }
};

const nameOf = (place: PlaceFigures, { texts, language }: Dashboard): string =>
  stageName(place.stage, texts.value, language.value);

const positiveOf = (
  share: { share: number | null; low: number | null; high: number | null },
  { formats, texts }: Dashboard,
): string =>
  `${formats.value.percent(share.share ?? 0)} (${rangeText(share.low ?? 0, share.high ?? 1, formats.value, texts.value)})`;
