import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { deviceOf, periodOf, standingOf } from '../address.js';
import { useNames } from '../names.js';
import type { Sites } from '../site.js';
import { useDashboard } from '../state.js';

/** Which answers a page or a saved picture is about, as one line of words. */
export const useViewLine = (sites: Sites): (() => string) => {
  const { address, texts, formats, now } = useDashboard();
  const names = useNames();
  return () => {
    const { shell } = texts.value;
    const { params } = address.value;
    const period = periodOf(params);
    const standing = standingOf(params);
    const device = deviceOf(params);
    const n = sites.report.state.value.value?.total.felt.all.n;
    return [
      'Wayfelt',
      sites.current.value,
      'days' in period ? shell.days(period.days) : `${period.from} – ${period.to}`,
      standing ? shell.standing[standing] : shell.everyone,
      params['stage'] && names.stage(params['stage']),
      params['touchpoint'] && names.touchpoint(params['touchpoint']),
      device && shell.devices[device],
      params['locale'],
      params['source'],
      n !== undefined && shell.answersOf(formats.value.count(n)),
      shell.updated(formats.value.moment(now())),
    ]
      .filter(Boolean)
      .join(' · ');
  };
};

/** For charts, which know their figures but not the view that they stand in. */
export const ViewLineContext = createContext<() => string>(() => 'Wayfelt');
export const useViewWords = (): (() => string) => useContext(ViewLineContext);
