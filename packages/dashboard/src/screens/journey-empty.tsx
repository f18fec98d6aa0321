import { useSignal } from '@preact/signals';
import type { Report } from '@wayfelt/report';
import type { ComponentType, JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Empty, Loading } from '../components/states.js';
import { useFollowed } from '../data/follow.js';
import { asked, EVER } from '../data/report-request.js';
import type { Sites } from '../site.js';
import { useDashboard } from '../state.js';

/** Nothing in this slice: either nobody has ever answered here (then the tour), or not in this period. */
export const EmptyJourney = ({ sites }: { sites: Sites }): JSX.Element => {
  const { shell } = useDashboard().texts.value;
  const ever = useFollowed<Pick<Report, 'total'>>('/v1/report', () => {
    const site = sites.current.value;
    return site === undefined ? undefined : { site, ...asked(EVER) };
  });
  const { value } = ever.state.value;
  if (sites.current.value !== undefined && !value) return <Loading />;
  return value && value.total.felt.all.n > 0 ? (
    <Empty title={shell.emptyTitle} text={shell.emptyText} />
  ) : (
    <LazyTour site={sites.current.value ?? 'my-site'} />
  );
};

/** The tour is loaded only where it is needed, which is once in a site's life. */
const LazyTour = ({ site }: { site: string }): JSX.Element => {
  const loaded = useSignal<ComponentType<{ site: string }> | undefined>(undefined);
  useEffect(() => {
    void import('../tour/tour.js').then(({ Tour }) => (loaded.value = Tour));
  }, [loaded]);
  const View = loaded.value;
  return View ? <View site={site} /> : <Loading />;
};
