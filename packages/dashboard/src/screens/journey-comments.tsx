import { useComputed } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { createResource } from '../data/resource.js';
import type { Voice } from '../data/voices.js';
import { VoiceItem } from '../components/voice.js';
import { useDashboard } from '../state.js';
import type { Sites } from '../site.js';

const NEWEST = 6;

/** What visitors wrote last, in their own words. */
export const NewestComments = ({ sites }: { sites: Sites }): JSX.Element | null => {
  const dashboard = useDashboard();
  const { api, texts, href, live } = dashboard;
  const { journey } = texts.value;
  const voices = useMemo(
    () =>
      createResource(
        () => sites.query.value && api.url('/v1/comments', { ...sites.query.value, limit: NEWEST }),
        (signal) =>
          api.get<{ comments: Voice[] }>(
            '/v1/comments',
            { ...sites.query.peek(), limit: NEWEST },
            signal,
          ),
      ),
    [api, sites],
  );
  useEffect(() => voices.stop, [voices]);
  useEffect(() => live.pulse.subscribe((pulse) => pulse > 0 && voices.refresh()), [live, voices]);
  const comments = useComputed(() => voices.state.value.value?.comments);
  // A shared link may leave comments out; the figures stand without them.
  if (voices.state.value.error?.trouble === 'forbidden') return null;
  return (
    <section class="newest" aria-labelledby="newest-title">
      <header class="chart-head">
        <h2 id="newest-title">{journey.comments}</h2>
        <a class="onward" href={href('voices')}>
          {journey.allComments}
        </a>
      </header>
      {comments.value?.length === 0 && <p class="quiet">{journey.noComments}</p>}
      <ul class="voices">
        {comments.value?.map((voice) => (
          <VoiceItem key={voice.id} voice={voice} />
        ))}
      </ul>
    </section>
  );
};
