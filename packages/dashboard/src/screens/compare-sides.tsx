import type { Felt } from '@wayfelt/report';
import type { JSX } from 'preact';
import type { LineKind } from '../charts/mark.js';
import { Stack } from '../charts/stack.js';
import { ShareFigure } from '../components/figures.js';
import { useDashboard } from '../state.js';
import { verdictText, type Compared } from './compare-slices.js';

const BAR = 400;

/** One of the two slices as a whole. */
export const Side = ({
  kind,
  title,
  words,
  felt,
}: {
  kind: LineKind;
  title: string;
  /** Which answers these are. */
  words: string;
  felt: Felt;
}): JSX.Element => {
  const { texts, formats } = useDashboard();
  const { shell } = texts.value;
  return (
    <section class={`side-of line-${kind}`}>
      <h2 class="small">
        {title} <span class="quiet">{shell.n(formats.value.count(felt.n))}</span>
      </h2>
      <p class="side-words">{words}</p>
      <svg class="fluid" viewBox={`0 0 ${BAR} 14`} preserveAspectRatio="none" aria-hidden="true">
        <Stack levels={felt.levels} x={0} y={0} width={BAR} height={14} />
      </svg>
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
    </section>
  );
};

/** What the test says of the two, in words; or why there is none. */
export const VerdictWords = ({ found: { compared } }: { found: Compared }): JSX.Element => {
  const { texts, formats } = useDashboard();
  const { compare } = texts.value;
  if (!compared) return <p class="note verdict-words">{compare.overlaps}</p>;
  const { superiority, positive } = compared.total;
  const sentence = verdictText(compared.total, compare);
  const hundred = (value: number | null): string => formats.value.count((value ?? 0.5) * 100);
  return (
    <div class="verdict-words">
      <p class="sentence">{sentence}</p>
      {superiority.value !== null && (
        <p class="quiet">
          {compare.pairs(
            hundred(superiority.value),
            hundred(superiority.low),
            hundred(superiority.high),
          )}
        </p>
      )}
      {positive.value !== null && (
        <p class="quiet">
          {compare.difference(
            formats.value.points(positive.value),
            formats.value.points(positive.low ?? 0),
            formats.value.points(positive.high ?? 0),
          )}
        </p>
      )}
    </div>
  );
};
