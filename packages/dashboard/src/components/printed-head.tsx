import type { JSX } from 'preact';
import { deviceOf, periodOf, standingOf } from '../address.js';
import { useNames } from '../names.js';
import type { Sites } from '../site.js';
import { useDashboard } from '../state.js';

/** On paper, the filters are a line of words: which answers this page is about. */
export const PrintedHead = ({ sites }: { sites: Sites }): JSX.Element => {
  const { address, texts, formats, now } = useDashboard();
  const names = useNames();
  const { shell } = texts.value;
  const { params } = address.value;
  const period = periodOf(params);
  const standing = standingOf(params);
  const device = deviceOf(params);
  const said = [
    'Wayfelt',
    sites.current.value,
    'days' in period ? shell.days(period.days) : `${period.from} – ${period.to}`,
    standing ? shell.standing[standing] : shell.everyone,
    params['stage'] && names.stage(params['stage']),
    params['touchpoint'] && names.touchpoint(params['touchpoint']),
    device && shell.devices[device],
    params['locale'],
    params['source'],
    shell.updated(formats.value.moment(now())),
  ];
  return <p class="printed">{said.filter(Boolean).join(' · ')}</p>;
};
