import type { SiteSettings } from '@wayfelt/protocol';
import type { Comparison } from '@wayfelt/report';
import type { JSX } from 'preact';
import { dotOfShare, IntervalDots } from '../charts/interval-dot.js';
import { Stack } from '../charts/stack.js';
import { shareText } from '../components/figures.js';
import { ZoneBar } from '../charts/zone-bar.js';
import { stageName, touchpointName } from '../names.js';
import { useDashboard } from '../state.js';
import type { Listed } from './touchpoints-order.js';
import type { Show } from './touchpoints.js';

const BAR = 220;
/** The width of a row's shares. */
export const DOTS = 200;

export interface TouchpointRowProps {
  listed: Listed;
  rank: number | undefined;
  show: Show;
  indented: boolean;
  settings: SiteSettings;
}

/** One touchpoint of the list: its name, its levels, its shares, and who meets it. */
export const TouchpointRow = (props: TouchpointRowProps): JSX.Element => {
  const { listed, rank, show, indented, settings } = props;
  const { place, ranked } = listed;
  const { texts, formats, language, href } = useDashboard();
  const { touchpoints: words } = texts.value;
  const id = place.touchpoint ?? '';
  const { count } = formats.value;
  const { felt, funnel, standard } = place;
  const depth = indented ? Math.min(3, Math.max(0, id.split('/').length - 2)) : 0;
  return (
    <li class={`row depth-${depth}`}>
      <span class="rank" aria-hidden={rank === undefined}>
        {rank}
      </span>
      <div class="row-name">
        <a href={href('touchpoint', id)}>{touchpointName(id, language.value, settings)}</a>
        <span class="quiet">{stageName(place.stage, texts.value, language.value, settings)}</span>
        <Verdict comparison={place.prospectsAgainstCustomers} />
      </div>
      <div class="row-bar">
        {show === 'levels' ? (
          <svg
            class="fluid"
            viewBox={`0 0 ${BAR} 14`}
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            <Stack levels={felt.all.levels} x={0} y={0} width={BAR} height={14} />
          </svg>
        ) : (
          <ZoneBar standard={standard.all} />
        )}
        <span class="quiet">
          {words.answers(count(felt.all.n))} ·{' '}
          {funnel.prospects.met > 0 ? words.metBy(count(funnel.prospects.met)) : words.metByNone}
          {ranked && ranked.pain.prospects >= 1 && (
            <> · {words.pain(count(Math.floor(ranked.pain.prospects)))}</>
          )}
        </span>
      </div>
      <div class="row-share">
        <IntervalDots
          width={DOTS}
          dots={[
            dotOfShare('first', felt.prospects.negative),
            dotOfShare('second', felt.customers.negative),
          ]}
        />
        <span>
          {felt.all.negative.share === null
            ? shareText(felt.all.negative, formats.value, texts.value)
            : words.negativeSaid(shareText(felt.all.negative, formats.value, texts.value))}
        </span>
      </div>
    </li>
  );
};

/** Says that prospects feel differently, where that was shown: shape, words and colour. */
export const Verdict = ({ comparison }: { comparison: Comparison }): JSX.Element | null => {
  const { touchpoints: words } = useDashboard().texts.value;
  const { verdict, strength } = comparison;
  if (!strength || (verdict !== 'worse' && verdict !== 'better')) return null;
  return (
    <span class={`verdict verdict-${verdict}`}>
      {verdict === 'worse' ? '▼' : '▲'} {words.verdicts[verdict](strength)}
    </span>
  );
};
