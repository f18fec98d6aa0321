import type { JSX } from 'preact';
import { VoiceItem } from '../components/voice.js';
import { useFollowed } from '../data/follow.js';
import type { Voices } from '../data/voices.js';
import type { Sites } from '../site.js';
import { useDashboard } from '../state.js';

const NEWEST = 6;

/** What visitors wrote last, in their own words. */
export const NewestComments = ({ sites }: { sites: Sites }): JSX.Element | null => {
  const { texts, href } = useDashboard();
  const { journey } = texts.value;
  const voices = useFollowed<Voices>('/v1/comments', () => {
    const query = sites.query.value;
    return query && { ...query, limit: NEWEST };
  });
  const { value, error } = voices.state.value;
  // A shared link may leave comments out; the figures stand without them.
  if (error?.trouble === 'forbidden') return null;
  return (
    <section class="newest" aria-labelledby="newest-title">
      <header class="chart-head">
        <h2 id="newest-title">{journey.comments}</h2>
        <a class="onward" href={href('voices')}>
          {journey.allComments}
        </a>
      </header>
      {value?.comments.length === 0 && <p class="quiet">{journey.noComments}</p>}
      <ul class="voices">
        {value?.comments.map((voice) => (
          <VoiceItem key={voice.id} voice={voice} />
        ))}
      </ul>
    </section>
  );
};
