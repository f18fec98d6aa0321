import type { Share } from '@wayfelt/report';
import type { JSX } from 'preact';
import type { LineKind } from '../charts/mark.js';
import type { Formats } from '../language.js';
import type { Texts } from '../texts/en.js';

/** A share in words: "41% (35–47%)", or why there is none. */
export const shareText = (
  share: Share,
  formats: Formats,
  texts: Texts,
  none = texts.shell.noAnswers,
): string => {
  if (share.share === null || share.low === null || share.high === null)
    return share.n === 0 ? none : texts.shell.tooFew(formats.count(share.n));
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
  /** What is said where there is nothing to take a share of. Default: that there are no answers. */
  none?: string;
  formats: Formats;
  texts: Texts;
}

/** One share as a figure: large, with its interval and n beside it, never without. */
export const ShareFigure = ({
  share,
  label,
  line,
  none = undefined,
  formats,
  texts,
}: ShareFigureProps): JSX.Element => (
  <div class={line ? `figure line-${line}` : 'figure'}>
    <dt>{label}</dt>
    <dd>
      {share.share === null ? (
        <span class="figure-few">{shareText(share, formats, texts, none)}</span>
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
