import { LEVELS } from '@wayfelt/protocol';
import type { JSX } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { SaveMenu } from '../components/save-menu.js';
import { Empty, Load } from '../components/states.js';
import { VoiceItem } from '../components/voice.js';
import type { Query } from '../data/api.js';
import { useFollowed } from '../data/follow.js';
import type { Voice, Voices as Page } from '@wayfelt/protocol';
import { saveTable } from '../charts/save.js';
import type { Sites } from '../site.js';
import { useDashboard } from '../state.js';
import { VoicePath } from './voices-path.js';
import { voiceTable } from './voices-table.js';
import { TagChoice, VoiceTags } from './voices-tags.js';

const PAGE = 30;
/** Typing settles before the collector is asked. */
const SETTLE_MS = 250;

/** What visitors wrote, newest first; searched in the collector, followed live. */
export const Voices = ({ sites }: { sites: Sites }): JSX.Element => {
  const { texts, address } = useDashboard();
  const { voices: words } = texts.value;
  const query = (): Query | undefined => {
    const slice = sites.query.value;
    const { q, levels, tag } = address.value.params;
    return slice && { ...slice, search: q, levels, tag, limit: PAGE };
  };
  const first = useFollowed<Page>('/v1/comments', query);
  const state = first.state.value;
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {state.error?.trouble === 'forbidden' ? (
        <Empty title={words.forbiddenTitle} text={words.forbiddenText} />
      ) : (
        <>
          <Narrow sites={sites} />
          <Load of={state} again={first.refresh}>
            {(page) => <List page={page} query={query} sites={sites} />}
          </Load>
        </>
      )}
    </>
  );
};

/** Words and levels that narrow the list. */
const Narrow = ({ sites }: { sites: Sites }): JSX.Element => {
  const { texts, address, change } = useDashboard();
  const { voices: words, words: levels } = texts.value;
  const { q = '', levels: chosen = '' } = address.value.params;
  const [typed, setTyped] = useState(q);
  useEffect(() => {
    if (typed === q) return undefined;
    const timer = setTimeout(() => change({ q: typed || undefined }, 'quietly'), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const picked = chosen.split(',').filter(Boolean);
  const toggle = (level: string): void => {
    const next = picked.includes(level)
      ? picked.filter((one) => one !== level)
      : [...picked, level].sort();
    change({ levels: next.join(',') || undefined }, 'quietly');
  };
  return (
    <form class="narrow" role="search" onSubmit={(event) => event.preventDefault()}>
      <label class="search">
        <span class="hidden">{words.search}</span>
        <input
          type="search"
          placeholder={words.search}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <fieldset class="level-choice">
        <legend class="hidden">{words.levels}</legend>
        {LEVELS.map((id, index) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={picked.includes(String(index + 1))}
              onChange={() => toggle(String(index + 1))}
            />
            <svg width="10" height="10" aria-hidden="true">
              <rect class={`fill-level-${index + 1}`} width="10" height="10" rx="2" />
            </svg>
            {levels[id].name}
          </label>
        ))}
      </fieldset>
      <TagChoice sites={sites} />
    </form>
  );
};

const List = ({
  page,
  query,
  sites,
}: {
  page: Page;
  query: () => Query | undefined;
  sites: Sites;
}): JSX.Element => {
  const dashboard = useDashboard();
  const { api, texts } = dashboard;
  const { voices: words, shell } = texts.value;
  const title = useId();
  const [older, setOlder] = useState<{ of: string; voices: Voice[]; next?: string | undefined }>();
  // Older pages belong to the query that they were asked with.
  const key = JSON.stringify(query());
  const more = older?.of === key ? older : { of: key, voices: [], next: page.next };
  const known = new Set(page.comments.map(({ id }) => id));
  const all = [...page.comments, ...more.voices.filter(({ id }) => !known.has(id))];
  const loadMore = async (): Promise<void> => {
    const next = await api.get<Page>('/v1/comments', { ...query(), before: more.next });
    setOlder({ of: key, voices: [...more.voices, ...next.comments], next: next.next });
  };
  const { q, levels, tag } = dashboard.address.value.params;
  if (all.length === 0)
    return q || levels || tag ? (
      <Empty title={words.none} text={words.noneWhy} />
    ) : (
      <Empty title={words.empty} text={words.emptyWhy} />
    );
  return (
    <section class="voices-list" aria-labelledby={title}>
      <header class="chart-head">
        <h2 id={title}>{words.list}</h2>
        <SaveMenu
          label={shell.save}
          title={words.list}
          choices={[
            [
              'CSV',
              () =>
                saveTable(voiceTable(all, dashboard, sites.settings.value), 'wayfelt-voices.csv'),
            ],
            [
              'JSON Lines',
              () =>
                saveTable(voiceTable(all, dashboard, sites.settings.value), 'wayfelt-voices.jsonl'),
            ],
          ]}
        />
      </header>
      <ul class="voices">
        {all.map((voice) => (
          <VoiceItem key={voice.id} voice={voice}>
            <VoiceTags voice={voice} sites={sites} />
            <VoicePath voice={voice} sites={sites} />
          </VoiceItem>
        ))}
      </ul>
      {more.next && (
        <button type="button" class="secondary" onClick={() => void loadMore()}>
          {words.more}
        </button>
      )}
    </section>
  );
};
