import type { Share } from '@wayfelt/report';
import type { JSX } from 'preact';
import type { LineKind } from '../charts/mark.js';
import type { Formats } from '../language.js';
import type { Texts } from '../texts/en.js';

/** A share in words: "41% (35–47%)", or why there is none. */
export const shareText = (share: Share, formats: Formats, texts: Texts): string => {
  if (share.share === null || share.low === null || share.high === null)
    return share.n === 0 ? texts.shell.noAnswers : texts.shell.tooFew(formats.count(share.n));
  return `${formats.percent(share.share)} (${rangeText(share.low, share.high, formats, texts)})`;
};

/** An interval of shares: "35–47%". */
export const rangeText = (low: number, high: number, formats: Formats, texts: Texts): string =>
  texts.shell.range(formats.percent(low).replace(/\s?%$/, ''), formats.percent(high));

export interface ShareFigureProps {
  share: Share;
  label: string;
  /** Whose figure it is, where a chart beside it draws it as a line. */
  line?: LineKind;
  formats: Formats;
  texts: Texts;
}

/** One share as a figure: large, with its interval and n beside it, never without. */
export const ShareFigure = ({
  share,
  label,
  line,
  formats,
  texts,
}: ShareFigureProps): JSX.Element => (
  <div class={line ? `figure line-${line}` : 'figure'}>
    <dt>{label}</dt>
    <dd>
      {share.share === null ? (
        <span class="figure-few">
          {share.n === 0 ? texts.shell.noAnswers : texts.shell.tooFew(formats.count(share.n))}
        </span>
      ) : (
        <>
          <span class="figure-value">{formats.percent(share.share)}</span>
          <span class="figure-range">
            {rangeText(share.low ?? 0, share.high ?? 1, formats, texts)}
            {' · '}
            {texts.shell.n(formats.count(share.n))}
          </span>
        </>
      )}
    </dd>
  </div>
);
