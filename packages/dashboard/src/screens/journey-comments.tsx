import type { JSX } from 'preact';
import { VoiceList } from '../components/voice-list.js';
import { useFollowed } from '../data/follow.js';
import type { Voices } from '@wayfelt/protocol';
import type { Sites } from '../site.js';
import { useDashboard } from '../state.js';

const NEWEST = 6;

/** What visitors wrote last, in their own words. A shared link may leave it out; the figures stand without it. */
export const NewestComments = ({ sites }: { sites: Sites }): JSX.Element => {
  const { texts, href } = useDashboard();
  const voices = useFollowed<Voices>('/v1/comments', () => {
    const query = sites.query.value;
    return query && { ...query, limit: NEWEST };
  });
  return (
    <VoiceList
      title={texts.value.journey.comments}
      voices={voices.state.value.value?.comments}
      more={href('voices')}
    />
  );
};
