import type { JSX, TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { Choice } from '../components/choice.js';
import { useFollowed } from '../data/follow.js';
import type { Voice } from '@wayfelt/protocol';
import type { Sites } from '../site.js';
import { useDashboard } from '../state.js';

const TAG_LENGTH = 40;

/** Only comments with one tag; nothing where no tag was ever set. */
export const TagChoice = ({ sites }: { sites: Sites }): JSX.Element | null => {
  const { texts, address, change } = useDashboard();
  const { voices: words, shell } = texts.value;
  const { tag = '' } = address.value.params;
  const found = useFollowed<{ tags: { tag: string; n: number }[] }>('/v1/tags', () => {
    const site = sites.current.value;
    return site === undefined ? undefined : { site };
  });
  const known = found.state.value.value?.tags.map((row) => row.tag) ?? [];
  const all = tag && !known.includes(tag) ? [...known, tag] : known;
  if (all.length === 0) return null;
  return (
    <Choice label={words.tags} value={tag} onChoose={(value) => change({ tag: value }, 'quietly')}>
      <option value="">{shell.all}</option>
      {all.map((one) => (
        <option key={one}>{one}</option>
      ))}
    </Choice>
  );
};

/** The team's tags at a comment; guests read them, the team changes them. */
export const VoiceTags = ({ voice, sites }: { voice: Voice; sites: Sites }): JSX.Element | null => {
  const { api, texts } = useDashboard();
  const { voices: words } = texts.value;
  // what was just set stands until the list is read again
  const [own, setOwn] = useState<{ before: string; tags: string[] }>();
  const before = JSON.stringify(voice.tags ?? []);
  const tags = own?.before === before ? own.tags : (voice.tags ?? []);
  const [adding, setAdding] = useState(false);
  const team = sites.reader.value?.role === 'team';
  const set = async (next: string[]): Promise<void> => {
    const site = encodeURIComponent(sites.current.value ?? '');
    await api.send('PUT', `/v1/comments/${voice.id}/tags?site=${site}`, { tags: next });
    setOwn({ before, tags: next });
  };
  const add = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const tag = String(new FormData(form).get('tag')).trim();
    if (tag === '' || tags.includes(tag)) return;
    void set([...tags, tag].sort()).then(() => {
      form.reset();
      setAdding(false);
    });
  };
  if (!team && tags.length === 0) return null;
  return (
    <div class="voice-tags">
      {tags.map((tag) => (
        <span key={tag} class="tag">
          {tag}
          {team && (
            <button
              type="button"
              class="plain"
              aria-label={words.removeTag(tag)}
              onClick={() => void set(tags.filter((one) => one !== tag))}
            >
              ×
            </button>
          )}
        </span>
      ))}
      {team && !adding && (
        <button type="button" class="plain" onClick={() => setAdding(true)}>
          {words.addTag}
        </button>
      )}
      {team && adding && (
        <form onSubmit={add}>
          <input
            ref={(input) => input?.focus()}
            name="tag"
            aria-label={words.addTag}
            placeholder={words.addTag}
            maxLength={TAG_LENGTH}
            onKeyDown={(event) => event.key === 'Escape' && setAdding(false)}
            onBlur={(event) => event.currentTarget.value.trim() === '' && setAdding(false)}
          />
        </form>
      )}
    </div>
  );
};
