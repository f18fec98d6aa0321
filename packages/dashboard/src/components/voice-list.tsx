import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Voice } from '@wayfelt/protocol';
import { useDashboard } from '../state.js';
import { Later } from './later.js';
import { VoiceItem } from './voice.js';

export interface VoiceListProps {
  title: string;
  /** Undefined: not read yet, or not open to this reader. */
  voices: readonly Voice[] | undefined;
  /** Where the rest is. */
  more: string;
}

/** A few comments, and the way to all of them. */
export const VoiceList = ({ title, voices, more }: VoiceListProps): JSX.Element | null => {
  const { journey } = useDashboard().texts.value;
  const id = useId();
  if (!voices) return null;
  return (
    <section class="newest" aria-labelledby={id}>
      <header class="chart-head">
        <h2 id={id}>{title}</h2>
        <a class="onward" href={more}>
          {journey.allComments}
        </a>
      </header>
      {voices.length === 0 && <p class="quiet">{journey.noComments}</p>}
      <ul class="voices">
        {voices.map((voice) => (
          <Later key={voice.id}>{() => <VoiceItem voice={voice} />}</Later>
        ))}
      </ul>
    </section>
  );
};
