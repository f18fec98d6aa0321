import type { Report } from '@wayfelt/report';
import type { JSX } from 'preact';
import { shareText } from '../components/figures.js';
import { useDashboard } from '../state.js';
import type { OutcomeFigures } from './outcomes-after.js';

/** How much more often after a positive rating; who was satisfied and left; who left without a word. */
export const RatiosPanel = ({
  figures,
  report,
}: {
  figures: OutcomeFigures;
  report: Report;
}): JSX.Element => {
  const { texts, formats } = useDashboard();
  const { outcomes: words } = texts.value;
  const said = (share: OutcomeFigures['ratios'][number]['positive']): string =>
    shareText(share, formats.value, texts.value);
  const { lastWords } = report;
  const { silentLoss } = figures;
  return (
    <div class="cards">
      <section class="card">
        <h2>{words.ratios}</h2>
        <p class="note">{words.ratiosNote}</p>
        {figures.ratios.map((ratio) => (
          <Ratio key={ratio.outcome} ratio={ratio} />
        ))}
      </section>
      <section class="card">
        <h2>{words.gone}</h2>
        {lastWords.ofThoseWhoLeft.shown ? (
          <p>{words.goneSaid(said(lastWords.ofThoseWhoLeft), said(lastWords.ofTheOthers))}</p>
        ) : (
          <p class="quiet">{words.goneNone}</p>
        )}
        <p class="note">{words.goneNote}</p>
        <h2 class="second">{words.silent}</h2>
        <p>
          {silentLoss.afterNegative.share === null || silentLoss.afterPositive.share === null
            ? words.silentNone
            : words.silentSaid(said(silentLoss.afterNegative), said(silentLoss.afterPositive))}
        </p>
      </section>
    </div>
  );
};

const Ratio = ({ ratio }: { ratio: OutcomeFigures['ratios'][number] }): JSX.Element => {
  const { texts, formats } = useDashboard();
  const { outcomes: words } = texts.value;
  const { adjusted, turnsRound, eValueOfLimit } = ratio;
  const number = formats.value.ratio;
  const crude = ratio.crude && aboveOne(ratio.crude);
  if (!crude)
    return (
      <p class="quiet ratio">
        {words.ratioOf[ratio.outcome]}: {words.noRatio}
      </p>
    );
  const { value, low, high, after } = crude;
  const like = adjusted && aboveOne(adjusted);
  return (
    <div class="ratio">
      <p>
        {words.ratioSaid[low > 1 ? after : 'unclear'](
          words.ratioOf[ratio.outcome],
          number(value),
          number(low),
          number(high),
        )}
      </p>
      <p class="note">
        {words.ratioShares(
          shareText(ratio.positive, formats.value, texts.value),
          shareText(ratio.negative, formats.value, texts.value),
        )}
      </p>
      {low > 1 && like?.after === after && (
        <p class="note">
          {words.adjusted(number(like.value), number(like.low), number(like.high))}
        </p>
      )}
      {turnsRound && <p class="notice">{words.turnsRound}</p>}
      {!turnsRound && eValueOfLimit !== null && eValueOfLimit > 1 && (
        <p class="note">{words.eValue(number(eValueOfLimit))}</p>
      )}
    </div>
  );
};

/** "A fifth as often after a positive one" reads better as "five times as often after a negative one". */
const aboveOne = ({
  value,
  low,
  high,
}: {
  value: number;
  low: number;
  high: number;
}): { value: number; low: number; high: number; after: 'positive' | 'negative' } | undefined => {
  if (value >= 1) return { value, low, high, after: 'positive' };
  if (value <= 0 || low <= 0) return undefined;
  return { value: 1 / value, low: 1 / high, high: 1 / low, after: 'negative' };
};
