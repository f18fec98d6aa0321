import { LEVELS, type SiteSettings } from '@wayfelt/protocol';
import type { Share } from '@wayfelt/report';
import type { Table } from '../charts/chart.js';
import { shareText } from '../components/figures.js';
import { stageName, touchpointName } from '../names.js';
import type { Dashboard } from '../state.js';
import type { Listed } from './touchpoints-order.js';

/** Every touchpoint with its figures, for the table behind the list and for spreadsheets. */
export const touchpointTable = (
  places: readonly Listed[],
  { texts, formats, language }: Dashboard,
  settings: SiteSettings,
): Table => {
  const { shell, words, touchpoint } = texts.value;
  const said = (share: Share): string => shareText(share, formats.value, texts.value);
  return {
    head: [
      shell.filter.touchpoint,
      shell.filter.stage,
      'n',
      shell.positiveShare,
      shell.negativeShare,
      `${shell.positiveShare}: ${shell.standing.prospect}`,
      `${shell.positiveShare}: ${shell.standing.customer}`,
      touchpoint.zones.below,
      touchpoint.zones.beyond,
      `${shell.met}: ${shell.standing.prospect}`,
      ...LEVELS.map((id) => words[id].name),
    ],
    rows: places.map(({ place: { touchpoint: id = '', stage, felt, standard, funnel } }) => [
      touchpointName(id, language.value, settings),
      stageName(stage, texts.value, language.value, settings),
      formats.value.count(felt.all.n),
      said(felt.all.positive),
      said(felt.all.negative),
      said(felt.prospects.positive),
      said(felt.customers.positive),
      said(standard.all.below),
      said(standard.all.beyondExpectation),
      formats.value.count(funnel.prospects.met),
      ...felt.all.levels.map(formats.value.count),
    ]),
  };
};
