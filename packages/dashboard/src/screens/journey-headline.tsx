import type { SiteSettings } from '@wayfelt/protocol';
import type { Sentence } from '@wayfelt/report';
import type { JSX } from 'preact';
import { Later } from '../components/later.js';
import { stageName, touchpointName } from '../names.js';
import { placeOf, say } from '../say.js';
import { evidenceOf } from './journey-evidence.js';
import type { Sites } from '../site.js';
import { useDashboard } from '../state.js';

const ALSO = 4;

/** The one sentence that matters most today, and where to look further. */
export const HeadlineSentence = ({ sites }: { sites: Sites }): JSX.Element | null => {
  const dashboard = useDashboard();
  const { journey, shell } = dashboard.texts.value;
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
  return (
    <section class="headline" aria-label={journey.matters}>
      <p class="eyebrow">{journey.matters}</p>
      <p class="sentence">{say(first, dashboard, settings)}</p>
      <Later>{() => <Further sentence={first} settings={settings} />}</Later>
      {others.length > 0 && (
        <Later>{() => <Also sentences={others.slice(0, ALSO)} settings={settings} />}</Later>
      )}
    </section>
  );
};

/** The figures behind the sentence, and where to look. */
const Further = ({
  sentence,
  settings,
}: {
  sentence: Sentence;
  settings: SiteSettings;
}): JSX.Element => {
  const dashboard = useDashboard();
  const { texts, href, language } = dashboard;
  const { journey } = texts.value;
  const { stage, touchpoint } = placeOf(sentence);
  const evidence = evidenceOf(sentence, dashboard);
  return (
    <>
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
    </>
  );
};

const Also = ({
  sentences,
  settings,
}: {
  sentences: readonly Sentence[];
  settings: SiteSettings;
}): JSX.Element => {
  const dashboard = useDashboard();
  return (
    <details class="behind also">
      <summary>{dashboard.texts.value.journey.also}</summary>
      <ul>
        {sentences.map((sentence, index) => (
          <li key={index}>
            {say(sentence, dashboard, settings)}{' '}
            <span class="quiet">{evidenceOf(sentence, dashboard)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
};
