import type { JSX } from 'preact';
import { stageName, touchpointName } from '../names.js';
import { placeOf, say } from '../say.js';
import { evidenceOf } from './journey-evidence.js';
import type { Sites } from '../site.js';
import { useDashboard } from '../state.js';

const ALSO = 4;

/** The one sentence that matters most today, and where to look further. */
export const HeadlineSentence = ({ sites }: { sites: Sites }): JSX.Element | null => {
  const dashboard = useDashboard();
  const { texts, href, language } = dashboard;
  const { journey, shell } = texts.value;
  const settings = sites.settings.value;
  const { value, stale, error } = sites.said.state.value;
  // undefined: still being counted
  const sentences = stale ? undefined : value?.sentences;
  if (!sentences && error) return null;
  if (!sentences)
    return (
      <section class="headline" aria-label={journey.matters} aria-busy="true">
        <p class="eyebrow">{journey.matters}</p>
        <p class="sentence quiet">{shell.loading}</p>
      </section>
    );
  const [first, ...others] = sentences;
  if (!first) return null;
  const { stage, touchpoint } = placeOf(first);
  const evidence = evidenceOf(first, dashboard);
  return (
    <section class="headline" aria-label={journey.matters}>
      <p class="eyebrow">{journey.matters}</p>
      <p class="sentence">{say(first, dashboard, settings)}</p>
      {evidence && <p class="evidence">{evidence}</p>}
      {touchpoint ? (
        <a class="onward" href={href('touchpoint', touchpoint)}>
          {journey.look(touchpointName(touchpoint, language.value, settings))}
        </a>
      ) : (
        stage && (
          <a class="onward" href={href('touchpoints', '', { stage })}>
            {journey.stageLink(stageName(stage, texts.value, language.value, settings))}
          </a>
        )
      )}
      {others.length > 0 && (
        <details class="behind also">
          <summary>{journey.also}</summary>
          <ul>
            {others.slice(0, ALSO).map((sentence, index) => (
              <li key={index}>
                {say(sentence, dashboard, settings)}{' '}
                <span class="quiet">{evidenceOf(sentence, dashboard)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
};
